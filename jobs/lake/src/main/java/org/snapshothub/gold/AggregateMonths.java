package org.snapshothub.gold;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.snapshothub.extract.observation.Basis;
import org.snapshothub.extract.observation.DayFigures;
import org.snapshothub.extract.observation.MonthStatistics;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Table;

/**
 * Averages each changed month from its days: {@code gold.temperature_by_station}, {@code _by_region} → the monthly tables.
 */
public final class AggregateMonths implements Job {

    @Override
    public String name() {
        return "aggregate-months";
    }

    @Override
    public Layer layer() {
        return Layer.GOLD;
    }

    @Override
    public String purpose() {
        return "averages each changed month from its days, where at least 80 % of them are there";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(StationDay.TABLE, RegionDay.TABLE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(StationMonth.TABLE, RegionMonth.TABLE);
    }

    @Override
    public JobResult run(Run run) {
        Result<StationMonth> stations = stations(run);
        Result<RegionMonth> regions = regions(run);
        return JobResult.of(stations.read() + regions.read(), stations.written() + regions.written(), 0, 0)
                .withNotes(regions.change()
                        .map(change -> Moves.shown(Moves.of(change, AggregateMonths::published)))
                        .orElse(List.of()));
    }

    private record Result<M>(long read, Optional<GoldTable.Change<M>> change) {

        long written() {
            return change.map(GoldTable.Change::rowsWritten).orElse(0L);
        }
    }

    private static Moves.Published published(RegionMonth row) {
        return new Moves.Published(
                row.month() + " " + row.regionCode(), row.meanC(), row.minC(), row.maxC(), "days", row.dayCount());
    }

    private static Result<StationMonth> stations(Run run) {
        return months(
                run,
                StationDay.TABLE,
                StationMonth.TABLE,
                StationMonth::month,
                day -> day.observedOn().toString().substring(0, 7) + " " + day.stationId(),
                day -> new DayFigures(day.observedOn(), day.meanC(), day.minC(), day.maxC(), Basis.of(day.basis())),
                (key, m) -> new StationMonth(
                        key.substring(0, 7),
                        Integer.parseInt(key.substring(8)),
                        m.dayCount(),
                        m.dayExpected(),
                        m.meanC(),
                        m.minC(),
                        m.maxC(),
                        m.basis().code(),
                        m.reason()));
    }

    private static Result<RegionMonth> regions(Run run) {
        return months(
                run,
                RegionDay.TABLE,
                RegionMonth.TABLE,
                RegionMonth::month,
                day -> day.observedOn().toString().substring(0, 7) + " " + day.regionCode(),
                day -> new DayFigures(day.observedOn(), day.meanC(), day.minC(), day.maxC(), Basis.of(day.basis())),
                (key, m) -> new RegionMonth(
                        key.substring(0, 7),
                        key.substring(8),
                        m.dayCount(),
                        m.dayExpected(),
                        m.meanC(),
                        m.minC(),
                        m.maxC(),
                        m.basis().code(),
                        m.reason()));
    }

    /** A month's row of its key ({@code YYYY-MM}, a space, station or region) and figures. */
    @FunctionalInterface
    private interface MonthRow<M> {
        M of(String key, MonthStatistics month);
    }

    private static <D extends Record, M extends Record> Result<M> months(
            Run run,
            Table<D> days,
            Table<M> months,
            Function<M, String> monthOf,
            Function<D, String> keyOf,
            Function<D, DayFigures> figuresOf,
            MonthRow<M> row) {
        Run.Position position = run.position(months, days);
        boolean isWindowed = !run.options().window().isAll();
        if (position.isCaughtUp() && !isWindowed) {
            return new Result<>(0, Optional.empty());
        }
        Set<String> touched = touched(run, days, position, isWindowed);
        Dataset<Row> inMonths = run.lake()
                .read(days)
                .where(functions
                        .date_format(functions.col("observed_on"), "yyyy-MM")
                        .isin(touched.toArray()));
        List<D> rows = touched.isEmpty() ? List.of() : Lake.records(days, inMonths);
        List<M> computed = rows.stream()
                .collect(Collectors.groupingBy(keyOf, Collectors.mapping(figuresOf, Collectors.toList())))
                .entrySet()
                .stream()
                .map(e -> row.of(
                        e.getKey(),
                        MonthStatistics.of(YearMonth.parse(e.getKey().substring(0, 7)), e.getValue())))
                .toList();
        Map<Table<?>, Run.Position> moved = isWindowed ? Map.of() : Map.of(days, position);
        return new Result<>(
                rows.size(), Optional.of(new GoldTable<>(run, months, monthOf).set(touched, computed, moved)));
    }

    private static Set<String> touched(Run run, Table<?> days, Run.Position position, boolean isWindowed) {
        if (isWindowed || position.slices().isEmpty()) {
            return run
                    .lake()
                    .read(days)
                    .select(functions.date_format(functions.col("observed_on"), "yyyy-MM"))
                    .distinct()
                    .collectAsList()
                    .stream()
                    .map(r -> r.getString(0))
                    .filter(run.options().window()::overlaps)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return position.slices().get().stream()
                .map(day -> day.substring(0, 7))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
