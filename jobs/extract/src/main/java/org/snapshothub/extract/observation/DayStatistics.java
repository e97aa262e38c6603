package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The gold figures of one day.
 *
 * @param stations by number
 * @param regions by code: those of the 17 with a reading, KR and KR-mainland
 * @param sigungu by region and name
 * @param skies by region and sky, the row without a sky last
 */
public record DayStatistics(
        List<StationDay> stations, List<RegionDay> regions, List<RegionDay> sigungu, List<SkyShare> skies) {

    private static final int FIRST_SYNOPTIC_HOUR = 3;
    private static final int SYNOPTIC_STEP = 3;
    private static final int ENOUGH_SYNOPTIC_HOURS = 7;

    public DayStatistics {
        stations = List.copyOf(stations);
        regions = List.copyOf(regions);
        sigungu = List.copyOf(sigungu);
        skies = List.copyOf(skies);
    }

    /**
     * The figures of {@code day}.
     *
     * @param readings of the day, all slots
     * @param midnight the readings of hour 0 of the next day, which end this one
     */
    public static DayStatistics of(
            LocalDate day,
            List<? extends Reading> readings,
            List<? extends Reading> midnight,
            Stations stations,
            SkyWords skyWords) {
        SortedMap<Integer, StationReadings> byStation = new TreeMap<>();
        for (Reading reading : readings) {
            byStation
                    .computeIfAbsent(reading.stationId(), id -> new StationReadings(station(stations, id)))
                    .add(reading);
        }
        for (Reading reading : midnight) {
            boolean isHourZero = Integer.valueOf(0).equals(reading.observedHour());
            if (isHourZero && byStation.containsKey(reading.stationId())) {
                byStation.get(reading.stationId()).synoptic.add(reading.temperatureC());
            }
        }
        List<StationReadings> all = List.copyOf(byStation.values());
        List<StationDay> stationDays =
                all.stream().map(station -> station.day(day)).toList();
        List<RegionDay> regionDays = new ArrayList<>();
        List<SkyShare> skies = new ArrayList<>();
        for (Area area : areas(all)) {
            area.day(day, all, stations).ifPresent(regionDays::add);
            skies.addAll(area.skies(day, all, skyWords));
        }
        List<RegionDay> sigunguDays = new ArrayList<>();
        for (Area area : sigungu(all)) {
            area.day(day, all, stations).ifPresent(sigunguDays::add);
        }
        return new DayStatistics(stationDays, regionDays, sigunguDays, skies);
    }

    private static Station station(Stations stations, int id) {
        return stations.station(id).orElseThrow(() -> new IllegalArgumentException("no station has the number " + id));
    }

    private static List<Area> areas(List<StationReadings> all) {
        List<Area> areas = new ArrayList<>();
        areas.add(new Area(Regions.COUNTRY, null, station -> true));
        areas.add(new Area(
                Regions.MAINLAND, null, station -> !station.regionCode().equals(Regions.JEJU)));
        SortedSet<String> codes = new TreeSet<>();
        all.forEach(readings -> codes.add(readings.station.regionCode()));
        for (String code : codes) {
            areas.add(new Area(code, null, station -> station.regionCode().equals(code)));
        }
        return areas.stream().sorted(Comparator.comparing(Area::code)).toList();
    }

    private static List<Area> sigungu(List<StationReadings> all) {
        return all.stream()
                .map(readings -> readings.station)
                .map(station -> new Place(station.regionCode(), station.sigungu()))
                .distinct()
                .sorted(Comparator.comparing(Place::regionCode)
                        .thenComparing(Place::sigungu, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(place -> new Area(
                        place.regionCode(),
                        place.sigungu(),
                        station -> station.regionCode().equals(place.regionCode())
                                && Objects.equals(station.sigungu(), place.sigungu())))
                .toList();
    }

    private record Place(String regionCode, String sigungu) {}

    private static final class StationReadings {
        private final Station station;
        private final List<Reading> readings = new ArrayList<>();
        private final List<BigDecimal> synoptic = new ArrayList<>();

        StationReadings(Station station) {
            this.station = station;
        }

        void add(Reading reading) {
            readings.add(reading);
            Integer hour = reading.observedHour();
            if (hour != null && hour >= FIRST_SYNOPTIC_HOUR && hour % SYNOPTIC_STEP == 0) {
                synoptic.add(reading.temperatureC());
            }
        }

        Basis basis() {
            return synoptic.size() >= ENOUGH_SYNOPTIC_HOURS ? Basis.DAILY : Basis.SNAPSHOT;
        }

        ExactMean mean() {
            return ExactMean.of(
                    basis() == Basis.DAILY
                            ? synoptic
                            : readings.stream().map(Reading::temperatureC).toList());
        }

        BigDecimal min() {
            return readings.stream()
                    .map(Reading::temperatureC)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        BigDecimal max() {
            return readings.stream()
                    .map(Reading::temperatureC)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        boolean hasInferred() {
            return readings.stream().anyMatch(Reading::isInferred);
        }

        StationDay day(LocalDate day) {
            return new StationDay(
                    day,
                    station.id(),
                    nameOn(day),
                    station.regionCode(),
                    station.sigungu(),
                    readings.size(),
                    mean().rounded(),
                    min(),
                    max(),
                    basis());
        }

        String nameOn(LocalDate day) {
            return station.nameOn(day)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "station " + station.id() + " has a reading on " + day + " but was not in service"));
        }
    }

    private record Area(String code, String sigungu, Predicate<Station> has) {

        Optional<RegionDay> day(LocalDate day, List<StationReadings> all, Stations stations) {
            List<StationReadings> here =
                    all.stream().filter(readings -> has.test(readings.station)).toList();
            if (here.isEmpty()) {
                return Optional.empty();
            }
            int expected = (int) stations.openOn(day).stream().filter(has).count();
            StationReadings coldest = here.stream()
                    .min(Comparator.comparing(StationReadings::min))
                    .orElseThrow();
            StationReadings warmest = here.stream()
                    .min(Comparator.comparing(StationReadings::max).reversed())
                    .orElseThrow();
            boolean isDaily = here.stream().allMatch(readings -> readings.basis() == Basis.DAILY);
            return Optional.of(new RegionDay(
                    day,
                    code,
                    Regions.bundled().nameOn(code, day),
                    sigungu,
                    here.size(),
                    expected,
                    ExactMean.share(here.size(), expected),
                    here.stream().mapToInt(readings -> readings.readings.size()).sum(),
                    ExactMean.ofMeans(here.stream().map(StationReadings::mean).toList())
                            .rounded(),
                    coldest.min(),
                    coldest.nameOn(day),
                    warmest.max(),
                    warmest.nameOn(day),
                    (int) here.stream().filter(StationReadings::hasInferred).count(),
                    isDaily ? Basis.DAILY : Basis.SNAPSHOT));
        }

        List<SkyShare> skies(LocalDate day, List<StationReadings> all, SkyWords skyWords) {
            SortedMap<String, Long> counts = new TreeMap<>();
            long without = 0;
            for (StationReadings readings : all) {
                if (!has.test(readings.station)) {
                    continue;
                }
                for (Reading reading : readings.readings) {
                    if (reading.sky() == null) {
                        without++;
                    } else {
                        counts.merge(reading.sky(), 1L, Long::sum);
                    }
                }
            }
            long with = counts.values().stream().mapToLong(Long::longValue).sum();
            List<SkyShare> shares = new ArrayList<>();
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                String level = skyWords.level(count.getKey()).orElse(null);
                shares.add(new SkyShare(
                        day, code, count.getKey(), level, count.getValue(), ExactMean.share(count.getValue(), with)));
            }
            if (without > 0) {
                shares.add(new SkyShare(day, code, null, null, without, null));
            }
            return shares;
        }
    }
}
