package org.snapshothub.publish;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.snapshothub.bronze.CapturedPage;
import org.snapshothub.extract.observation.Regions;
import org.snapshothub.extract.observation.Station;
import org.snapshothub.extract.observation.Stations;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.RegionMonth;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;
import org.snapshothub.gold.StationMonth;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Session;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.site.DayReadings;
import org.snapshothub.publish.site.GivenRows;
import org.snapshothub.publish.site.PageReferred;
import org.snapshothub.publish.site.Reading;
import org.snapshothub.publish.site.StationPlace;
import org.snapshothub.publish.site.Touched;
import org.snapshothub.publish.site.Weather;
import org.snapshothub.silver.Observation;

/** The weather of a lake, read as it is asked for. */
final class LakeWeather implements Weather {

    /** Some three months of 97 stations and 24 hours; a hundred megabytes. */
    private static final long READINGS_AT_ONCE = 200_000;

    private static final Column[] READING = Stream.of(
                    "observed_on",
                    "station_id",
                    "observed_hour",
                    // An hour says its slot.
                    "if(observed_hour is null, slot, null)",
                    "sky",
                    "temperature_c",
                    "identified_by = 'order'",
                    "page_count",
                    "value_page_id",
                    "printed",
                    "is_conflicting",
                    "extractor_version")
            .map(functions::expr)
            .toArray(Column[]::new);

    private final Lake lake;
    private final GivenRows given;
    private final List<RegionDay> regionDays;
    private final Set<LocalDate> captured;
    private final SortedMap<LocalDate, Long> readings;

    private final LocalDate closedThrough;
    private final List<StationPlace> stations;
    private final List<RegionMonth> regionMonths;
    private final List<StationMonth> stationMonths;

    /**
     * The weather of {@code lake}.
     *
     * @param given rows of the lake that need not be read from it
     * @param captured days (KST) on which pages were captured; null among them when of some that isn't known
     */
    LakeWeather(Lake lake, GivenRows given, List<RegionDay> regionDays, Set<LocalDate> captured) {
        this.lake = lake;
        this.given = given;
        this.regionDays = regionDays;
        this.captured = captured;
        this.readings = regionDays.stream()
                .filter(row -> row.regionCode().equals(Regions.COUNTRY))
                .collect(Collectors.toMap(
                        RegionDay::observedOn, row -> (long) row.readingCount(), Long::sum, TreeMap::new));
        this.closedThrough = closedThrough(captured);
        this.stations = stations(regionDays);
        this.regionMonths = lake.records(RegionMonth.TABLE);
        this.stationMonths = lake.records(StationMonth.TABLE);
    }

    /** All rows by region and day, as far as may be those given. */
    static List<RegionDay> regionDays(Lake lake, GivenRows given, Touched touched) {
        if (touched.days().isEmpty() || given.days().isEmpty()) {
            return lake.records(RegionDay.TABLE);
        }
        List<RegionDay> rows = new ArrayList<>();
        Column which = col("observed_on").isin(touched.days().get().toArray());
        for (int year : given.days().stream().map(LocalDate::getYear).distinct().toList()) {
            Optional<List<RegionDay>> held = given.rows(RegionDay.TABLE, year, RegionDay::observedOn);
            if (held.isPresent()) {
                rows.addAll(held.get());
            } else {
                // Without those touched, which are among the others.
                which = which.or(col("observed_on")
                        .isin(given.days().stream()
                                .filter(day -> day.getYear() == year)
                                .toArray()));
            }
        }
        rows.addAll(Lake.records(RegionDay.TABLE, lake.read(RegionDay.TABLE).where(which)));
        return rows;
    }

    /** The day before the newest capture: what was captured later can't change it unless it comes late. */
    private static LocalDate closedThrough(Set<LocalDate> captured) {
        return captured.stream()
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(newest -> newest.minusDays(1))
                .orElse(null);
    }

    /** All synoptic stations, where they stood on the newest day, or last. */
    private static List<StationPlace> stations(List<RegionDay> regionDays) {
        LocalDate newest = regionDays.stream()
                .map(RegionDay::observedOn)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return newest == null
                ? List.of()
                : Stations.bundled().all().stream()
                        .filter(station -> station.network() == Station.Network.ASOS)
                        .map(station -> place(station, newest))
                        .toList();
    }

    private static StationPlace place(Station station, LocalDate day) {
        Station.Place place = station.placeOn(day)
                .orElseGet(() -> station.places().get(station.places().size() - 1));
        return new StationPlace(
                station.id(),
                Stations.bundled().nameOn(station.id(), day),
                station.regionCode(),
                station.sigungu(),
                place.latitude().doubleValue(),
                place.longitude().doubleValue());
    }

    @Override
    public LocalDate closedThrough() {
        return closedThrough;
    }

    @Override
    public List<StationPlace> stations() {
        return stations;
    }

    @Override
    public List<RegionDay> regionDays() {
        return regionDays;
    }

    @Override
    public List<RegionMonth> regionMonths() {
        return regionMonths;
    }

    @Override
    public List<StationMonth> stationMonths() {
        return stationMonths;
    }

