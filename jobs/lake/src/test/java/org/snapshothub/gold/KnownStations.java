package org.snapshothub.gold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snapshothub.Repository;

/** The reference files as the oracle reads them: by hand, with nothing of the program. */
final class KnownStations {

    /** A synoptic station: 시·도, 시·군·구, and its names with their days. */
    record Known(int id, String region, String sigungu, List<Named> names) {

        Optional<String> nameOn(LocalDate day) {
            return names.stream().filter(n -> n.holds(day)).map(Named::name).findFirst();
        }
    }

    /** A name and the days on which it is borne; null for always or still. */
    record Named(String name, LocalDate from, LocalDate to) {

        boolean holds(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
        }
    }

    private final SortedMap<Integer, Known> synoptic = new TreeMap<>();
    private final Map<String, Set<Integer>> bearers = new HashMap<>();
    private final Map<String, List<Named>> regions = new HashMap<>();
    private final Map<String, String> levels = new HashMap<>();

    KnownStations() {
        Map<Integer, List<Named>> names = new HashMap<>();
        for (String[] line : lines("station_names.csv")) {
            int id = Integer.parseInt(line[0]);
            names.computeIfAbsent(id, i -> new ArrayList<>()).add(new Named(line[1], date(line[2]), date(line[3])));
            bearers.computeIfAbsent(line[1], n -> new java.util.HashSet<>()).add(id);
        }
        for (String[] line : lines("stations.csv")) {
            if (line[1].equals("asos")) {
                int id = Integer.parseInt(line[0]);
                synoptic.put(id, new Known(id, line[3], line[4].isEmpty() ? null : line[4], names.get(id)));
            }
        }
        for (String[] line : lines("regions.csv")) {
            regions.computeIfAbsent(line[0], c -> new ArrayList<>())
                    .add(new Named(line[1], date(line[4]), date(line[5])));
        }
        for (String[] line : lines("sky.csv")) {
            levels.put(line[0], line[1].isEmpty() ? null : line[1]);
        }
    }

    Known of(int id) {
        return synoptic.get(id);
    }

    List<Known> openOn(LocalDate day) {
        return synoptic.values().stream().filter(s -> s.nameOn(day).isPresent()).toList();
    }

    String level(String sky) {
        return levels.get(sky);
    }

    String regionName(String code, LocalDate day) {
        return switch (code) {
            case "KR" -> "전국";
            case "KR-mainland" -> "전국(제주 제외)";
            default ->
                regions.get(code).stream()
                        .filter(n -> n.holds(day))
                        .map(Named::name)
                        .findFirst()
                        .orElseThrow();
        };
    }

    /** Whose name it is that day: its bearer's, or that of the one station that ever bore it and is still open. */
    Optional<Known> named(String name, LocalDate day) {
        List<Known> today = openOn(day).stream()
                .filter(s -> s.nameOn(day).get().equals(name))
                .toList();
        if (!today.isEmpty()) {
            return today.size() == 1 ? Optional.of(today.get(0)) : Optional.empty();
        }
        Set<Integer> ever = bearers.getOrDefault(name, Set.of());
        return ever.size() == 1
                ? Optional.ofNullable(of(ever.iterator().next()))
                        .filter(s -> s.nameOn(day).isPresent())
                : Optional.empty();
    }

    private static LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<String[]> lines(String file) {
        try {
            return Files.readAllLines(Repository.path("data/reference/" + file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
