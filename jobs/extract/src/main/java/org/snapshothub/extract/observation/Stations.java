package org.snapshothub.extract.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.snapshothub.extract.record.ReferenceFile;

/** The KMA's stations with their names, places and days of service. */
public final class Stations {

    private final SortedMap<Integer, Station> byId;
    private final Map<String, List<Station>> byName;
    private final Map<LocalDate, List<Station>> openByDay = new ConcurrentHashMap<>();
    private final Map<LocalDate, Map<String, List<Station>>> openByName = new ConcurrentHashMap<>();

    private Stations(SortedMap<Integer, Station> byId) {
        this.byId = Collections.unmodifiableSortedMap(byId);
        Map<String, List<Station>> bearers = new HashMap<>();
        for (Station station : byId.values()) {
            station.names().stream().map(Station.Name::text).distinct().forEach(name -> bearers.computeIfAbsent(
                            name, n -> new ArrayList<>())
                    .add(station));
        }
        this.byName = bearers;
    }

    /** The stations of {@code data/reference/station*.csv}, read once. */
    public static Stations bundled() {
        return Bundled.STATIONS;
    }

    static Stations of(ReferenceFile stations, ReferenceFile names, ReferenceFile places, Regions regions) {
        Set<Integer> synoptic = stations.rows().stream()
                .filter(row -> network(row) == Station.Network.ASOS)
                .map(row -> row.number("station_id"))
                .collect(Collectors.toSet());
        Map<Integer, List<Station.Name>> namesOf = namesByStation(names, synoptic);
        Map<Integer, List<Station.Place>> placesOf = placesByStation(places);
        SortedMap<Integer, Station> byId = new TreeMap<>();
        for (ReferenceFile.Row row : stations.rows()) {
            Station station = station(row, namesOf, placesOf, regions);
            if (byId.put(station.id(), station) != null) {
                throw row.wrong("station " + station.id() + " stands twice");
            }
        }
        names.rows().forEach(row -> mustBeKnown(row, byId));
        places.rows().forEach(row -> mustBeKnown(row, byId));
        return new Stations(byId);
    }

    private static Station station(
            ReferenceFile.Row row,
            Map<Integer, List<Station.Name>> namesOf,
            Map<Integer, List<Station.Place>> placesOf,
            Regions regions) {
        int id = row.number("station_id");
        Station.Network network = network(row);
        if (!namesOf.containsKey(id)) {
            throw row.wrong("station " + id + " has no name; give it a line in station_names.csv");
        }
        if (network == Station.Network.ASOS && !placesOf.containsKey(id)) {
            throw row.wrong("station " + id + " has no place; give it a line in station_places.csv");
        }
        String region = row.find("region_code").orElse(null);
        if (network == Station.Network.ASOS && region == null) {
            throw row.wrong("region_code is empty");
        }
        if (region != null && regions.region(region).isEmpty()) {
            throw row.wrong("region_code '" + region + "' is none of regions.csv");
        }
        return new Station(
                id,
                network,
                row.find("name_en").orElse(null),
                region,
                row.find("sigungu").orElse(null),
                namesOf.get(id),
                placesOf.getOrDefault(id, List.of()));
    }

    private static Station.Network network(ReferenceFile.Row row) {
        String word = row.text("network");
        return switch (word) {
            case "asos", "other" -> Station.Network.valueOf(word.toUpperCase(Locale.ROOT));
            default -> throw row.wrong("network '" + word + "' is neither asos nor other");
        };
    }

    private static Map<Integer, List<Station.Name>> namesByStation(ReferenceFile file, Set<Integer> synoptic) {
        Map<Integer, List<Station.Name>> byStation = new HashMap<>();
        for (ReferenceFile.Row row : file.rows()) {
            int id = row.number("station_id");
            Station.Name name = new Station.Name(row.text("name"), Validity.of(row));
            List<Station.Name> names = byStation.computeIfAbsent(id, i -> new ArrayList<>());
            if (synoptic.contains(id)
                    && names.stream().anyMatch(other -> other.validity().overlaps(name.validity()))) {
                throw row.wrong("station " + id + " bears two names on the same day");
            }
            names.add(name);
        }
        return byStation;
    }

    private static Map<Integer, List<Station.Place>> placesByStation(ReferenceFile file) {
        Map<Integer, List<Station.Place>> byStation = new HashMap<>();
        for (ReferenceFile.Row row : file.rows()) {
            int id = row.number("station_id");
            Station.Place place = new Station.Place(
                    Validity.of(row), row.decimal("latitude"), row.decimal("longitude"), row.decimal("elevation_m"));
            double latitude = place.latitude().doubleValue();
            double longitude = place.longitude().doubleValue();
            if (latitude < 32 || latitude > 40 || longitude < 123 || longitude > 133) {
                throw row.wrong(place.latitude() + ", " + place.longitude() + " lies outside Korea; is it swapped?");
            }
            List<Station.Place> places = byStation.computeIfAbsent(id, i -> new ArrayList<>());
            if (places.stream().anyMatch(other -> other.validity().overlaps(place.validity()))) {
                throw row.wrong("station " + id + " stands at two places on the same day");
            }
            places.add(place);
        }
        return byStation;
    }

    private static void mustBeKnown(ReferenceFile.Row row, Map<Integer, Station> byId) {
        if (!byId.containsKey(row.number("station_id"))) {
            throw row.wrong("station " + row.number("station_id") + " is not in stations.csv");
        }
    }

    /** All of them, by number. */
    public Collection<Station> all() {
        return byId.values();
    }

    public Optional<Station> station(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The synoptic stations in service that day, by number. */
    public List<Station> openOn(LocalDate day) {
        return openByDay.computeIfAbsent(
                day, d -> byId.values().stream().filter(s -> s.isOpenOn(d)).toList());
    }

    /** The official name of a station that day; its latest name when it was not in service. */
    public String nameOn(int id, LocalDate day) {
        Station station =
                station(id).orElseThrow(() -> new IllegalArgumentException("no station has the number " + id));
        return station.nameOn(day)
                .orElseGet(() -> station.names().get(station.names().size() - 1).text());
    }

    /** The open station of that name: it bore the name that day, or is the only one that ever bore it, before. */
    public Optional<Station> named(String name, LocalDate day) {
        List<Station> today = bearersOn(name, day);
        if (!today.isEmpty()) {
            return today.size() == 1 ? Optional.of(today.get(0)) : Optional.empty();
        }
        List<Station> ever = everNamed(name);
        boolean isRetiredNameOfOne = ever.size() == 1 && ever.get(0).hasRetired(name, day);
        return isRetiredNameOfOne ? Optional.of(ever.get(0)).filter(s -> s.isOpenOn(day)) : Optional.empty();
    }

    /** The open synoptic stations that bore the name that day: rarely two, as 성산 in 2007. */
    private List<Station> bearersOn(String name, LocalDate day) {
        return openByName.computeIfAbsent(day, this::openByName).getOrDefault(name, List.of());
    }

    private Map<String, List<Station>> openByName(LocalDate day) {
        return openOn(day).stream()
                .collect(Collectors.groupingBy(station -> station.nameOn(day).orElseThrow()));
    }

    /** The stations of any network that bear the name or ever bore it. */
    public List<Station> everNamed(String name) {
        return byName.getOrDefault(name, List.of());
    }

    private static final class Bundled {
        static final Stations STATIONS = Stations.of(
                ReferenceFile.bundled("stations.csv"),
                ReferenceFile.bundled("station_names.csv"),
                ReferenceFile.bundled("station_places.csv"),
                Regions.bundled());
    }
}
