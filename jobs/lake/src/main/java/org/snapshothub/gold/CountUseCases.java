package org.snapshothub.gold;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Table;
import org.snapshothub.silver.Article;
import org.snapshothub.silver.ArticlePage;
import org.snapshothub.silver.UseCase;

/**
 * Counts data-usage cases: {@code silver.use_cases} with its articles and pages → {@code gold.use_cases_…}.
 *
 * <p>All months are counted, from narrow columns, since one case may be told in several and has one topic over all of
 * them; only months whose figures differ are written.
 */
public final class CountUseCases implements Job {

    private static final String UNKNOWN = "unknown";
    private static final String ALL = "all";

    @Override
    public String name() {
        return "count-use-cases";
    }

    @Override
    public Layer layer() {
        return Layer.GOLD;
    }

    @Override
    public String purpose() {
        return "counts cases, articles, pages and outlets by month, topic, region and organisation";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(UseCase.TABLE, Article.TABLE, ArticlePage.TABLE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(
                CaseMonth.TABLE,
                TopicMonth.TABLE,
                CaseRegionMonth.TABLE,
                CaseSigunguMonth.TABLE,
                OrganisationMonth.TABLE);
    }

    @Override
    public JobResult run(Run run) {
        Map<Table<?>, Run.Position> positions = Map.of(
                UseCase.TABLE, run.position(CaseMonth.TABLE, UseCase.TABLE),
                Article.TABLE, run.position(CaseMonth.TABLE, Article.TABLE),
                ArticlePage.TABLE, run.position(CaseMonth.TABLE, ArticlePage.TABLE));
        boolean isWindowed = !run.options().window().isAll();
        if (!isWindowed && positions.values().stream().allMatch(Run.Position::isCaughtUp)) {
            return JobResult.nothingNew();
        }
        List<Row> counts = counts(run);
        return new Writing(run, counts, isWindowed ? Map.of() : positions).result();
    }

    private static List<Row> counts(Run run) {
        Lake lake = run.lake();
        lake.read(UseCase.TABLE).createOrReplaceTempView("counted_cases");
        lake.read(Article.TABLE).createOrReplaceTempView("counted_articles");
        lake.read(ArticlePage.TABLE).createOrReplaceTempView("counted_pages");
        try {
            return run.spark().sql(COUNTS).collectAsList();
        } finally {
            List.of("counted_cases", "counted_articles", "counted_pages")
                    .forEach(view -> run.spark().catalog().dropTempView(view));
        }
    }

    /**
     * One row per month (and over all) and dimension, told apart by {@code grouping}. A case has one topic: that of its
     * most confident telling, of equals the smallest id.
     */
    private static final String COUNTS = """
            WITH topics AS (
              SELECT case_key, min_by(topic, struct(-confidence, use_case_id)) AS topic
              FROM counted_cases GROUP BY case_key),
            told AS (
              SELECT coalesce(a.published_month, 'unknown') AS month, t.topic,
                     coalesce(c.region_code, 'unknown') AS region_code,
                     coalesce(c.sigungu, 'unknown') AS sigungu,
                     coalesce(c.organisation_id, 'unknown') AS organisation_id,
                     c.case_key, c.article_id, p.page_id, p.outlet
              FROM counted_cases c
              JOIN topics t ON t.case_key = c.case_key
              JOIN counted_articles a ON a.article_id = c.article_id
              JOIN counted_pages p ON p.article_id = c.article_id)
            SELECT grouping_id(month, topic, region_code, sigungu, organisation_id) AS grouping,
                   month, topic, region_code, sigungu, organisation_id,
                   count(DISTINCT case_key) AS cases, count(DISTINCT article_id) AS articles,
                   count(DISTINCT page_id) AS pages, count(DISTINCT outlet) AS outlets
            FROM told
            GROUP BY month, topic, region_code, sigungu, organisation_id
            GROUPING SETS ((), (month), (month, topic), (month, region_code), (month, region_code, sigungu),
                           (month, organisation_id))
            """;

    /** Bits of {@code grouping_id}: one for each column that is not grouped by, month first. */
    private static final long TOTAL = 0b11111;

    private static final long BY_MONTH = 0b01111;
    private static final long BY_TOPIC = 0b00111;
    private static final long BY_REGION = 0b01011;
    private static final long BY_SIGUNGU = 0b01001;
    private static final long BY_ORGANISATION = 0b01110;

    /** The counts into their tables. */
    private record Writing(Run run, List<Row> counts, Map<Table<?>, Run.Position> positions) {

        JobResult result() {
            long written = 0;
            // The table that holds the position is written last: a kill before it repeats the others, which then differ
            // in nothing.
            written += set(
                    TopicMonth.TABLE,
                    TopicMonth::month,
                    BY_TOPIC,
                    r -> new TopicMonth(month(r), r.getAs("topic"), cases(r), articles(r), pages(r), outlets(r)));
            written += set(
                    CaseRegionMonth.TABLE,
                    CaseRegionMonth::month,
                    BY_REGION,
                    r -> new CaseRegionMonth(
                            month(r), r.getAs("region_code"), cases(r), articles(r), pages(r), outlets(r)));
            written += set(
                    CaseSigunguMonth.TABLE,
                    CaseSigunguMonth::month,
                    BY_SIGUNGU,
                    r -> new CaseSigunguMonth(
                            month(r),
                            r.getAs("region_code"),
                            r.getAs("sigungu"),
                            cases(r),
                            articles(r),
                            pages(r),
                            outlets(r)));
            written += set(
                    OrganisationMonth.TABLE,
                    OrganisationMonth::month,
                    BY_ORGANISATION,
                    r -> new OrganisationMonth(
                            month(r), r.getAs("organisation_id"), cases(r), articles(r), pages(r), outlets(r)));
            List<CaseMonth> totals = counts.stream()
                    .filter(r -> grouping(r) == BY_MONTH || grouping(r) == TOTAL)
                    .map(r -> new CaseMonth(
                            grouping(r) == TOTAL ? ALL : month(r), cases(r), articles(r), pages(r), outlets(r)))
                    .filter(c -> c.caseCount() > 0)
                    .toList();
            written += set(CaseMonth.TABLE, CaseMonth::month, totals, positions);
            return JobResult.of(counts.size(), written, 0, 0);
        }

        private <R extends Record> long set(
                Table<R> table, Function<R, String> month, long grouping, Function<Row, R> row) {
            List<R> rows = counts.stream()
                    .filter(r -> grouping(r) == grouping)
                    .map(row)
                    .toList();
            return set(table, month, rows, Map.of());
        }

        private <R extends Record> long set(
                Table<R> table, Function<R, String> month, List<R> rows, Map<Table<?>, Run.Position> consumed) {
            Set<String> months = new HashSet<>(rows.stream().map(month).collect(Collectors.toSet()));
            months.addAll(monthsIn(table));
            months.removeIf(m -> !run.options().window().overlaps(m));
            List<R> looked =
                    rows.stream().filter(r -> months.contains(month.apply(r))).toList();
            return new GoldTable<>(run, table, month)
                    .set(months, looked, consumed)
                    .rowsWritten();
        }

        /** Months that have rows now: one may have lost its last case. */
        private Set<String> monthsIn(Table<?> table) {
            if (run.lake().log(table).lastNote().isEmpty()) {
                return Set.of();
            }
            return run.lake().read(table).select("month").distinct().collectAsList().stream()
                    .map(r -> r.getString(0))
                    .collect(Collectors.toSet());
        }

        private static long grouping(Row r) {
            return ((Number) r.getAs("grouping")).longValue();
        }

        private static String month(Row r) {
            String month = r.getAs("month");
            return month == null ? UNKNOWN : month;
        }

        private static long cases(Row r) {
            return r.getAs("cases");
        }

        private static long articles(Row r) {
            return r.getAs("articles");
        }

        private static long pages(Row r) {
            return r.getAs("pages");
        }

        private static long outlets(Row r) {
            return r.getAs("outlets");
        }
    }
}
