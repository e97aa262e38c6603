package org.snapshothub.publish.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.RegionMonth;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;
import org.snapshothub.gold.StationMonth;
import org.snapshothub.silver.Observation;

/** Weather that a test holds in lists. */
record HeldWeather(
        LocalDate closedThrough,
        List<StationPlace> stations,
        List<RegionDay> regionDays,
        List<RegionMonth> regionMonths,
        List<StationDay> stationDays,
        List<SigunguDay> sigunguDays,
        List<SkyShare> sky,
        List<Observation> observations,
        List<PageReferred> held)
        implements Weather {

    HeldWeather underSky(List<SkyShare> other) {
        return new HeldWeather(
                closedThrough, stations, regionDays, regionMonths, stationDays, sigunguDays, other, observations, held);
    }

    /** The same with one station's means warmer by so much, and no region's. */
    HeldWeather warmer(int station, BigDecimal by) {
        return new HeldWeather(
                closedThrough,
                stations,
                regionDays,
                regionMonths,
                stationDays.stream()
                        .map(row -> row.stationId() != station
                                ? row
                                : new StationDay(
                                        row.observedOn(),
                                        row.stationId(),
                                        row.stationName(),
                                        row.regionCode(),
                                        row.sigungu(),
                                        row.readingCount(),
                                        row.meanC().add(by),
                                        row.minC(),
                                        row.maxC(),
                                        row.basis()))
                        .toList(),
                sigunguDays,
                sky,
                observations,
                held);
    }

    /** The same without these regions on a day. */
    HeldWeather without(LocalDate day, String... regions) {
        List<String> codes = List.of(regions);
        return new HeldWeather(
                closedThrough,
                stations,
                regionDays.stream()
                        .filter(row -> !row.observedOn().equals(day) || !codes.contains(row.regionCode()))
                        .toList(),
                regionMonths,
                stationDays.stream()
                        .filter(row -> !row.observedOn().equals(day) || !codes.contains(row.regionCode()))
                        .toList(),
                sigunguDays.stream()
                        .filter(row -> !codes.contains(row.regionCode()))
                        .toList(),
                sky,
                observations,
                held);
    }

    @Override
    public List<StationMonth> stationMonths() {
        return List.of();
    }

    @Override
    public Year year(int year) {
        return new Year(
                of(year, stationDays, StationDay::observedOn),
                of(year, sigunguDays, SigunguDay::observedOn),
                of(year, sky, SkyShare::observedOn));
    }

    private static <R> List<R> of(int year, List<R> rows, Function<R, LocalDate> day) {
        return rows.stream().filter(row -> day.apply(row).getYear() == year).toList();
    }

    @Override
    public Iterable<DayReadings> readings(List<LocalDate> days) {
        Map<String, PageReferred> pages =
                held.stream().collect(Collectors.toMap(PageReferred::pageId, Function.identity()));
        return days.stream()
                .map(day -> new DayReadings(
                        day,
                        observations.stream()
                                .filter(reading -> reading.observedOn().equals(day))
                                .map(HeldWeather::shown)
                                .toList(),
                        pages))
                .toList();
    }

    private static Reading shown(Observation one) {
        return new Reading(
                one.stationId(),
                one.observedHour(),
                one.observedHour() == null ? one.slot() : null,
                one.sky(),
                one.temperatureC(),
                one.identifiedBy().equals("order"),
                one.pageCount(),
                one.valuePageId(),
                one.printed(),
                one.isConflicting(),
                one.extractorVersion());
    }
}
