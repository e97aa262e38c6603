package org.snapshothub.silver;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.snapshothub.audit.Reject;
import org.snapshothub.audit.Rejects;
import org.snapshothub.bronze.CapturedPage;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.Progress;
import org.snapshothub.lake.RecordCodec;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.SoFar;
import org.snapshothub.lake.Table;

/** Reads each new page once, with all extractors: {@code bronze.pages} → {@code silver.findings}. */
public final class ReadPages implements Job {

    static final String NAME = "read-pages";

    /** Marks a commit that looked at a window of days, and so took in only part of what was new. */
    static final String WINDOWED = "windowed";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Layer layer() {
        return Layer.SILVER;
    }

    @Override
    public String purpose() {
        return "decodes and parses each new page once and runs all extractors on it";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(CapturedPage.TABLE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(PageFindings.TABLE);
    }

    @Override
    public JobResult run(Run run) {
        Run.Position position = run.position(PageFindings.TABLE, CapturedPage.TABLE);
        if (position.isCaughtUp() && !readsAgain(run)) {
            return JobResult.nothingNew();
        }
        Dataset<Row> pages = pagesToRead(run, position);
        long total = pages.count();
        if (total == 0) {
            return JobResult.nothingNew();
        }
        long seq = run.sequence().next();
        LongAccumulator done = run.spark().sparkContext().longAccumulator("pages");
        Run.Stamp stamp = run.stamp();
        RecordCodec<Extractors.Look> looks = RecordCodec.of(Extractors.Look.class);
        RecordCodec<CapturedPage> captured = CapturedPage.TABLE.codec();
        Dataset<Row> looked = pages.map(
                        (MapFunction<Row, Row>) row -> {
                            Row look = looks.toRow(Extractors.look(captured.fromRow(row), stamp, seq));
                            done.add(1);
                            return look;
                        },
                        Encoders.row(looks.schema()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try (SoFar read = new SoFar(run.spark().sparkContext(), done);
                var watch = run.progress().watch(Progress.Stage.of("extracting", total, "pages", read::value))) {
            // Rejects and whether the page held anything come in one pass; the texts stay where they are.
            List<Row> light = looked.select(
                            col("rejects"),
                            col("findings.widget_digest")
                                    .isNull()
                                    .and(col("findings.article").isNull()))
                    .collectAsList();
            List<Reject> rejects = light.stream()
                    .flatMap(row -> row.<Row>getList(0).stream())
                    .map(Reject.TABLE.codec()::fromRow)
                    .toList();
            long empty = light.stream().filter(row -> row.getBoolean(1)).count();
            long newRejects = Rejects.add(run, rejects);
            List<String> notes = close(run, rejects);
            write(run, position, looked.select("findings.*"), seq);
            return JobResult.of(total, total, newRejects, empty).withNotes(notes);
        } finally {
            looked.unpersist();
        }
    }

    /** After a redrive: rejects of the pages read again that did not come again are closed. */
    private static List<String> close(Run run, List<Reject> again) {
        if (run.options().redrive().isEmpty()) {
            return List.of();
        }
        List<Reject> offered = Lake.records(
                Reject.TABLE, Rejects.offered(run).where(col("page_id").isNotNull()));
        long closed = Rejects.close(run, offered, again);
        return List.of(closed + " of " + offered.size() + " rejects offered again were taken");
    }

    /** New pages; with {@code --reextract} also those an older extractor has read. */
    private static Dataset<Row> pagesToRead(Run run, Run.Position position) {
        Dataset<Row> pages =
                run.lake().read(CapturedPage.TABLE).where(run.options().window().holds("fetch_date"));
        Dataset<Row> fresh = pages.where(col("run_seq").gt(position.consumed()));
        if (run.options().reextract()) {
            Dataset<Row> older = run.lake()
                    .read(PageFindings.TABLE)
                    .where(col("extractor_version").notEqual(Extractors.VERSION))
                    .select("page_id");
            return pages.where(col("run_seq").leq(position.consumed()))
                    .join(older, pages.col("page_id").equalTo(older.col("page_id")), "left_semi")
                    .unionByName(fresh);
        }
        if (run.options().redrive().isPresent()) {
            Dataset<Row> refused =
                    Rejects.offered(run).where(col("page_id").isNotNull()).select("page_id");
            return pages.where(col("run_seq").leq(position.consumed()))
                    .join(refused, pages.col("page_id").equalTo(refused.col("page_id")), "left_semi")
                    .unionByName(fresh);
        }
        return fresh;
    }

    private static void write(Run run, Run.Position position, Dataset<Row> findings, long seq) {
        boolean sawAll = run.options().window().isAll();
        Map<Table<?>, Run.Position> moved = sawAll ? Map.of(CapturedPage.TABLE, position) : Map.of();
        if (sawAll && !readsAgain(run) && !wasWindowed(run)) {
            run.slices().append(PageFindings.TABLE, findings, run.note(PageFindings.TABLE, moved, Set.of(), seq));
            return;
        }
        // Some of these pages may have a row already: it is replaced.
        List<Row> marks = findings.select("page_id", "fetch_date").collectAsList();
        Set<String> days = marks.stream()
                .map(m -> m.isNullAt(1) ? "" : m.get(1).toString())
                .collect(Collectors.toSet());
        String ids = marks.stream().map(m -> "'" + m.getString(0) + "'").collect(Collectors.joining(", "));
        String where = Slices.predicate("fetch_date", days) + " AND page_id IN (" + ids + ")";
        Set<String> slices = observedUntilNow(run, where);
        if (!sawAll) {
            slices.add(WINDOWED);
        }
        run.slices()
                .replaceWhere(PageFindings.TABLE, where, findings, run.note(PageFindings.TABLE, moved, slices, seq));
    }

    /** The days to which the rows to be replaced gave a widget: they change even when no new row names them. */
    private static Set<String> observedUntilNow(Run run, String where) {
        return run
                .lake()
                .read(PageFindings.TABLE)
                .where(where)
                .where(col("observed_on").isNotNull())
                .select("observed_on")
                .distinct()
                .collectAsList()
                .stream()
                .map(r -> r.get(0).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean readsAgain(Run run) {
        return run.options().reextract() || run.options().redrive().isPresent();
    }

    /** Whether the last commit looked at some days only: then not all that is new has no row yet. */
    private static boolean wasWindowed(Run run) {
        return run.lake()
                .log(PageFindings.TABLE)
                .lastNote()
                .filter(n -> n.slices().contains(WINDOWED))
                .isPresent();
    }
}
