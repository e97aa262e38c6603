package org.snapshothub.gold;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.snapshothub.extract.observation.Regions;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.RecordCodec;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.Table;
import org.snapshothub.silver.Observation;
import scala.Tuple2;

/**
 * Averages each changed day: {@code silver.observations} → {@code gold.temperature_by_station}, {@code _by_region},
 * {@code _by_sigungu}, {@code gold.sky_by_region} and {@code gold.doubts}.
 *
 * <p>It reads observations, never pages, and of them only the changed days and those beside them: hour 0 ends the day
 * before, and the first hours of the day after are judged beside the last of this one.
 */
public final class AggregateTemperatures implements Job {

    /** Days computed and committed together: what the driver holds of gold at once. */
    private static final int DAYS_AT_ONCE = 400;

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
        return "averages each changed day by station, 시·군·구 and region, shares out its sky, and says what to doubt";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(Observation.TABLE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(StationDay.TABLE, SigunguDay.TABLE, SkyShare.TABLE, Doubt.TABLE, RegionDay.TABLE);
    }

    @Override
    public JobResult run(Run run) {
        // The position stands in the table that is written last.
        Run.Position position = run.position(RegionDay.TABLE, Observation.TABLE);
        boolean isWindowed = !run.options().window().isAll();
        if (position.isCaughtUp() && !isWindowed) {
            return JobResult.nothingNew();
        }
        Set<String> changed = changed(run, position, isWindowed);
        List<String> days = List.copyOf(withDaysBeside(changed));
        List<String> moves = new ArrayList<>();
        SortedMap<String, Long> doubts = new TreeMap<>();
        long written = 0;
        long read = 0;
        for (int from = 0; from == 0 || from < days.size(); from += DAYS_AT_ONCE) {
            int to = Math.min(days.size(), from + DAYS_AT_ONCE);
            boolean isLast = to == days.size();
            Map<Table<?>, Run.Position> moved = isLast && !isWindowed ? Map.of(Observation.TABLE, position) : Map.of();
            Set<String> chunk = new TreeSet<>(days.subList(from, to));
            List<DayRows> statistics = compute(run, chunk);
            var stations =
                    set(run, StationDay.TABLE, StationDay::observedOn, chunk, statistics, DayRows::stations, Map.of());
            var sigungus =
                    set(run, SigunguDay.TABLE, SigunguDay::observedOn, chunk, statistics, DayRows::sigungus, Map.of());
            var skies = set(run, SkyShare.TABLE, SkyShare::observedOn, chunk, statistics, DayRows::skies, Map.of());
            var doubted = set(run, Doubt.TABLE, Doubt::observedOn, chunk, statistics, DayRows::doubts, Map.of());
            var regions = set(run, RegionDay.TABLE, RegionDay::observedOn, chunk, statistics, DayRows::regions, moved);
            for (var change : List.of(stations, sigungus, skies, doubted, regions)) {
                written += change.rowsWritten();
            }
            read += readings(statistics);
            moves.addAll(Moves.of(regions, AggregateTemperatures::published));
            statistics.stream()
                    .flatMap(day -> day.doubts().stream())
                    .filter(doubt -> changed.contains(doubt.observedOn().toString()))
                    .forEach(doubt -> doubts.merge(doubt.rule(), 1L, Long::sum));
        }
        return JobResult.of(read, written, 0, 0).withDoubts(doubts).withNotes(Moves.shown(moves));
    }

    /** The days whose readings changed, or those of the window. */
    private static Set<String> changed(Run run, Run.Position position, boolean isWindowed) {
        if (!isWindowed && position.slices().isPresent()) {
            return position.slices().get();
        }
        Set<String> days = new TreeSet<>();
        // Those of gold too: a day that has lost its last reading, as by a restore, goes.
        for (Table<?> table : List.of(Observation.TABLE, RegionDay.TABLE)) {
            run.lake()
                    .read(table)
                    .where(run.options().window().holds("observed_on"))
                    .select("observed_on")
                    .distinct()
                    .collectAsList()
                    .forEach(r -> days.add(r.get(0).toString()));
        }
        return days;
    }

    /** Computed too, and written only where they differ. */
    private static Set<String> withDaysBeside(Set<String> days) {
        Set<String> all = new TreeSet<>(days);
        days.stream().map(LocalDate::parse).forEach(day -> {
            all.add(day.minusDays(1).toString());
            all.add(day.plusDays(1).toString());
        });
        return all;
    }

    private static List<DayRows> compute(Run run, Set<String> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        RecordCodec<DayRows> statistics = RecordCodec.of(DayRows.class);
        Set<String> wanted = Set.copyOf(days);
        // As RDD: for typed operations Spark would generate and compile code for rows as deep as these, at each run
        // anew.
        return run
                .lake()
                .read(Observation.TABLE)
                .where(Slices.predicate("observed_on", withDaysBeside(days)))
                .select(Arrays.stream(DatedReading.COLUMNS).map(functions::col).toArray(Column[]::new))
                .javaRDD()
                .flatMapToPair(row -> DatedReading.of(row).stream()
                        .filter(reading -> wanted.contains(reading.day()))
                        .map(reading -> new Tuple2<>(reading.day(), DatedReading.CODEC.toRow(reading)))
                        .iterator())
                .groupByKey(run.spark().sessionState().conf().numShufflePartitions())
                .flatMap(day -> {
                    List<DatedReading> readings = new ArrayList<>();
                    day._2().forEach(row -> readings.add(DatedReading.CODEC.fromRow(row)));
                    return DayRows.of(LocalDate.parse(day._1()), readings).stream()
                            .map(statistics::toRow)
                            .iterator();
                })
                .collect()
                .stream()
                .map(statistics::fromRow)
                .toList();
    }

    private static <R extends Record> GoldTable.Change<R> set(
            Run run,
            Table<R> table,
            Function<R, LocalDate> dayOf,
            Set<String> days,
            List<DayRows> statistics,
            Function<DayRows, List<R>> rowsOf,
            Map<Table<?>, Run.Position> consumed) {
        List<R> rows =
                statistics.stream().flatMap(day -> rowsOf.apply(day).stream()).toList();
        return new GoldTable<>(run, table, (R row) -> dayOf.apply(row).toString()).set(days, rows, consumed);
    }

    private static long readings(List<DayRows> statistics) {
        return statistics.stream()
                .flatMap(day -> day.regions().stream())
                .filter(region -> region.regionCode().equals(Regions.COUNTRY))
                .mapToLong(RegionDay::readingCount)
                .sum();
    }

    private static Moves.Published published(RegionDay row) {
        return new Moves.Published(
                row.observedOn() + " " + row.regionCode(),
                row.meanC(),
                row.minC(),
                row.maxC(),
                "readings",
                row.readingCount());
    }
}
