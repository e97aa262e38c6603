package org.snapshothub.publish;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.snapshothub.bronze.CapturedPage;
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
import org.snapshothub.publish.site.PageReferred;
import org.snapshothub.publish.site.Reading;
import org.snapshothub.publish.site.StationPlace;
import org.snapshothub.publish.site.Weather;
import org.snapshothub.silver.Observation;
import org.snapshothub.silver.PageFindings;

/** The weather of a lake, read as it is asked for. */
final class LakeWeather implements Weather {

    /** Days of readings that are held at once; 97 stations and 24 hours make some 130,000 rows. */
    private static final int DAYS_AT_ONCE = 56;

    private final Lake lake;
    private final List<RegionDay> regionDays;

    private final LocalDate closedThrough;
    private final List<StationPlace> stations;
    private final List<RegionMonth> regionMonths;
    private final List<StationMonth> stationMonths;

    LakeWeather(Lake lake, List<RegionDay> regionDays) {
        this.lake = lake;
        this.regionDays = regionDays;
        this.closedThrough = closedThrough(lake);
        this.stations = stations(regionDays);
        this.regionMonths = lake.records(RegionMonth.TABLE);
        this.stationMonths = lake.records(StationMonth.TABLE);
    }

    /** The day before the newest capture: what was captured later can't change it unless it comes late. */
    private static LocalDate closedThrough(Lake lake) {
        Row newest = lake.read(PageFindings.TABLE).agg(max("fetch_date")).head();
        return newest.isNullAt(0)
                ? null
                : LocalDate.parse(newest.get(0).toString()).minusDays(1);
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
        Column days = col("observed_on").between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        return new Year(
                records(StationDay.TABLE, days), records(SigunguDay.TABLE, days), records(SkyShare.TABLE, days));
    }

    private <R extends Record> List<R> records(Table<R> table, Column which) {
        return Lake.records(table, lake.read(table).where(which));
    }

    /** Read some days at a time: three years of readings are too many to be held, or sorted as a whole. */
    @Override
    public Iterable<DayReadings> readings(List<LocalDate> days) {
        int parts = (days.size() + DAYS_AT_ONCE - 1) / DAYS_AT_ONCE;
        return () -> IntStream.range(0, parts)
                .mapToObj(i -> days.subList(i * DAYS_AT_ONCE, Math.min(days.size(), (i + 1) * DAYS_AT_ONCE)))
                .flatMap(some -> parts > 1 ? Session.compiled(lake.spark(), () -> read(some)) : read(some))
                .iterator();
    }

    private Stream<DayReadings> read(List<LocalDate> days) {
        Map<LocalDate, List<Reading>> readings = new HashMap<>();
        // A page is named by a hundred readings: as one text, it is hashed once for all of them.
        Map<String, String> named = new HashMap<>();
        lake.read(Observation.TABLE)
                .where(col("observed_on").isin(days.toArray()))
                .select(
                        "observed_on",
                        "station_id",
                        "observed_hour",
                        "slot",
                        "sky",
                        "temperature_c",
                        "identified_by",
                        "page_count",
                        "value_page_id",
                        "printed",
                        "is_conflicting",
                        "extractor_version")
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
                row.getString(6),
                row.getLong(7),
                pageId,
                row.getString(9),
                row.getBoolean(10),
                row.getString(11));
    }

    private Map<String, PageReferred> pages(List<LocalDate> days, Set<String> named) {
        // What shows a day was nearly always captured on it or soon after: the rest of bronze is read for strays alone.
        Column near = col("fetch_date")
                .between(days.get(0).minusDays(1), days.get(days.size() - 1).plusDays(2));
        Map<String, PageReferred> pages = referred(near, named);
        if (pages.size() < named.size()) {
            pages.putAll(referred(col("fetch_date").isNull().or(not(near)), named));
        }
        return pages;
    }

    private Map<String, PageReferred> referred(Column where, Set<String> named) {
        Dataset<Row> ids = lake.spark()
                .createDataset(List.copyOf(named), Encoders.STRING())
                .toDF("page_id");
        return lake
                .read(CapturedPage.TABLE)
                .where(where)
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
