package org.snapshothub.publish.site.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.chart.CountBars;
import org.snapshothub.publish.site.chart.RangeChart;
import org.snapshothub.publish.site.chart.ShareBars;
import org.snapshothub.publish.site.chart.StationMap;
import org.snapshothub.publish.site.chart.TemperatureBand;

/** 요약: the home region's newest day, what is beside it, and the cases. */
public record SummaryPage(
        Frame frame,
        Optional<Weather> weather,
        CaseMonth cases,
        CountBars topics,
        List<CaseRow> newest,
        long readings,
        long rejects)
        implements SitePage {

    private static final int NEWEST = 5;

    /** The newest day of the home region, or of the whole country where home has none. */
    public record Weather(
            LocalDate day,
            RegionRow home,
            boolean isInsteadOfHome,
            Optional<RegionRow> nation,
            List<Comparison> comparisons,
            List<RegionRow> sigungu,
            List<RegionRow> beside,
            List<String> absent,
            StationMap map,
            List<TemperatureBand> legend,
            RangeChart chart,
            ShareBars sky) {}

    public static SummaryPage of(Frame frame, Facts facts) {
        Language language = frame.language();
        return new SummaryPage(
                frame,
                facts.newestDay().flatMap(day -> weather(frame, facts, day)),
                facts.allCases(),
                CaseCounts.bars(CaseCounts.topics(facts, language)),
                CaseCounts.newestFirst(facts)
                        .limit(NEWEST)
                        .map(c -> CaseRow.of(c, facts, language))
                        .toList(),
                facts.tally().readings(),
                facts.content().quality().rejects().stream()
                        .mapToLong(r -> r.count())
                        .sum());
    }

    private static Optional<Weather> weather(Frame frame, Facts facts, LocalDate day) {
        String code = facts.settings().home();
        return facts.region(day, code).or(() -> facts.region(day, "KR")).map(home -> {
            Language language = frame.language();
            List<RegionDay> beside = new ArrayList<>(List.of(home));
            List<String> neighbours = facts.place(code).neighbours();
            for (String neighbour : neighbours) {
                facts.region(day, neighbour).ifPresent(beside::add);
            }
            for (String whole : List.of("KR", "KR-mainland")) {
                facts.region(day, whole).filter(row -> row != home).ifPresent(beside::add);
            }
            List<RegionDay> provinces = facts.regions(day).stream()
                    .filter(row -> facts.place(row.regionCode()).isProvince())
                    .toList();
            return new Weather(
                    day,
                    RegionRow.of(home, facts, language, frame.home()),
                    !home.regionCode().equals(code),
                    facts.region(day, "KR").map(row -> RegionRow.of(row, facts, language, frame.home())),
                    List.of(
                            Comparison.of(
                                    language.say("전날보다", "vs. day before"), home, day.minusDays(1), facts, language),
                            Comparison.of(
                                    language.say("작년 같은 날보다", "vs. a year ago"),
                                    home,
                                    day.minusYears(1),
                                    facts,
                                    language)),
                    facts.sigungu(day, home.regionCode()).stream()
                            .map(row -> RegionRow.of(row, facts, frame.home()))
                            .toList(),
                    beside.stream()
                            .map(row -> RegionRow.of(row, facts, language, frame.home()))
                            .toList(),
                    facts.provincesWithout(day).stream()
                            .filter(place -> neighbours.contains(place.code()))
                            .map(place -> place.in(language))
                            .toList(),
                    Charts.stations(facts.stations(day), facts, language),
                    Charts.legend(facts.stations(day)),
                    Charts.regions(provinces, facts, language),
                    Charts.sky(day, List.of("KR", home.regionCode()), facts, language));
        });
    }
}
