package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snapshothub.silver.Observation;

/** What is counted while the readings go by once: they are too many to be held. */
public final class ReadingTally {

    private long readings;
    private long conflicting;
    private long inferred;
    private final Set<String> extractorVersions = new TreeSet<>();
    private final Map<LocalDate, Set<Integer>> inferredStations = new HashMap<>();
    private final Map<LocalDate, Set<Integer>> conflictingStations = new HashMap<>();

    void add(Observation reading) {
        readings++;
        extractorVersions.add(reading.extractorVersion());
        if (reading.isConflicting()) {
            conflicting++;
            conflictingStations
                    .computeIfAbsent(reading.observedOn(), d -> new TreeSet<>())
                    .add(reading.stationId());
        }
        if (reading.identifiedBy().equals("order")) {
            inferred++;
            inferredStations
                    .computeIfAbsent(reading.observedOn(), d -> new TreeSet<>())
                    .add(reading.stationId());
        }
    }

    public long readings() {
        return readings;
    }

    /** Readings of which another page of the same slot showed another value. */
    public long conflicting() {
        return conflicting;
    }

    /** Readings whose station was inferred from the list's order. */
    public long inferred() {
        return inferred;
    }

    public Set<String> extractorVersions() {
        return extractorVersions;
    }

    public boolean isInferred(LocalDate day, int station) {
        return inferredStations.getOrDefault(day, Set.of()).contains(station);
    }

    public boolean isConflicting(LocalDate day, int station) {
        return conflictingStations.getOrDefault(day, Set.of()).contains(station);
    }

    /** Stations inferred at least once, with the number of days. */
    public Map<Integer, Integer> inferredDays() {
        Map<Integer, Integer> days = new java.util.TreeMap<>();
        inferredStations.values().forEach(ids -> ids.forEach(id -> days.merge(id, 1, Integer::sum)));
        return days;
    }
}
