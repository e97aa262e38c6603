package org.snapshothub.publish.site.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.ForeignText;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.Shown;
import org.snapshothub.publish.site.chart.RangeChart;
import org.snapshothub.publish.site.chart.ShareBars;
import org.snapshothub.publish.site.chart.StationMap;
import org.snapshothub.publish.site.chart.TemperatureBand;
import org.snapshothub.publish.site.chart.TimeSeries;

/** Rows as the charts want them, with the words that stand for each mark. */
final class Charts {

    private Charts() {}

    static RangeChart regions(List<RegionDay> rows, Facts facts, Language language) {
        return RangeChart.of(rows.stream()
                .map(row -> {
                    String name = facts.place(row.regionCode()).shortIn(language);
                    return new RangeChart.Range(
                            name,
                            row.minC(),
                            row.meanC(),
                            row.maxC(),
                            Shown.number(row.meanC()),
                            name + " " + words(row, facts, language),
                            Flags.of(row, facts).css() + home(row, facts));
                })
                .toList());
    }

    static StationMap stations(List<StationDay> rows, Facts facts, Language language) {
        List<StationMap.Reading> readings = new ArrayList<>();
        for (StationDay row : rows) {
            facts.station(row.stationId()).ifPresent(at -> {
                boolean inferred = facts.tally().isInferred(row.observedOn(), row.stationId());
                String words = row.stationName() + " " + Shown.number(row.meanC()) + "℃ ("
                        + facts.place(row.regionCode()).shortIn(language)
                        + (row.sigungu() == null ? "" : " " + row.sigungu()) + ", n="
                        + row.readingCount() + (inferred ? language.say(", 순서로 추정", ", inferred") : "") + ")";
                readings.add(new StationMap.Reading(
                        at.latitude(),
                        at.longitude(),
                        TemperatureBand.of(row.meanC()).css(),
                        row.regionCode(),
                        facts.place(row.regionCode()).shortIn(language),
                        words,
                        inferred));
            });
        }
        return StationMap.of(readings);
    }

    static List<TemperatureBand> legend(List<StationDay> rows) {
        return TemperatureBand.spanning(rows.stream().map(StationDay::meanC).toList());
    }

    static TimeSeries history(List<RegionDay> rows, Facts facts, Language language) {
        return TimeSeries.of(rows.stream()
                .map(row -> new TimeSeries.Day(
                        row.observedOn(),
                        row.minC(),
                        row.meanC(),
                        row.maxC(),
                        row.observedOn() + " " + words(row, facts, language),
                        Flags.of(row, facts).css()))
                .toList());
    }

    /** One bar per region, from the clearest sky to what is none of the cloud levels. */
    static ShareBars sky(LocalDate day, List<String> codes, Facts facts, Language language) {
        List<ShareBars.Whole> wholes = new ArrayList<>();
        Map<String, List<SkyShare>> byRegion = new LinkedHashMap<>();
        for (SkyShare row : facts.sky(day)) {
            if (row.share() != null && codes.contains(row.regionCode())) {
                byRegion.computeIfAbsent(row.regionCode(), c -> new ArrayList<>())
                        .add(row);
            }
        }
        byRegion.forEach((code, rows) -> {
            rows.sort(SkyWords.BY_CLOUD);
            int n = rows.stream().mapToInt(SkyShare::readingCount).sum();
            wholes.add(new ShareBars.Whole(
                    facts.place(code).shortIn(language),
                    "n=" + n,
                    rows.stream().map(row -> share(row, n)).toList()));
        });
        return ShareBars.of(wholes);
    }

    private static ShareBars.Share share(SkyShare row, int n) {
        BigDecimal share = row.share();
        String words =
                ForeignText.line(row.sky()) + " " + Shown.percent(share) + " (" + row.readingCount() + "/" + n + ")";
        return new ShareBars.Share(SkyWords.css(row.sky(), row.sky3()), share, words, Shown.percent(share));
    }

    /** The class by which the style sheet sets the home region apart. */
    private static String home(RegionDay row, Facts facts) {
        return row.regionCode().equals(facts.settings().home()) ? " home" : "";
    }

    private static String words(RegionDay row, Facts facts, Language language) {
        return language.say("평균 ", "mean ") + Shown.number(row.meanC()) + "℃, "
                + language.say("최저 ", "min ") + Shown.number(row.minC()) + " " + row.minStation() + ", "
                + language.say("최고 ", "max ") + Shown.number(row.maxC()) + " " + row.maxStation() + ", "
                + language.say("지점 ", "stations ") + row.stationCount() + "/" + row.stationExpected()
                + Flags.of(row, facts).words(language);
    }
}
