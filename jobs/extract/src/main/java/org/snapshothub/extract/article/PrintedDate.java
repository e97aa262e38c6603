package org.snapshothub.extract.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates that pages print and declare, as KST days.
 *
 * <p>A time without a zone is KST. 24:00 is the next day; 오전 12시 is midnight and 오후 12시 noon.
 */
final class PrintedDate {

    static final ZoneId KST = ZoneId.of("Asia/Seoul");

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;
    private static final Pattern DAY =
            Pattern.compile("(?<![0-9])([0-9]{4})(?: ?[.\\-/] ?|년 ?)([0-9]{1,2})(?: ?[.\\-/] ?|월 ?)([0-9]{1,2})"
                    + "(?![0-9])(?:일|\\.)?(?: ?\\([월화수목금토일]\\))?"
                    + "(?:[T ,]{0,3}(오전|오후|AM|PM)? ?([0-9]{1,2})(?::|시 ?)([0-9]{1,2})?분?(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
                    + " ?(AM|PM|am|pm)?(?: ?(Z|[+\\-][0-9]{2}:?[0-9]{2}|GMT|UTC|KST))?)?");
    private static final Pattern COMPACT =
            Pattern.compile("(?<![0-9])([0-9]{4})([0-9]{2})([0-9]{2})(?:[0-9]{4}|[0-9]{6})?(?![0-9])");
    private static final Pattern SHORT = Pattern.compile(
            "(?<![0-9.\\-/])([0-9]{2})[.\\-/] ?([0-9]{1,2})[.\\-/] ?([0-9]{1,2})(?![0-9])(?: ?\\([월화수목금토일]\\))?");
    private static final String MONTHS = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(?:" + MONTHS + " ([0-9]{1,2})|([0-9]{1,2}) " + MONTHS + "),? ([0-9]{4})(?![0-9])");
    private static final String MONTHS_IN_ORDER = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})년?");
    private static final Pattern MONTH =
            Pattern.compile("(?<![0-9])([0-9]{4})(?: ?[.\\-/] ?|년 ?)([0-9]{1,2})월?(?![0-9])");

    private PrintedDate() {}

    /** The first full date in the text, with the words it stands in. */
    static Optional<Published> dayIn(String text, Instant notAfter) {
        Matcher matcher = DAY.matcher(text);
        while (matcher.find()) {
            Optional<LocalDate> day = day(matcher).filter(d -> isPlausible(d, notAfter));
            if (day.isPresent()) {
                return Optional.of(Published.on(day.get(), matcher.group().strip()));
            }
        }
        return Optional.empty();
    }

    /** A full date that a label announces: as {@link #dayIn}, by the last two digits of its year, or in English. */
    static Optional<Published> announcedIn(String text, Instant notAfter) {
        return dayIn(text, notAfter).or(() -> inTwoDigits(text, notAfter)).or(() -> inEnglish(text, notAfter));
    }

    private static Optional<Published> inTwoDigits(String text, Instant notAfter) {
        Matcher m = SHORT.matcher(text);
        return m.find()
                ? certain((number(m, 1) < 90 ? 2000 : 1900) + number(m, 1), number(m, 2), number(m, 3), m, notAfter)
                : Optional.empty();
    }

    private static Optional<Published> inEnglish(String text, Instant notAfter) {
        Matcher m = ENGLISH.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        int month = MONTHS_IN_ORDER.indexOf(m.group(1) == null ? m.group(4) : m.group(1)) / 3 + 1;
        return certain(number(m, 5), month, number(m, m.group(1) == null ? 3 : 2), m, notAfter);
    }

    private static Optional<Published> certain(int year, int month, int day, Matcher m, Instant notAfter) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return isPlausible(date, notAfter) ? Optional.of(Published.on(date, m.group())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A declared value: ISO 8601, 20210119140300, RFC 1123, or as printed; a month or year where that is all. */
    static Optional<Published> declared(String value, Instant notAfter) {
        String text = value.strip();
        return dayIn(text, notAfter)
                .or(() -> compact(text, notAfter))
                .or(() -> mailDate(text, notAfter))
                .or(() -> inEnglish(text, notAfter))
                .or(() -> monthIn(text, notAfter))
                .or(() -> yearIn(text, notAfter));
    }

    private static Optional<Published> yearIn(String text, Instant notAfter) {
        Matcher m = YEAR.matcher(text);
        return m.matches() && isPlausible(LocalDate.of(number(m, 1), 1, 1), notAfter)
                ? Optional.of(Published.inAYear(text))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher m) {
        try {
            LocalDate date = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
            if (m.group(5) == null) {
                return Optional.of(date);
            }
            int hour = hour(m);
            int minute = m.group(6) == null ? 0 : number(m, 6);
            if (hour == 24) {
                return Optional.of(date.plusDays(1));
            }
            return Optional.of(inKorea(LocalDateTime.of(date, java.time.LocalTime.of(hour, minute)), m.group(8)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int hour(Matcher m) {
        int hour = number(m, 5);
        String half = m.group(4) != null ? m.group(4) : m.group(7);
        if (half == null || hour > 12) {
            return hour;
        }
        boolean afternoon = half.equals("오후") || half.equalsIgnoreCase("PM");
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static LocalDate inKorea(LocalDateTime time, String zone) {
        if (zone == null || zone.equals("KST")) {
            return time.toLocalDate();
        }
        boolean universal = zone.equals("Z") || zone.equals("GMT") || zone.equals("UTC");
        ZoneOffset offset = universal ? ZoneOffset.UTC : ZoneOffset.of(zone);
        return time.atOffset(offset).atZoneSameInstant(KST).toLocalDate();
    }

    private static Optional<Published> compact(String text, Instant notAfter) {
        Matcher m = COMPACT.matcher(text);
        while (m.find()) {
            try {
                LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
                if (isPlausible(day, notAfter)) {
                    return Optional.of(Published.on(day, m.group()));
                }
            } catch (DateTimeException e) {
                // Eight digits that are no date are a number like any other.
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<Published> mailDate(String text, Instant notAfter) {
        try {
            LocalDate day = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(KST)
                    .toLocalDate();
            return Optional.of(day).filter(d -> isPlausible(d, notAfter)).map(d -> Published.on(d, text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Published> monthIn(String text, Instant notAfter) {
        Matcher m = MONTH.matcher(text);
        if (m.find() && number(m, 2) >= 1 && number(m, 2) <= 12) {
            YearMonth month = YearMonth.of(number(m, 1), number(m, 2));
            if (isPlausible(month.atDay(1), notAfter)) {
                return Optional.of(Published.in(month, m.group().strip()));
            }
        }
        return Optional.empty();
    }

    /** Whether a page captured then can have been published on that day: the capture bounds a date, it never gives one. */
    static boolean isPlausible(LocalDate day, Instant notAfter) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            return false;
        }
        return notAfter == null
                || !day.isAfter(notAfter.atZone(KST).toLocalDate().plusDays(1));
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
