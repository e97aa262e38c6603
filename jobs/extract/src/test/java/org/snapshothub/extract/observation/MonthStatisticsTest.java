package org.snapshothub.extract.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthStatisticsTest {

    @ParameterizedTest
    @CsvSource({"2026-01,25,24", "2026-04,24,23", "2026-02,23,22", "2024-02,24,23"})
    void hasAMeanFromEightyPercentOfItsDays(YearMonth month, int enough, int tooFew) {
        MonthStatistics complete = MonthStatistics.of(month, days(month, enough));
        assertThat(complete.meanC()).isNotNull();
        assertThat(complete.reason()).isNull();
        MonthStatistics incomplete = MonthStatistics.of(month, days(month, tooFew));
        assertThat(incomplete.meanC()).isNull();
        assertThat(incomplete.reason()).isEqualTo("incomplete-month");
        assertThat(incomplete.minC()).isEqualTo("-1.0");
        assertThat(incomplete.maxC()).isEqualTo(tooFew + ".0");
    }

    @Test
    void isTheMeanOfDayMeansRoundedOnce() {
        MonthStatistics month = MonthStatistics.of(YearMonth.of(2026, 4), days(YearMonth.of(2026, 4), 27));
        assertThat(month.meanC()).isEqualTo("14.33333333");
        assertThat(month.dayCount()).isEqualTo(27);
        assertThat(month.dayExpected()).isEqualTo(30);
        assertThat(month.basis()).isEqualTo(Basis.DAILY);
    }

    @Test
    void isASnapshotAsSoonAsOneDayIs() {
        YearMonth month = YearMonth.of(2026, 4);
        List<DayFigures> days = new java.util.ArrayList<>(days(month, 27));
        BigDecimal one = new BigDecimal("1.00000000");
        days.add(new DayFigures(month.atDay(28), one, BigDecimal.ONE, BigDecimal.ONE, Basis.SNAPSHOT));
        assertThat(MonthStatistics.of(month, days).basis()).isEqualTo(Basis.SNAPSHOT);
    }

    @Test
    void takesNoDayTwice() {
        YearMonth month = YearMonth.of(2026, 4);
        DayFigures day = days(month, 1).get(0);
        assertThatThrownBy(() -> MonthStatistics.of(month, List.of(day, day))).hasMessageContaining("distinct days");
    }

    private static List<DayFigures> days(YearMonth month, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(day -> new DayFigures(
                        month.atDay(day),
                        BigDecimal.valueOf(day)
                                .add(new BigDecimal("0.33333333"))
                                .setScale(8),
                        new BigDecimal("-1.0"),
                        BigDecimal.valueOf(day * 10L, 1),
                        Basis.DAILY))
                .toList();
    }
}
