package org.snapshothub.publish.site.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.RegionMonth;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.Shown;
import org.snapshothub.publish.site.chart.TimeSeries;

/**
 * A region over its days: series, months, 시·군·구 and stations of its newest day.
 *
 * @param missed the site's newest day, where the region has nothing of it
 */
public record RegionPage(
        Frame frame,
        String code,
        String name,
        RegionRow newest,
        LocalDate day,
        Optional<LocalDate> missed,
        TimeSeries series,
        int dayCount,
        List<DayRow> days,
        List<MonthRow> months,
        List<RegionRow> sigungu,
        List<StationRow> stations)
        implements SitePage {

    /** More days than this belong into the file, not into a table. */
    private static final int DAYS = 31;

    /** A day of the region. */
    public record DayRow(LocalDate day, RegionRow row) {}

    /** A month of the region; {@code reason} says why there is no mean. */
    public record MonthRow(
            String month,
            String n,
            String mean,
            boolean isPartial,
            BigDecimal sort,
            String min,
            String max,
            boolean isSnapshot,
            String reason) {}

    public static RegionPage of(Frame frame, Facts facts, String code) {
        Language language = frame.language();
        List<RegionDay> history = facts.history(code);
        RegionDay newest = history.get(history.size() - 1);
        RegionRow shown = RegionRow.of(newest, facts, language, frame.home());
        return new RegionPage(
                frame,
                code,
                shown.name(),
                shown,
                newest.observedOn(),
                facts.newestDay().filter(day -> day.isAfter(newest.observedOn())),
                Charts.history(history, facts, language),
                history.size(),
                history.stream()
                        .sorted(Comparator.comparing(RegionDay::observedOn).reversed())
                        .limit(DAYS)
                        .map(row -> new DayRow(row.observedOn(), RegionRow.of(row, facts, language, frame.home())))
                        .toList(),
                facts.months(code).stream()
                        .sorted(Comparator.comparing(RegionMonth::month).reversed())
                        .map(row -> month(row, language))
                        .toList(),
                facts.sigungu(newest.observedOn(), code).stream()
                        .map(row -> RegionRow.of(row, facts, frame.home()))
                        .toList(),
                facts.stations(newest.observedOn()).stream()
                        .filter(row -> code.equals("KR")
                                || code.equals("KR-mainland")
                                        && !row.regionCode().equals("KR-49")
                                || row.regionCode().equals(code))
                        .map(row -> StationRow.of(row, facts, language))
                        .toList());
    }

    private static MonthRow month(RegionMonth row, Language language) {
        return new MonthRow(
                row.month(),
                row.dayCount() + "/" + row.dayExpected(),
                Shown.number(row.meanC()),
                row.dayCount() < row.dayExpected(),
                row.meanC(),
                Shown.number(row.minC()),
                Shown.number(row.maxC()),
                !row.basis().equals("daily"),
                reason(row.reason(), language));
    }

    /** Gold knows one reason; one it learns later stands for itself. */
    private static String reason(String code, Language language) {
        if (code == null) {
            return "";
        }
        return code.equals("incomplete-month")
                ? language.say("날이 80% 미만이라 평균을 비움", "no mean under 80% of the days")
                : code;
    }
}
