package org.snapshothub.publish;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.snapshothub.lake.Snapshot;
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

    /** What of {@link Observation} a page shows. */
    private record Row(
            LocalDate observedOn,
            int stationId,
            Integer observedHour,
            String slot,
            String sky,
            BigDecimal temperatureC,
            String identifiedBy,
            long pageCount,
            String valuePageId,
            String printed,
            boolean isConflicting,
            String extractorVersion) {

        Reading reading() {
            return new Reading(
                    stationId,
                    observedHour,
                    // An hour says its slot.
                    observedHour == null ? slot : null,
                    sky,
                    temperatureC,
                    identifiedBy.equals("order"),
                    pageCount,
                    valuePageId,
                    printed,
                    isConflicting,
                    extractorVersion);
        }
    }

    /** What of {@link CapturedPage} a page shows. */
    private record Capture(
            String pageId,
            String url,
            Instant fetchTime,
            String path,
            Long archiveOffset,
            Long archiveLength,
            String contentCharset,
            String charsetSource) {

        PageReferred referred() {
            return new PageReferred(
                    pageId, url, fetchTime, fileName(), archiveOffset, archiveLength, contentCharset, charsetSource);
        }

        /** The site travels: it names a file, not the machine's folders. */
        private String fileName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private final Lake lake;
    private final GivenRows given;
    private final List<RegionDay> regionDays;
    private final Set<LocalDate> captured;
    private final SortedMap<LocalDate, Long> readings;

    /** Found once: the lake is held while it is published, and each year asks for the same tables. */
    private final Map<Table<?>, Snapshot> snapshots = new HashMap<>();

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
        Set<LocalDate> others = new HashSet<>(touched.days().get());
        for (int year : given.days().stream().map(LocalDate::getYear).distinct().toList()) {
            Optional<List<RegionDay>> held = given.rows(RegionDay.TABLE, year, RegionDay::observedOn);
            if (held.isPresent()) {
                rows.addAll(held.get());
            } else {
                // Without those touched, which are among the others.
                given.days().stream().filter(day -> day.getYear() == year).forEach(others::add);
            }
        }
        rows.addAll(
                lake.snapshot(RegionDay.TABLE).rows(RegionDay.class, of(others)).toList());
        return rows;
    }

    /** The slices of days; null among them for rows of no day. */
    private static Predicate<String> of(Collection<LocalDate> days) {
        Set<String> slices =
                days.stream().map(day -> day == null ? null : day.toString()).collect(Collectors.toSet());
        return slices::contains;
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
            rows.addAll(snapshot(table).rows(table.row(), of(others)).toList());
        }
        return rows;
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
        Snapshot observations = snapshot(Observation.TABLE);
        Snapshot captures = snapshot(CapturedPage.TABLE);
        return () -> parts.stream()
                .flatMap(part -> read(part, observations, captures))
                .iterator();
    }

    private Snapshot snapshot(Table<?> table) {
        return snapshots.computeIfAbsent(table, lake::snapshot);
    }

    private long readings(LocalDate day) {
        return readings.getOrDefault(day, 0L);
    }

    private Stream<DayReadings> read(List<LocalDate> days, Snapshot observations, Snapshot captures) {
        Map<LocalDate, List<Row>> rows =
                observations.rows(Row.class, of(days)).collect(Collectors.groupingBy(Row::observedOn));
        Set<String> named = rows.values().stream()
                .flatMap(List::stream)
                .map(Row::valuePageId)
                .collect(Collectors.toSet());
        Map<String, PageReferred> pages = pages(days, named, captures);
        return days.stream()
                .map(day -> new DayReadings(
                        day,
                        rows.getOrDefault(day, List.of()).stream()
                                .map(Row::reading)
                                .toList(),
                        pages));
    }

    private Map<String, PageReferred> pages(List<LocalDate> days, Set<String> named, Snapshot pages) {
        // What shows a day was nearly always captured on it or soon after: the rest of bronze is read for strays alone.
        LocalDate first = days.get(0).minusDays(1);
        LocalDate last = days.get(days.size() - 1).plusDays(2);
        Map<Boolean, List<LocalDate>> captures = captured.stream()
                .collect(Collectors.partitioningBy(day -> day != null && !day.isBefore(first) && !day.isAfter(last)));
        Map<String, PageReferred> referred = referred(captures.get(true), named, pages);
        if (referred.size() < named.size()) {
            referred.putAll(referred(captures.get(false), named, pages));
        }
        return referred;
    }

    private static Map<String, PageReferred> referred(List<LocalDate> captures, Set<String> named, Snapshot pages) {
        return pages.rows(Capture.class, of(captures))
                .filter(capture -> named.contains(capture.pageId()))
                .map(Capture::referred)
                .collect(Collectors.toMap(PageReferred::pageId, Function.identity(), (a, b) -> a, HashMap::new));
    }
}
