package org.snapshothub.gold;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.snapshothub.extract.observation.Regions;
import org.snapshothub.extract.observation.Station;
import org.snapshothub.extract.observation.Stations;
import org.snapshothub.lake.Doc;
import org.snapshothub.silver.Observation;

/**
 * One day's readings as figures: by station, by 시·군·구, by region and over the country, and the shares of the sky.
 *
 * <p>A station's mean is over its readings, a region's over its stations' means. What is a daily mean and what only a
 * snapshot follows KMA: eight synoptic hours, of which 80 % must be there; hour 0 closes the day before.
 */
record DayStatistics(
        @Doc("By station") List<StationDay> stations,
        @Doc("By region, KR and KR-mainland") List<RegionDay> regions,
        @Doc("By 시·군·구") List<SigunguDay> sigungus,
        @Doc("Shares of the sky") List<SkyShare> skies) {

    static final String DAILY = "daily";
    static final String SNAPSHOT = "snapshot";

    private static final Set<Integer> SYNOPTIC_HOURS = Set.of(3, 6, 9, 12, 15, 18, 21);
    private static final int SYNOPTIC_ENOUGH = 7;

    /**
     * @param readings all of the day
     * @param midnight readings of hour 0 of the next day, which close this one
     */
    static DayStatistics of(LocalDate day, List<Observation> readings, List<Observation> midnight) {
        Map<Integer, List<Observation>> byStation = new TreeMap<>();
        readings.forEach(r -> byStation
                .computeIfAbsent(r.stationId(), id -> new ArrayList<>())
                .add(r));
        Map<Integer, List<Observation>> closing = new TreeMap<>();
        midnight.forEach(r ->
                closing.computeIfAbsent(r.stationId(), id -> new ArrayList<>()).add(r));
        List<StationFigures> figures = byStation.entrySet().stream()
                .map(e -> StationFigures.of(e.getValue(), closing.getOrDefault(e.getKey(), List.of())))
                .toList();
        List<Station> open = Stations.bundled().openOn(day);
        return new DayStatistics(
                figures.stream().map(f -> f.row(day)).toList(),
                regions(day, figures, open),
                sigungus(day, figures, open),
                skies(day, readings));
    }

    private static List<RegionDay> regions(LocalDate day, List<StationFigures> figures, List<Station> open) {
        Map<String, Predicate<String>> areas = new TreeMap<>();
        figures.forEach(f -> areas.put(f.regionCode(), f.regionCode()::equals));
        areas.put(Regions.COUNTRY, code -> true);
        areas.put(Regions.MAINLAND, code -> !code.equals(Regions.JEJU));
        List<RegionDay> rows = new ArrayList<>();
        areas.forEach((code, holds) -> {
            List<StationFigures> in =
                    figures.stream().filter(f -> holds.test(f.regionCode())).toList();
            if (!in.isEmpty()) {
                long expected =
                        open.stream().filter(s -> holds.test(s.regionCode())).count();
                AreaFigures a = AreaFigures.of(in, expected);
                rows.add(new RegionDay(
                        day,
                        code,
                        Regions.bundled().nameOn(code, day),
                        a.stationCount(),
                        a.stationExpected(),
                        a.coverage(),
                        a.readingCount(),
                        a.meanC(),
                        a.minC(),
                        a.minStation(),
                        a.maxC(),
                        a.maxStation(),
                        a.orderIdentifiedCount(),
                        a.basis()));
            }
        });
        return rows;
    }

    private static List<SigunguDay> sigungus(LocalDate day, List<StationFigures> figures, List<Station> open) {
        Map<String, List<StationFigures>> areas = new TreeMap<>();
        figures.forEach(f -> areas.computeIfAbsent(f.regionCode() + "\n" + f.sigungu(), k -> new ArrayList<>())
                .add(f));
        List<SigunguDay> rows = new ArrayList<>();
        areas.values().forEach(in -> {
            String region = in.get(0).regionCode();
            String sigungu = in.get(0).sigungu();
            long expected = open.stream()
                    .filter(s -> s.regionCode().equals(region) && Objects.equals(s.sigungu(), sigungu))
                    .count();
            AreaFigures a = AreaFigures.of(in, expected);
            rows.add(new SigunguDay(
                    day,
                    region,
                    sigungu,
                    a.stationCount(),
                    a.stationExpected(),
                    a.coverage(),
                    a.readingCount(),
                    a.meanC(),
                    a.minC(),
                    a.minStation(),
                    a.maxC(),
                    a.maxStation(),
                    a.orderIdentifiedCount(),
                    a.basis()));
        });
        return rows;
    }

    private static List<SkyShare> skies(LocalDate day, List<Observation> readings) {
        Set<String> codes = new HashSet<>(Set.of(Regions.COUNTRY, Regions.MAINLAND));
        readings.forEach(r -> codes.add(r.regionCode()));
        List<SkyShare> rows = new ArrayList<>();
        codes.stream().sorted().forEachOrdered(code -> {
            List<Observation> in =
                    readings.stream().filter(r -> isIn(r.regionCode(), code)).toList();
            long withSky = in.stream().filter(r -> r.sky() != null).count();
            Map<String, List<Observation>> bySky = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
            in.forEach(
                    r -> bySky.computeIfAbsent(r.sky(), s -> new ArrayList<>()).add(r));
            bySky.forEach((sky, those) -> rows.add(new SkyShare(
                    day,
                    code,
                    sky,
                    those.get(0).sky3(),
                    those.size(),
                    sky == null ? null : Fraction.of(those.size(), withSky).rounded(8))));
        });
        return rows;
    }

    private static boolean isIn(String regionCode, String area) {
        return area.equals(Regions.COUNTRY)
                || (area.equals(Regions.MAINLAND) ? !regionCode.equals(Regions.JEJU) : regionCode.equals(area));
    }

    /** One station's day, its mean still exact. */
    private record StationFigures(
            int id,
            String name,
            String regionCode,
            String sigungu,
            int readingCount,
            Fraction meanTenths,
            int minTenths,
            int maxTenths,
            boolean isDaily,
            boolean isInferred) {

        static StationFigures of(List<Observation> readings, List<Observation> midnight) {
            Observation any = readings.get(0);
            List<Observation> synoptic = new ArrayList<>(readings.stream()
                    .filter(r -> r.observedHour() != null && SYNOPTIC_HOURS.contains(r.observedHour()))
                    .toList());
            synoptic.addAll(midnight);
            boolean isDaily = synoptic.size() >= SYNOPTIC_ENOUGH;
            List<Observation> averaged = isDaily ? synoptic : readings;
            long sum = averaged.stream().mapToLong(StationFigures::tenths).sum();
            return new StationFigures(
                    any.stationId(),
                    any.stationName(),
                    any.regionCode(),
                    any.sigungu(),
                    readings.size(),
                    Fraction.of(sum, averaged.size()),
                    readings.stream().mapToInt(StationFigures::tenths).min().orElseThrow(),
                    readings.stream().mapToInt(StationFigures::tenths).max().orElseThrow(),
                    isDaily,
                    readings.stream().anyMatch(r -> r.identifiedBy().equals("order")));
        }

        private static int tenths(Observation reading) {
            return reading.temperatureC().movePointRight(1).intValueExact();
        }

        StationDay row(LocalDate day) {
            return new StationDay(
                    day,
                    id,
                    name,
                    regionCode,
                    sigungu,
                    readingCount,
                    meanTenths.over(10).rounded(8),
                    degrees(minTenths),
                    degrees(maxTenths),
                    isDaily ? DAILY : SNAPSHOT);
        }
    }

    /** Several stations' day, as it stands in the tables by region and by 시·군·구. */
    private record AreaFigures(
            int stationCount,
            int stationExpected,
            BigDecimal coverage,
            int readingCount,
            BigDecimal meanC,
            BigDecimal minC,
            String minStation,
            BigDecimal maxC,
            String maxStation,
            int orderIdentifiedCount,
            String basis) {

        static AreaFigures of(Collection<StationFigures> stations, long expected) {
            Fraction means = stations.stream().map(StationFigures::meanTenths).reduce(Fraction.ZERO, Fraction::plus);
            Comparator<StationFigures> byId = Comparator.comparingInt(StationFigures::id);
            StationFigures coldest = stations.stream()
                    .min(Comparator.comparingInt(StationFigures::minTenths).thenComparing(byId))
                    .orElseThrow();
            StationFigures warmest = stations.stream()
                    .min(Comparator.comparingInt((StationFigures s) -> -s.maxTenths())
                            .thenComparing(byId))
                    .orElseThrow();
            return new AreaFigures(
                    stations.size(),
                    Math.toIntExact(expected),
                    Fraction.of(stations.size(), expected).rounded(8),
                    stations.stream().mapToInt(StationFigures::readingCount).sum(),
                    means.over(stations.size()).over(10).rounded(8),
                    degrees(coldest.minTenths()),
                    coldest.name(),
                    degrees(warmest.maxTenths()),
                    warmest.name(),
                    (int) stations.stream().filter(StationFigures::isInferred).count(),
                    stations.stream().allMatch(StationFigures::isDaily) ? DAILY : SNAPSHOT);
        }
    }

    private static BigDecimal degrees(int tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }
}
