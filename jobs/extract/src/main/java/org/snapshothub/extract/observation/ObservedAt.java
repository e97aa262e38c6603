package org.snapshothub.extract.observation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When the readings of a widget were made, or why nobody can say.
 *
 * @param day KST; null when refused
 * @param hour 0–23 KST; null when unknown
 * @param refusal null unless refused
 * @param detail why refused, one line
 */
record ObservedAt(LocalDate day, Integer hour, ObservationReason refusal, String detail) {

    static final ZoneId KST = ZoneId.of("Asia/Seoul");

    /** Sites redraw their widget some minutes after the hour: until then the page still shows the day before. */
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(30);

    static ObservedAt of(PrintedTime printed, Optional<Instant> fetchTime) {
        Optional<ZonedDateTime> captured = fetchTime.map(time -> time.atZone(KST));
        if (!printed.hasDate()) {
            return captured.map(time -> withoutDate(printed, time))
                    .orElseGet(() -> refused(
                            ObservationReason.NO_DATE, "no certain date beside the widget, and no capture time"));
        }
        Optional<LocalDate> day = dayOf(printed, captured);
        if (day.isEmpty()) {
            return captured.isEmpty()
                    ? refused(ObservationReason.NO_DATE, "a date without a year beside the widget, and no capture time")
                    : stale(printed.month() + "월 " + printed.day() + "일", captured.get());
        }
        return captured.map(time -> captured(day.get(), printed.hour(), time))
                .orElseGet(() -> at(day.get(), printed.hour()));
    }

    /** The printed day; a date without a year is certain only when it is the day of the capture, or the one just over. */
    private static Optional<LocalDate> dayOf(PrintedTime printed, Optional<ZonedDateTime> captured) {
        if (printed.year() != null) {
            return Optional.of(LocalDate.of(printed.year(), printed.month(), printed.day()));
        }
        if (captured.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = captured.get().toLocalDate();
        for (LocalDate day : new LocalDate[] {today, today.minusDays(1)}) {
            if (day.getMonthValue() == printed.month() && day.getDayOfMonth() == printed.day()) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static ObservedAt captured(LocalDate day, Integer hour, ZonedDateTime captured) {
        LocalDate today = captured.toLocalDate();
        if (day.equals(today)) {
            return at(day, hour == null ? Integer.valueOf(captured.getHour()) : hour);
        }
        boolean isYesterday = day.equals(today.minusDays(1));
        if (isYesterday && Integer.valueOf(24).equals(hour)) {
            return at(day, hour);
        }
        if (isYesterday && isJustAfterMidnight(captured)) {
            return at(day, hour == null ? Integer.valueOf(23) : hour);
        }
        return stale(day.toString(), captured);
    }

    /** Only an hour, or nothing: the day is the capture's, unless the hour has not come yet. */
    private static ObservedAt withoutDate(PrintedTime printed, ZonedDateTime captured) {
        LocalDate today = captured.toLocalDate();
        if (printed.hour() == null) {
            return at(today, captured.getHour());
        }
        if (printed.hour() == 24) {
            boolean isTonight = captured.getHour() == 23;
            return at(isTonight ? today : today.minusDays(1), 24);
        }
        if (printed.hour() <= captured.getHour() + 1) {
            return at(today, printed.hour());
        }
        return isJustAfterMidnight(captured)
                ? at(today.minusDays(1), printed.hour())
                : stale(printed.hour() + "시", captured);
    }

    private static boolean isJustAfterMidnight(ZonedDateTime captured) {
        ZonedDateTime midnight = captured.toLocalDate().atStartOfDay(KST);
        return Duration.between(midnight, captured).compareTo(AFTER_MIDNIGHT) <= 0;
    }

    private static ObservedAt at(LocalDate day, Integer hour) {
        return Integer.valueOf(24).equals(hour)
                ? new ObservedAt(day.plusDays(1), 0, null, null)
                : new ObservedAt(day, hour, null, null);
    }

    private static ObservedAt stale(String printed, ZonedDateTime captured) {
        return refused(
                ObservationReason.STALE_PAGE,
                "prints " + printed + ", captured " + captured.toLocalDateTime() + " KST");
    }

    private static ObservedAt refused(ObservationReason reason, String detail) {
        return new ObservedAt(null, null, reason, detail);
    }

    /** The exact day and hour of a source that says both; refused when they are none. */
    static Optional<PrintedTime> exactly(int year, int month, int day, int hour) {
        try {
            LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return hour < 0 || hour > 24 ? Optional.empty() : Optional.of(new PrintedTime(year, month, day, hour));
    }
}
