package org.snapshothub.extract.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snapshothub.extract.page.Page;

/** The known answers of the contract for the day of the seed page. */
class SeedStatisticsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 18);

    @Test
    void givesTheContractsRegionsAndSkies() throws Exception {
        Widget widget = WidgetExtractor.bundled()
                .extract(new Page(null, null, null, SeedPageTest.seed()))
                .found()
                .orElseThrow();
        List<SlotReading> readings =
                DaySlots.of(List.of(new ShownWidget(null, widget.digest(), widget.entries(), 1, null, "p", null, "p")));
        DayStatistics day = DayStatistics.of(DAY, readings, List.of(), Stations.bundled(), SkyWords.bundled());

        Map<String, RegionDay> regions =
                day.regions().stream().collect(Collectors.toMap(RegionDay::regionCode, Function.identity()));
        assertThat(regions).hasSize(19);
        assertThat(line(regions.get("KR-45"))).isEqualTo("10/10 10.50000000 6.7 부안 14.1 남원 SNAPSHOT");
        assertThat(line(regions.get("KR"))).startsWith("96/97 8.66979167 -1.0 대관령");
        assertThat(line(regions.get("KR-mainland"))).startsWith("92/93 8.39891304");
        assertThat(line(regions.get("KR-48"))).startsWith("13/14");
        assertThat(regions.get("KR").orderIdentifiedCount()).isEqualTo(4);
        assertThat(day.skies().stream()
                        .filter(share -> share.regionCode().equals("KR"))
                        .map(share -> share.sky() + " " + share.sky3() + " " + share.readingCount()))
                .containsExactlyInAnyOrder("맑음 맑음 58", "흐림 흐림 28", "구름많음 구름많음 5", "구름조금 맑음 5");
        assertThat(readings).extracting(SlotReading::slot).containsOnly("w:" + widget.digest());
    }

    private static String line(RegionDay day) {
        return day.stationCount() + "/" + day.stationExpected() + " " + day.meanC() + " " + day.minC() + " "
                + day.minStation() + " " + day.maxC() + " " + day.maxStation() + " " + day.basis();
    }
}
