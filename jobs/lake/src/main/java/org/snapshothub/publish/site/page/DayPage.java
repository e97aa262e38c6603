package org.snapshothub.publish.site.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.chart.RangeChart;
import org.snapshothub.publish.site.chart.StationMap;
import org.snapshothub.publish.site.chart.TemperatureBand;

/** 지역 기온 of one day: the map, the regions, the stations. */
public record DayPage(
        Frame frame,
        LocalDate day,
        Optional<LocalDate> before,
        Optional<LocalDate> after,
        List<RegionRow> regions,
        List<StationRow> stations,
        StationMap map,
        List<TemperatureBand> legend,
        RangeChart chart,
        List<String> absent,
        boolean isProvisional)
        implements SitePage {

    public static DayPage of(Frame frame, Facts facts, LocalDate day) {
        Language language = frame.language();
        List<RegionDay> regions = facts.regions(day);
        Map<String, String> sky = SkyWords.mostOften(facts.sky(day));
        return new DayPage(
                frame,
                day,
                facts.dayBefore(day),
                facts.dayAfter(day),
                regions.stream()
                        .map(row -> RegionRow.of(row, facts, language, frame.home())
                                .under(sky.getOrDefault(row.regionCode(), "")))
                        .toList(),
                facts.stations(day).stream()
                        .map(row -> StationRow.of(row, facts, language))
                        .toList(),
                Charts.stations(facts.stations(day), facts, language),
                Charts.legend(facts.stations(day)),
                Charts.regions(
                        regions.stream()
                                .filter(row -> facts.place(row.regionCode()).isProvince())
                                .toList(),
                        facts,
                        language),
                facts.provincesWithout(day).stream()
                        .map(place -> place.in(language))
                        .toList(),
                facts.isProvisional(day));
    }
}
