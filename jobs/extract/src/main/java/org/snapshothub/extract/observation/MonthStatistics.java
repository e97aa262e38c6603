package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/**
 * The figures of one month of a station or region.
 *
 * @param month the month
 * @param dayCount days with a figure
 * @param dayExpected days of the month
 * @param meanC ℃, scale 8: mean of the day means; null under 80 % of the days, by the KMA's completeness rule
 * @param minC ℃, of the days there are
 * @param maxC ℃, of the days there are
 * @param basis daily when all days are
 * @param reason why there is no mean: {@link #INCOMPLETE}; null when there is one
 */
public record MonthStatistics(
        YearMonth month,
        int dayCount,
        int dayExpected,
        BigDecimal meanC,
        BigDecimal minC,
        BigDecimal maxC,
        Basis basis,
        String reason) {

    /** The month has a figure for less than 80 % of its days. */
    public static final String INCOMPLETE = "incomplete-month";

    /** The figures of {@code month} from its days, at least one, each once. */
    public static MonthStatistics of(YearMonth month, List<DayFigures> days) {
        long distinct = days.stream().map(DayFigures::observedOn).distinct().count();
        boolean areItsDays =
                days.stream().allMatch(day -> YearMonth.from(day.observedOn()).equals(month));
        if (days.isEmpty() || distinct != days.size() || !areItsDays) {
            throw new IllegalArgumentException(month + ": expected distinct days of that month, got " + days);
        }
        boolean isComplete = days.size() * 5 >= month.lengthOfMonth() * 4;
        boolean isDaily = days.stream().allMatch(day -> day.basis() == Basis.DAILY);
        return new MonthStatistics(
                month,
                days.size(),
                month.lengthOfMonth(),
                isComplete
                        ? ExactMean.of(days.stream().map(DayFigures::meanC).toList())
                                .rounded()
                        : null,
                days.stream()
                        .map(DayFigures::minC)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                days.stream()
                        .map(DayFigures::maxC)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                isDaily ? Basis.DAILY : Basis.SNAPSHOT,
                isComplete ? null : INCOMPLETE);
    }
}
