package org.snapshothub.extract.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlausibilityTest {

    private static final Plausibility RULES = Plausibility.bundled();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 18);

    @Test
    void refusesOnlyWhatNoStationCanMeasure() {
        assertThat(RULES.refusal(new BigDecimal("60.0"))).isEmpty();
        assertThat(RULES.refusal(new BigDecimal("-60.0"))).isEmpty();
        assertThat(RULES.refusal(new BigDecimal("60.1"))).isPresent();
        assertThat(RULES.refusal(new BigDecimal("99.9")).orElseThrow()).contains("rule range");
    }

    @Test
    void doubtsWhatTheClimateHasNotSeen() {
        assertThat(RULES.range(List.of(reading(146, 12, "43.0"), reading(146, 13, "30.0"))))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.rule()).isEqualTo("climatological-range"));
    }

    @Test
    void doubtsAStepWithinAnHourAndNotAcrossAGap() {
        List<TimedReading> day = List.of(
                reading(146, 9, "5.0"), reading(146, 10, "16.0"), reading(146, 14, "2.0"), reading(146, 15, "3.0"));
        assertThat(RULES.steps(day)).extracting(Doubt::at).containsExactly(DAY.atTime(10, 0));
    }

    @Test
    void doubtsALongRunOfExactZerosOnce() {
        List<TimedReading> day = new ArrayList<>();
        for (int hour = 0; hour < 10; hour++) {
            day.add(reading(146, hour, "0.0"));
        }
        assertThat(RULES.zeroRuns(day)).extracting(Doubt::rule).containsExactly("zero-run");
        assertThat(RULES.zeroRuns(day.subList(0, 5))).isEmpty();
    }

    @Test
    void doubtsAStationFarFromItsNeighboursButNotAMountain() {
        List<TimedReading> slot = List.of(
                reading(140, 12, "8.5"),
                reading(146, 12, "29.5"),
                reading(243, 12, "7.0"),
                reading(245, 12, "8.0"),
                reading(244, 12, "7.5"),
                reading(248, 12, "5.5"));
        assertThat(RULES.neighbours(DAY, slot, Stations.bundled()))
                .extracting(Doubt::stationId)
                .containsExactly(146);
    }

    private static TimedReading reading(int station, int hour, String temperature) {
        return new TimedReading(
                station, LocalDateTime.of(DAY, java.time.LocalTime.of(hour, 0)), new BigDecimal(temperature));
    }
}
