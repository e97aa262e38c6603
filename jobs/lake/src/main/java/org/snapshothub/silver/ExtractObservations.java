package org.snapshothub.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.RecordCodec;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.Table;

/**
 * Counts each day's readings once, however many pages show them: {@code silver.findings} → {@code silver.observations}.
 *
 * <p>A page gives one row with its widget's digest; a distinct widget is looked at once. Days with a new page are decided
 * anew as a whole, so the order in which pages arrive does not matter.
 */
public final class ExtractObservations implements Job {

    static final String NAME = "extract-observations";

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
        return "counts each day's readings once, however many pages show them";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(PageFindings.TABLE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Observation.TABLE);
    }

    @Override
    public JobResult run(Run run) {
        Run.Position position = run.position(Observation.TABLE, PageFindings.TABLE);
        boolean isWindowed = !run.options().window().isAll();
        if (position.isCaughtUp() && !isWindowed) {
            return JobResult.nothingNew();
        }
        Dataset<Row> findings = run.lake().read(PageFindings.TABLE);
        Dataset<Row> looked = isWindowed
                ? findings.where(run.options().window().holds("fetch_date"))
                : findings.where(col("run_seq").gt(position.consumed()));
        Set<String> days = new TreeSet<>();
        long pages = 0;
        long without = 0;
        for (Row row : looked.groupBy("observed_on").agg(count(lit(1))).collectAsList()) {
            pages += row.getLong(1);
            if (row.isNullAt(0)) {
                without += row.getLong(1);
            } else {
                days.add(row.get(0).toString());
            }
        }
        // A page that an older extractor put on another day, or on none now, changes that day too.
        position.slices().orElse(Set.of()).stream()
                .filter(slice -> !slice.equals(ReadPages.WINDOWED))
                .forEach(days::add);
        Map<Table<?>, Run.Position> moved = isWindowed ? Map.of() : Map.of(PageFindings.TABLE, position);
        long written = write(run, days, moved);
        return JobResult.of(pages, written, 0, without);
    }

    private static long write(Run run, Set<String> days, Map<Table<?>, Run.Position> moved) {
        if (days.isEmpty()) {
            run.slices()
                    .append(
                            Observation.TABLE,
                            run.rows(Observation.TABLE, List.of()),
                            run.note(Observation.TABLE, moved, Set.of()));
            return 0;
        }
        Dataset<Row> observations = observations(run, days).coalesce(1).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            long written = observations.count();
            boolean isFirst = run.lake().log(Observation.TABLE).lastNote().isEmpty();
            var note = run.note(Observation.TABLE, moved, days);
            if (isFirst) {
                run.slices().append(Observation.TABLE, observations, note);
            } else {
                run.slices().replace(Observation.TABLE, observations, note);
            }
            return written;
        } finally {
            observations.unpersist();
        }
    }

    /** The rows of some days: distinct widgets are told apart in Spark, a day's slots are decided in one place. */
    private static Dataset<Row> observations(Run run, Set<String> days) {
        RecordCodec<WidgetShown> shown = RecordCodec.of(WidgetShown.class);
        RecordCodec<Observation> observation = Observation.TABLE.codec();
        return distinctWidgets(run, days)
                .groupByKey(
                        (MapFunction<Row, String>)
                                r -> r.get(r.fieldIndex("observed_on")).toString(),
                        Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (day, rows) -> {
                            List<WidgetShown> widgets = new ArrayList<>();
                            rows.forEachRemaining(row -> widgets.add(shown.fromRow(row)));
                            return ObservedDay.of(LocalDate.parse(day), widgets).stream()
                                    .map(observation::toRow)
                                    .iterator();
                        },
                        Encoders.row(observation.schema()));
    }

    private static Dataset<Row> distinctWidgets(Run run, Set<String> days) {
        Column capture = struct(col("fetch_time").isNull(), col("fetch_time"), col("page_id"));
        return run.lake()
                .read(PageFindings.TABLE)
                .where(Slices.predicate("fetch_date", capturesOf(days)))
                .where(Slices.predicate("observed_on", days))
                .groupBy("observed_on", "observed_hour", "widget_digest")
                .agg(
                        count(lit(1)).as("page_count"),
                        min(capture).as("first"),
                        max("fetch_time").as("latest_time"),
                        min_by(col("page_id"), latestFirst()).as("latest_page_id"),
                        // Of the page that the values are credited to: its words are their evidence.
                        min_by(col("widget"), latestFirst()).as("entries"))
                .select(
                        col("observed_on"),
                        col("observed_hour"),
                        col("widget_digest").as("digest"),
                        col("page_count"),
                        col("first.fetch_time").as("first_time"),
                        col("first.page_id").as("first_page_id"),
                        col("latest_time"),
                        col("latest_page_id"),
                        col("entries"));
    }

    /** Orders pages by latest capture first (unknown last), then by page. */
    private static Column latestFirst() {
        Column seconds = org.apache.spark.sql.functions.coalesce(
                org.apache.spark.sql.functions.negate(org.apache.spark.sql.functions.unix_micros(col("fetch_time"))),
                lit(Long.MAX_VALUE));
        return struct(seconds, col("page_id"));
    }

    /** The days on which pages of some days are captured: a widget belongs to its day of capture or the day before. */
    private static Set<String> capturesOf(Set<String> days) {
        Set<String> captures = new TreeSet<>(days);
        days.forEach(day -> {
            captures.add(LocalDate.parse(day).plusDays(1).toString());
            captures.add(LocalDate.parse(day).minusDays(1).toString());
        });
        captures.add("");
        return captures;
    }
}
