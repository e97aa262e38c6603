package org.snapshothub.publish.site.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void aDayWithoutDataIsAGapThatNoLineCrosses() {
        TimeSeries chart = TimeSeries.of(days(0, 1, 3, 4));

        assertThat(chart.lines()).hasSize(2);
        assertThat(chart.bands()).hasSize(2);
    }

    @Test
    void aDayAloneHasItsRangeAndItsMark() {
        TimeSeries chart = TimeSeries.of(days(
                IntStream.concat(IntStream.range(0, 400), IntStream.of(410)).toArray()));

        assertThat(corners(chart.bands().get(1))).hasSize(4).doesNotHaveDuplicates();
        assertThat(chart.dots()).hasSize(1);
    }

    @Test
    void amongManyDaysOnlyAProvisionalOneIsMarked() {
        List<TimeSeries.Day> days = Stream.concat(
                        days(IntStream.range(0, 400).toArray()).stream(), Stream.of(day(400, " provisional")))
                .toList();

        assertThat(TimeSeries.of(days).dots())
                .singleElement()
                .extracting(TimeSeries.Dot::style)
                .isEqualTo(" provisional");
    }

    @Test
    void theLineLooksDifferentFromAndToAMeanThatIsInferredOrASnapshot() {
        TimeSeries chart = TimeSeries.of(List.of(
                day(0, ""), day(1, ""), day(2, " inferred provisional"), day(3, " snapshot"), day(4, ""), day(5, "")));

        assertThat(chart.lines())
                .extracting(TimeSeries.Line::style)
                .containsExactly("", " inferred", " inferred snapshot", " snapshot", "");
        for (int i = 1; i < chart.lines().size(); i++) {
            List<String> before = corners(chart.lines().get(i - 1).points());
            assertThat(corners(chart.lines().get(i).points()).get(0)).isEqualTo(before.get(before.size() - 1));
        }
    }

    @Test
    void theNewestDaysLabelStandsWithinTheChart() {
        TimeSeries chart = TimeSeries.of(days(IntStream.range(0, 26).toArray()));

        Axis.Tick last = chart.days().get(chart.days().size() - 1);
        assertThat(last.label()).isEqualTo("1.26.");
        assertThat(last.at()).isLessThan(chart.width() - 20);
    }

    private static List<String> corners(String polygon) {
        return List.of(polygon.split(" "));
    }

    private static List<TimeSeries.Day> days(int... offsets) {
        return IntStream.of(offsets).mapToObj(i -> day(i, " snapshot")).toList();
    }

    private static TimeSeries.Day day(int offset, String style) {
        return new TimeSeries.Day(
                FIRST.plusDays(offset), BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.TEN, "a day", style);
    }
}
