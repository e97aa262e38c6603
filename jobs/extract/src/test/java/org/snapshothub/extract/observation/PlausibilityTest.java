package org.snapshothub.extract.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snapshothub.extract.record.ReferenceFile;

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
        assertThat(RULES.steps(day)).extracting(doubt -> doubt.reading().at()).containsExactly(DAY.atTime(10, 0));
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
                .extracting(doubt -> doubt.reading().stationId())
                .containsExactly(146);
    }

    @Test
    void aStationFarOffMakesNoneOfItsNeighboursDoubtful() {
        List<TimedReading> slot = List.of(
                reading(140, 12, "8.5"),
                reading(146, 12, "58.0"),
                reading(243, 12, "7.0"),
                reading(245, 12, "8.0"),
                reading(244, 12, "7.5"),
                reading(248, 12, "5.5"));
        assertThat(RULES.neighbours(DAY, slot, Stations.bundled()))
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(doubt.reading().stationId()).isEqualTo(146);
                    assertThat(doubt.comparedC()).isBetween(new BigDecimal("6.0"), new BigDecimal("9.0"));
                });
    }

    @Test
    void theFirstHourIsComparedWithTheLastOfTheDayBefore() {
        List<SlotReading> before = List.of(slot("h22", 22, "1.0"), slot("h23", 23, "2.0"));
        List<SlotReading> today = List.of(slot("h00", 0, "14.0"), slot("h01", 1, "13.5"));
        assertThat(DayDoubts.of(DAY, today, before, Stations.bundled(), RULES))
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(doubt.rule()).isEqualTo("step");
                    assertThat(doubt.reading().slot()).isEqualTo("h00");
                    assertThat(doubt.comparedC()).isEqualTo(new BigDecimal("2.0"));
                });
        assertThat(DayDoubts.of(DAY, today, List.of(), Stations.bundled(), RULES))
                .isEmpty();
    }

    @Test
    void aRunOfZerosOverMidnightIsDoubtedOnTheDayThatCompletesIt() {
        List<SlotReading> before = List.of(slot("h21", 21, "0.0"), slot("h22", 22, "0.0"), slot("h23", 23, "0.0"));
        List<SlotReading> today = List.of(slot("h00", 0, "0.0"), slot("h01", 1, "0.0"), slot("h02", 2, "0.0"));
        assertThat(DayDoubts.of(DAY, today, before, Stations.bundled(), RULES))
                .extracting(Doubt::rule, doubt -> doubt.reading().slot())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("zero-run", "h02"));
    }

    @Test
    void readingsWithoutAnHourAreDoubtedForTheirValueOnly() {
        List<SlotReading> today = List.of(slot("w:0a", null, "43.0"), slot("w:0b", null, "-36.0"));
        assertThat(DayDoubts.of(DAY, today, today, Stations.bundled(), RULES))
                .extracting(Doubt::rule)
                .containsOnly("climatological-range")
                .hasSize(2);
    }

    @Test
    void aRuleThatComparesReadingsCannotReject() {
        ReferenceFile file = ReferenceFile.read(
                "plausibility.csv",
                new StringReader("rule,action,below,above,within_hours,distance_km,run\nstep,reject,,10.0,1,,\n"));
        assertThatThrownBy(() -> Plausibility.of(file))
                .hasMessageContaining("plausibility.csv")
                .hasMessageContaining("it can warn, not reject");
    }

    private static TimedReading reading(int station, int hour, String temperature) {
        return new TimedReading(station, "h" + hour, DAY.atTime(hour, 0), new BigDecimal(temperature));
    }

    private static SlotReading slot(String slot, Integer hour, String temperature) {
        BigDecimal value = new BigDecimal(temperature);
        return new SlotReading(slot, hour, 146, null, value, IdentifiedBy.NAME, 1, "p", "p", "전주", false);
    }
}
