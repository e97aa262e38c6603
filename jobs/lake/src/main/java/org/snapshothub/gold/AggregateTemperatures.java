package org.snapshothub.gold;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.RecordCodec;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.Table;
import org.snapshothub.silver.Observation;

/**
 * Averages each changed day: {@code silver.observations} → {@code gold.temperature_by_station}, {@code _by_region},
 * {@code _by_sigungu} and {@code gold.sky_by_region}.
 *
 * <p>It reads observations, never pages, and of them only the changed days; a reading at hour 0 belongs to two.
 */
public final class AggregateTemperatures implements Job {

    /** Days computed and committed together: what the driver holds of gold at once. */
    private static final int DAYS_AT_ONCE = 400;

    private static final int MOVES_SHOWN = 20;

    @Override
    public String name() {
        return "aggregate-temperatures";
    }

    @Override
    public Layer layer() {
        return Layer.GOLD;
    }

    @Override
    public String purpose() {
        return "averages each changed day by station, 시·군·구 and region, and shares out its sky";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(Observation.TABLE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(StationDay.TABLE, SigunguDay.TABLE, SkyShare.TABLE, RegionDay.TABLE);
    }

    @Override
    public JobResult run(Run run) {
        // The position stands in the table that is written last.
        Run.Position position = run.position(RegionDay.TABLE, Observation.TABLE);
        boolean isWindowed = !run.options().window().isAll();
        if (position.isCaughtUp() && !isWindowed) {
            return JobResult.nothingNew();
        }
        List<String> days = new ArrayList<>(days(run, position, isWindowed));
        List<String> notes = new ArrayList<>();
        long written = 0;
        long read = 0;
        for (int from = 0; from == 0 || from < days.size(); from += DAYS_AT_ONCE) {
            int to = Math.min(days.size(), from + DAYS_AT_ONCE);
            boolean isLast = to == days.size();
            Map<Table<?>, Run.Position> moved = isLast && !isWindowed ? Map.of(Observation.TABLE, position) : Map.of();
            Chunk chunk = new Chunk(run, new TreeSet<>(days.subList(from, to)), moved);
            chunk.write();
            written += chunk.written;
            read += chunk.read;
            notes.addAll(chunk.moves);
        }
        List<String> shown = notes.size() <= MOVES_SHOWN ? notes : new ArrayList<>(notes.subList(0, MOVES_SHOWN));
        if (notes.size() > MOVES_SHOWN) {
            shown.add("and " + (notes.size() - MOVES_SHOWN) + " more published numbers moved");
        }
        return JobResult.of(read, written, 0, 0).withNotes(shown);
    }

    private static Set<String> days(Run run, Run.Position position, boolean isWindowed) {
        Set<String> days = new TreeSet<>();
        if (isWindowed || position.slices().isEmpty()) {
            run.lake()
                    .read(Observation.TABLE)
                    .where(run.options().window().holds("observed_on"))
                    .select("observed_on")
                    .distinct()
                    .collectAsList()
                    .forEach(r -> days.add(r.get(0).toString()));
        } else {
            days.addAll(position.slices().get());
        }
        // Hour 0 closes the day before: that one is computed too, and written only if it differs.
        List.copyOf(days)
                .forEach(day -> days.add(LocalDate.parse(day).minusDays(1).toString()));
        return days;
    }

    /** Some days, computed in one pass and written in one commit a table. */
    private static final class Chunk {

        private final Run run;
        private final Set<String> days;
        private final Map<Table<?>, Run.Position> moved;
        private final List<String> moves = new ArrayList<>();
        private long written;
        private long read;

        private Chunk(Run run, Set<String> days, Map<Table<?>, Run.Position> moved) {
            this.run = run;
            this.days = days;
            this.moved = moved;
        }

        private void write() {
            List<DayRows> statistics = compute();
            written += new GoldTable<>(
                            run, StationDay.TABLE, d -> d.observedOn().toString())
                    .set(days, flat(statistics, DayRows::stations), Map.of())
                    .rowsWritten();
            written += new GoldTable<>(
                            run, SigunguDay.TABLE, d -> d.observedOn().toString())
                    .set(days, flat(statistics, DayRows::sigungus), Map.of())
                    .rowsWritten();
            written += new GoldTable<>(run, SkyShare.TABLE, d -> d.observedOn().toString())
                    .set(days, flat(statistics, DayRows::skies), Map.of())
                    .rowsWritten();
            var regions = new GoldTable<>(
                            run, RegionDay.TABLE, d -> d.observedOn().toString())
                    .set(days, flat(statistics, DayRows::regions), moved);
            written += regions.rowsWritten();
            regions.slices()
                    .forEach(day -> moves(
                            regions.before().getOrDefault(day, List.of()),
                            regions.after().getOrDefault(day, List.of())));
        }

        /** What was there before and is another number now. */
        private void moves(List<RegionDay> before, List<RegionDay> after) {
            Map<String, RegionDay> now = new HashMap<>();
            after.forEach(row -> now.put(row.regionCode(), row));
            for (RegionDay was : before) {
                RegionDay is = now.get(was.regionCode());
                if (is == null) {
                    moves.add(was.observedOn() + " " + was.regionCode() + " mean " + was.meanC() + " → none");
                } else if (!Objects.equals(was.meanC(), is.meanC())) {
                    moves.add(was.observedOn() + " " + was.regionCode() + " mean " + was.meanC() + " → " + is.meanC()
                            + " (n " + was.readingCount() + " → " + is.readingCount() + ")");
                }
            }
        }

        private static <R> List<R> flat(List<DayRows> statistics, Function<DayRows, List<R>> rows) {
            return statistics.stream().flatMap(s -> rows.apply(s).stream()).toList();
        }

        private List<DayRows> compute() {
            if (days.isEmpty()) {
                return List.of();
            }
            RecordCodec<Dated> dated = RecordCodec.of(Dated.class);
            RecordCodec<Observation> observation = Observation.TABLE.codec();
            RecordCodec<DayRows> statistics = RecordCodec.of(DayRows.class);
            Set<String> wanted = Set.copyOf(days);
            Set<String> needed = days.stream()
                    .flatMap(d -> Stream.of(d, LocalDate.parse(d).plusDays(1).toString()))
                    .collect(Collectors.toSet());
            Dataset<Row> observations =
                    run.lake().read(Observation.TABLE).where(Slices.predicate("observed_on", needed));
            List<Row> rows = observations
                    .flatMap(
                            (FlatMapFunction<Row, Row>) row -> daysOf(observation.fromRow(row), wanted)
                                    .map(dated::toRow)
                                    .iterator(),
                            Encoders.row(dated.schema()))
                    .groupByKey((MapFunction<Row, String>) r -> r.getAs("day"), Encoders.STRING())
                    .flatMapGroups(
                            (FlatMapGroupsFunction<String, Row, Row>) (day, group) -> statisticsOf(day, group, dated)
                                    .map(statistics::toRow)
                                    .iterator(),
                            Encoders.row(statistics.schema()))
                    .collectAsList();
            List<DayRows> computed = rows.stream().map(statistics::fromRow).toList();
            read += computed.stream()
                    .flatMap(s -> s.regions().stream())
                    .filter(r -> r.regionCode().equals("KR"))
                    .mapToLong(RegionDay::readingCount)
                    .sum();
            return computed;
        }

        private static Stream<Dated> daysOf(Observation reading, Set<String> wanted) {
            List<Dated> days = new ArrayList<>();
            days.add(new Dated(reading.observedOn().toString(), false, reading));
            if (Objects.equals(reading.observedHour(), 0)) {
                days.add(new Dated(reading.observedOn().minusDays(1).toString(), true, reading));
            }
            return days.stream().filter(d -> wanted.contains(d.day()));
        }

        private static Stream<DayRows> statisticsOf(String day, Iterator<Row> group, RecordCodec<Dated> dated) {
            List<Observation> readings = new ArrayList<>();
            List<Observation> midnight = new ArrayList<>();
            group.forEachRemaining(row -> {
                Dated d = dated.fromRow(row);
                (d.isMidnightAfter() ? midnight : readings).add(d.reading());
            });
            return readings.isEmpty()
                    ? Stream.empty()
                    : Stream.of(DayRows.of(LocalDate.parse(day), readings, midnight));
        }
    }

    /** A reading under a day that it counts to. */
    record Dated(
            @Doc("The day") String day,
            @Doc("Whether it is hour 0 of the next day") boolean isMidnightAfter,
            @Doc("The reading") Observation reading) {}
}
