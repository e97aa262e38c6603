package org.snapshothub.gold;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * One station's or region's month from its days: a mean only where at least 80 % of the days are there, as KMA has it.
 *
 * @param meanC mean of the day means; null under 80 % of the days, and then {@code reason} says so
 */
record MonthStatistics(
        int dayCount,
        int dayExpected,
        BigDecimal meanC,
        BigDecimal minC,
        BigDecimal maxC,
        String basis,
        String reason) {

    /** Stable code in {@code reason}. */
    static final String INCOMPLETE = "incomplete-month";

    /** One day's figures. */
    record Day(BigDecimal meanC, BigDecimal minC, BigDecimal maxC, String basis) {}

    static MonthStatistics of(String month, List<Day> days) {
        int expected = YearMonth.parse(month).lengthOfMonth();
        boolean isComplete = days.size() * 10 >= expected * 8;
        Fraction sum = days.stream().map(d -> Fraction.of(d.meanC())).reduce(Fraction.ZERO, Fraction::plus);
        return new MonthStatistics(
                days.size(),
                expected,
                isComplete ? sum.over(days.size()).rounded(8) : null,
                days.stream().map(Day::minC).min(BigDecimal::compareTo).orElseThrow(),
                days.stream().map(Day::maxC).max(BigDecimal::compareTo).orElseThrow(),
                days.stream().allMatch(d -> d.basis().equals(DayStatistics.DAILY))
                        ? DayStatistics.DAILY
                        : DayStatistics.SNAPSHOT,
                isComplete ? null : INCOMPLETE);
    }
}
