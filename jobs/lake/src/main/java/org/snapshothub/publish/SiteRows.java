package org.snapshothub.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.snapshothub.audit.Reject;
import org.snapshothub.bronze.PullReason;
import org.snapshothub.extract.article.ArticleReason;
import org.snapshothub.extract.observation.ObservationReason;
import org.snapshothub.extract.page.PageReason;
import org.snapshothub.extract.record.Reason;
import org.snapshothub.extract.usecase.Evidence;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.gold.CaseRegionMonth;
import org.snapshothub.gold.CaseSigunguMonth;
import org.snapshothub.gold.Doubt;
import org.snapshothub.gold.OrganisationMonth;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.TopicMonth;
import org.snapshothub.lake.Lake;
import org.snapshothub.publish.site.CaseShown;
import org.snapshothub.publish.site.DoubtCount;
import org.snapshothub.publish.site.GivenRows;
import org.snapshothub.publish.site.RejectCount;
import org.snapshothub.publish.site.SiteContent;
import org.snapshothub.publish.site.SiteSettings;
import org.snapshothub.silver.Article;
import org.snapshothub.silver.ArticlePage;
import org.snapshothub.silver.PageFindings;
import org.snapshothub.silver.UseCase;

/** The rows of the lake that a site shows; of article texts no more than a masked phrase. */
final class SiteRows {

    private static final Map<String, String> MEANINGS = meanings();

    private final Lake lake;

    SiteRows(Lake lake) {
        this.lake = lake;
    }

    SiteContent content(SiteSettings settings, GivenRows given, List<RegionDay> regionDays) {
        List<Row> findings = findings();
        List<SiteContent.CaptureDay> captures = captures(findings);
        Set<LocalDate> captured =
                captures.stream().map(SiteContent.CaptureDay::day).collect(Collectors.toSet());
        return new SiteContent(
                settings,
                new LakeWeather(lake, given, regionDays, captured),
                useCases(),
                quality(captures, runs(findings)));
    }

    private SiteContent.UseCases useCases() {
        return new SiteContent.UseCases(
                lake.records(CaseMonth.TABLE),
                lake.records(TopicMonth.TABLE),
                lake.records(CaseRegionMonth.TABLE),
                lake.records(CaseSigunguMonth.TABLE),
                lake.records(OrganisationMonth.TABLE),
                cases());
    }

    private List<CaseShown> cases() {
        Dataset<Row> carriers = lake.read(ArticlePage.TABLE)
                .groupBy("article_id")
                .agg(
                        sort_array(collect_set("outlet")).as("outlets"),
                        sort_array(collect_set("url")).as("urls"));
        Dataset<Row> articles = lake.read(Article.TABLE)
                .select(
                        col("article_id"),
                        col("title").as("article_title"),
                        col("published_on"),
                        col("published_month"),
                        col("published_precision"));
        return lake
                .read(UseCase.TABLE)
                .join(articles, "article_id")
                .join(carriers, "article_id")
                .collectAsList()
                .stream()
                .map(SiteRows::shown)
                // Here and not there: to sort, Spark would look at all of it once more for its bounds.
                .sorted(Comparator.comparing(CaseShown::useCaseId))
                .toList();
    }

    private static CaseShown shown(Row r) {
        Object publishedOn = r.getAs("published_on");
        String title = r.getAs("title");
        return new CaseShown(
                r.getAs("use_case_id"),
                r.getAs("case_key"),
                title,
                r.getAs("topic"),
                r.getAs("organisation"),
                r.getAs("organisation_id"),
                r.getAs("region_code"),
                r.getAs("sigungu"),
                r.getAs("status"),
                Evidence.masked(r.getAs("evidence"), title),
                r.getAs("rule"),
                r.getAs("confidence"),
                r.getAs("article_id"),
                r.getAs("article_title"),
                publishedOn == null ? null : LocalDate.parse(publishedOn.toString()),
                r.getAs("published_month"),
                r.getAs("published_precision"),
                r.getList(r.fieldIndex("outlets")),
                r.getList(r.fieldIndex("urls")));
    }

    private SiteContent.Quality quality(List<SiteContent.CaptureDay> captures, List<SiteContent.RunPages> runs) {
        List<RejectCount> rejects = lake
                .read(Reject.TABLE)
                .groupBy("job", "reason")
                .agg(
                        count(lit(1)).as("all"),
                        sum(when(col("redriven_by").isNull(), 1L).otherwise(0L)).as("open"))
                .orderBy("job", "reason")
                .collectAsList()
                .stream()
                .map(r -> new RejectCount(
                        r.getString(0),
                        r.getString(1),
                        MEANINGS.getOrDefault(r.getString(1), ""),
                        r.getLong(2),
                        r.getLong(3)))
                .toList();
        long stale = rejects.stream()
                .filter(r -> r.reason().equals(ObservationReason.STALE_PAGE.code()))
                .mapToLong(RejectCount::count)
                .sum();
        return new SiteContent.Quality(rejects, stale, captures, runs, doubts());
    }

    /** The pages by day of capture, and by the run that read them. */
    private List<Row> findings() {
        return lake.read(PageFindings.TABLE)
                .groupBy("fetch_date", "run_seq")
                .agg(
                        count(lit(1)),
                        sum(when(col("observed_on").isNotNull(), 1L).otherwise(0L)),
                        sum(when(col("lost"), 1L).otherwise(0L)),
                        sum(col("rejects").cast("long")))
                .collectAsList();
    }

    private static List<SiteContent.CaptureDay> captures(List<Row> findings) {
        Map<Optional<LocalDate>, List<Row>> days = findings.stream()
                .collect(Collectors.groupingBy(r -> r.isNullAt(0)
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(r.get(0).toString()))));
        return days.entrySet().stream()
                .map(day -> new SiteContent.CaptureDay(
                        day.getKey().orElse(null),
                        total(day.getValue(), 2),
                        total(day.getValue(), 3),
                        total(day.getValue(), 4),
                        total(day.getValue(), 5)))
                .sorted(Comparator.comparing(
                        SiteContent.CaptureDay::day, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static List<SiteContent.RunPages> runs(List<Row> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(r -> r.getLong(1), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(run -> new SiteContent.RunPages(total(run, 2), total(run, 3), total(run, 4), total(run, 5)))
                .toList();
    }

    private static long total(List<Row> rows, int column) {
        return rows.stream().mapToLong(r -> r.getLong(column)).sum();
    }

    private List<DoubtCount> doubts() {
        return lake
                .read(Doubt.TABLE)
                .groupBy("rule")
                .agg(count(lit(1)), countDistinct("station_id"))
                .orderBy("rule")
                .collectAsList()
                .stream()
                .map(r -> new DoubtCount(r.getString(0), r.getLong(1), r.getLong(2)))
                .toList();
    }

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new HashMap<>();
        Stream.<Reason[]>of(
                        PullReason.values(), PageReason.values(), ObservationReason.values(), ArticleReason.values())
                .flatMap(Stream::of)
                .forEach(reason -> meanings.put(reason.code(), reason.meaning()));
        return meanings;
    }
}