    @Override
    public Year year(int year) {
        List<LocalDate> days =
                readings.keySet().stream().filter(day -> day.getYear() == year).toList();
        return new Year(
                rows(StationDay.TABLE, days, StationDay::observedOn),
                rows(SigunguDay.TABLE, days, SigunguDay::observedOn),
                rows(SkyShare.TABLE, days, SkyShare::observedOn));
    }

    private <R extends Record> List<R> rows(Table<R> table, List<LocalDate> days, Function<R, LocalDate> day) {
        Optional<List<R>> held = days.isEmpty()
                ? Optional.empty()
                : given.rows(table, days.get(0).getYear(), day);
        List<R> rows = new ArrayList<>(held.orElse(List.of()));
        List<LocalDate> others = held.isEmpty()
                ? days
                : days.stream().filter(d -> !given.days().contains(d)).toList();
        if (!others.isEmpty()) {
            Column which = col("observed_on").isin(others.toArray());
            rows.addAll(read(others, () -> Lake.records(table, lake.read(table).where(which))));
        }
        return rows;
    }

    /** Reads with compiled plans where much is to be read, which pays for the compiling. */
    private <T> T read(List<LocalDate> days, Supplier<T> work) {
        long much = days.stream().mapToLong(this::readings).sum();
        return much > READINGS_AT_ONCE ? Session.compiled(lake.spark(), work) : work.get();
    }

    /** Read some days at a time: three years of readings are too many to be held, or sorted as a whole. */
    @Override
    public Iterable<DayReadings> readings(List<LocalDate> days) {
        List<List<LocalDate>> parts = new ArrayList<>();
        long held = 0;
        for (LocalDate day : days) {
            held += readings(day);
            if (parts.isEmpty() || held > READINGS_AT_ONCE) {
                parts.add(new ArrayList<>());
                held = readings(day);
            }
            parts.get(parts.size() - 1).add(day);
        }
        return () ->
                parts.stream().flatMap(part -> read(days, () -> read(part))).iterator();
    }

    private long readings(LocalDate day) {
        return readings.getOrDefault(day, 0L);
    }

    private Stream<DayReadings> read(List<LocalDate> days) {
        Map<LocalDate, List<Reading>> readings = new HashMap<>();
        // A page is named by a hundred readings: as one text, it is hashed once for all of them.
        Map<String, String> named = new HashMap<>();
        lake.read(Observation.TABLE)
                .where(col("observed_on").isin(days.toArray()))
                .select(READING)
                .collectAsList()
                .forEach(row -> readings.computeIfAbsent(row.getLocalDate(0), day -> new ArrayList<>())
                        .add(reading(row, named.computeIfAbsent(row.getString(8), Function.identity()))));
        Map<String, PageReferred> pages = pages(days, named.keySet());
        return days.stream().map(day -> new DayReadings(day, readings.getOrDefault(day, List.of()), pages));
    }

    private static Reading reading(Row row, String pageId) {
        return new Reading(
                row.getInt(1),
                row.isNullAt(2) ? null : row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getDecimal(5),
                row.getBoolean(6),
                row.getLong(7),
                pageId,
                row.getString(9),
                row.getBoolean(10),
                row.getString(11));
    }

    private Map<String, PageReferred> pages(List<LocalDate> days, Set<String> named) {
        // What shows a day was nearly always captured on it or soon after: the rest of bronze is read for strays alone.
        LocalDate first = days.get(0).minusDays(1);
        LocalDate last = days.get(days.size() - 1).plusDays(2);
        Map<Boolean, List<LocalDate>> captures = captured.stream()
                .collect(Collectors.partitioningBy(day -> day != null && !day.isBefore(first) && !day.isAfter(last)));
        Map<String, PageReferred> pages = referred(captures.get(true), named);
        if (pages.size() < named.size()) {
            pages.putAll(referred(captures.get(false), named));
        }
        return pages;
    }

    private Map<String, PageReferred> referred(List<LocalDate> captures, Set<String> named) {
        if (captures.isEmpty()) {
            return new HashMap<>();
        }
        Column onThem = col("fetch_date")
                .isin(captures.stream().filter(Objects::nonNull).toArray());
        Dataset<Row> ids = lake.spark()
                .createDataset(List.copyOf(named), Encoders.STRING())
                .toDF("page_id");
        return lake
                .read(CapturedPage.TABLE)
                .where(captures.contains(null) ? onThem.or(col("fetch_date").isNull()) : onThem)
                .select(
                        "page_id",
                        "url",
                        "fetch_time",
                        "path",
                        "archive_offset",
                        "archive_length",
                        "content_charset",
                        "charset_source")
                .join(broadcast(ids), "page_id")
                .collectAsList()
                .stream()
                .map(r -> new PageReferred(
                        r.getString(0),
                        r.getString(1),
                        instant(r.get(2)),
                        fileName(r.getString(3)),
                        r.isNullAt(4) ? null : r.getLong(4),
                        r.isNullAt(5) ? null : r.getLong(5),
                        r.getString(6),
                        r.getString(7)))
                .collect(Collectors.toMap(PageReferred::pageId, Function.identity(), (a, b) -> a, HashMap::new));
    }

    private static Instant instant(Object cell) {
        return cell instanceof java.sql.Timestamp timestamp ? timestamp.toInstant() : (Instant) cell;
    }

    /** The site travels: it names a file, not the machine's folders. */
    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
