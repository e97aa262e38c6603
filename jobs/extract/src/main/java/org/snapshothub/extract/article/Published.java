package org.snapshothub.extract.article;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When an article was published, in KST, as far as the page says so for certain.
 *
 * @param on the day; null unless the full date is certain
 * @param month {@code YYYY-MM} for precision day and month, else null
 * @param precision how exactly it is known
 * @param text the words or the value it rests on; null when there are none
 */
public record Published(LocalDate on, String month, Precision precision, String text) {

    static final Published UNKNOWN = new Published(null, null, Precision.NONE, null);

    static Published on(LocalDate day, String text) {
        return new Published(day, YearMonth.from(day).toString(), Precision.DAY, text);
    }

    static Published in(YearMonth month, String text) {
        return new Published(null, month.toString(), Precision.MONTH, text);
    }

    static Published inAYear(String text) {
        return new Published(null, null, Precision.YEAR, text);
    }

    /** Words that speak of a date which nothing on the page makes certain. */
    static Published unresolved(String text) {
        return new Published(null, null, Precision.NONE, text);
    }

    boolean isKnown() {
        return precision != Precision.NONE;
    }

    /** Whether the day lies in the month or year that is certain. */
    boolean holds(LocalDate day) {
        return switch (precision) {
            case DAY -> day.equals(on);
            case MONTH -> YearMonth.from(day).toString().equals(month);
            case YEAR -> text.startsWith(String.valueOf(day.getYear()));
            case NONE -> false;
        };
    }
}
