package org.snapshothub.publish.site.data;

import java.util.List;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.gold.CaseRegionMonth;
import org.snapshothub.gold.CaseSigunguMonth;
import org.snapshothub.gold.OrganisationMonth;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.RegionMonth;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;
import org.snapshothub.gold.StationMonth;
import org.snapshothub.gold.TopicMonth;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.site.CaseShown;
import org.snapshothub.publish.site.SiteContent;
import org.snapshothub.publish.site.Weather;

/** The tables that are given away: gold as it is, and the cases as far as they may be shown. */
public final class OpenData {

    private static final List<Table.Column> CASE_COLUMNS = List.of(
            column("use_case_id", false, "SHA-256 hex of article, title and offsets"),
            column("case_key", false, "Equal for the same case in different articles"),
            column("title", false, "Nominal phrase as printed"),
            column("topic", false, "One of the 16 themes of data.go.kr"),
            column("organisation", true, "Organisation as printed; empty when the text names none"),
            column("organisation_id", true, "Key of the organisation; empty when not identified"),
            column("region_code", true, "Where it is applied, ISO 3166-2:KR; empty when not said"),
            column("sigungu", true, "Where it is applied, official 시·군·구; empty when not said"),
            column("status", false, "done, planned or mentioned"),
            column("evidence", false, "Masked phrase around the title, at most 200 code points"),
            column("rule", false, "Name of the rule that found it"),
            new Table.Column("confidence", "DOUBLE", false, "0–1", "Confidence of that rule"),
            column("article_id", false, "The article that tells it"),
            column("article_title", true, "Title of the article"),
            new Table.Column("published_on", "DATE", true, "", "Day of the article; empty unless certain"),
            column("published_month", true, "YYYY-MM of the article; empty unless certain"),
            column("published_precision", false, "day, month, year or none"),
            column("outlets", true, "Registered domains, separated by a space"),
            column("urls", true, "Addresses of the pages, separated by a space"));

    private static final List<Table.Column> REJECT_COLUMNS = List.of(
            column("job", false, "The job that refused"),
            column("reason", false, "Stable code of the reason"),
            column("meaning", false, "What was seen, and why it could not be taken"),
            count("reject_count", "Things refused"),
            count("open_count", "Those that no later run has taken yet"));

    private static final List<Table.Column> DOUBT_COLUMNS = List.of(
            column("rule", false, "Plausibility rule that doubts readings; they count all the same"),
            count("reading_count", "Readings that the rule doubts"),
            count("station_count", "Stations of those readings"));

    private static final List<Table.Column> CAPTURE_COLUMNS = List.of(
            new Table.Column("captured_on", "DATE", true, "", "Day (KST) of capture; empty when unknown"),
            count("page_count", "Pages captured that day"),
            count("widget_count", "Those from which at least one reading was taken"),
            count("lost_count", "Those of whose widget or article nothing could be taken"),
            count("reject_count", "Things refused on them"));

    private OpenData() {}

    /** The tables that grow by day, without rows: what is said of them, whatever the year. */
    public static List<OpenTable> byDay() {
        return ofYear(List.of(), new Weather.Year(List.of(), List.of(), List.of()));
    }

    /** The same with the rows of a year. */
    public static List<OpenTable> ofYear(List<RegionDay> regionDays, Weather.Year year) {
        return List.of(
                OpenTable.of(RegionDay.TABLE, "시·도별 일 기온", "Daily temperature by province", regionDays),
                OpenTable.of(StationDay.TABLE, "지점별 일 기온", "Daily temperature by station", year.stationDays()),
                OpenTable.of(SigunguDay.TABLE, "시·군·구별 일 기온", "Daily temperature by municipality", year.sigunguDays()),
                OpenTable.of(SkyShare.TABLE, "시·도별 하늘 상태", "Sky by province", year.sky()));
    }

    /** The tables given away whole. */
    public static List<OpenTable> whole(SiteContent content) {
        var weather = content.weather();
        var cases = content.useCases();
        var quality = content.quality();
        return List.of(
                OpenTable.of(RegionMonth.TABLE, "시·도별 월 기온", "Monthly temperature by province", weather.regionMonths()),
                OpenTable.of(StationMonth.TABLE, "지점별 월 기온", "Monthly temperature by station", weather.stationMonths()),
                new OpenTable(
                        "use_cases",
                        "데이터 활용 사례",
                        "Data-usage cases",
                        "One row per distinct data-usage case in an article.",
                        List.of("use_case_id"),
                        CASE_COLUMNS,
                        cases.cases().stream().map(OpenData::cells).toList()),
                OpenTable.of(CaseMonth.TABLE, "월별 활용 사례 수", "Cases by month", cases.total()),
                OpenTable.of(TopicMonth.TABLE, "주제별 활용 사례 수", "Cases by topic", cases.byTopic()),
                OpenTable.of(CaseRegionMonth.TABLE, "시·도별 활용 사례 수", "Cases by province", cases.byRegion()),
                OpenTable.of(CaseSigunguMonth.TABLE, "시·군·구별 활용 사례 수", "Cases by municipality", cases.bySigungu()),
                OpenTable.of(OrganisationMonth.TABLE, "기관별 활용 사례 수", "Cases by organisation", cases.byOrganisation()),
                new OpenTable(
                        "rejects_by_reason",
                        "까닭별 거절 건수",
                        "Things refused by reason",
                        "One row per job and reason of what was refused.",
                        List.of("job", "reason"),
                        REJECT_COLUMNS,
                        quality.rejects().stream()
                                .map(r -> new Object[] {r.job(), r.reason(), r.meaning(), r.count(), r.open()})
                                .toList()),
                new OpenTable(
                        "doubts_by_rule",
                        "규칙별 의심되는 관측값 수",
                        "Doubted readings by rule",
                        "One row per plausibility rule that doubts a reading.",
                        List.of("rule"),
                        DOUBT_COLUMNS,
                        quality.doubts().stream()
                                .map(d -> new Object[] {d.rule(), d.readings(), d.stations()})
                                .toList()),
                new OpenTable(
                        "pages_by_capture_day",
                        "수집일별 페이지 수",
                        "Pages by day of capture",
                        "One row per day on which pages were captured.",
                        List.of("captured_on"),
                        CAPTURE_COLUMNS,
                        quality.captures().stream()
                                .map(c -> new Object[] {c.day(), c.pages(), c.widgets(), c.lost(), c.rejects()})
                                .toList()));
    }

    /** Whether it depends on the cases and on nothing else. */
    public static boolean isOfCases(OpenTable table) {
        return table.name().startsWith("use_cases");
    }

    private static Object[] cells(CaseShown c) {
        return new Object[] {
            c.useCaseId(),
            c.caseKey(),
            c.title(),
            c.topic(),
            c.organisation(),
            c.organisationId(),
            c.regionCode(),
            c.sigungu(),
            c.status(),
            c.evidence(),
            c.rule(),
            c.confidence(),
            c.articleId(),
            c.articleTitle(),
            c.publishedOn(),
            c.publishedMonth(),
            c.publishedPrecision(),
            String.join(" ", c.outlets()),
            String.join(" ", c.urls())
        };
    }

    private static Table.Column count(String name, String doc) {
        return new Table.Column(name, "BIGINT", false, "", doc);
    }

    private static Table.Column column(String name, boolean nullable, String doc) {
        return new Table.Column(name, "STRING", nullable, "", doc);
    }
}
