package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the readings of all days come to. */
public final class ReadingTally {

    private final NavigableMap<LocalDate, DayTally> days;

    ReadingTally(NavigableMap<LocalDate, DayTally> days) {
        this.days = days;
    }

    NavigableMap<LocalDate, DayTally> days() {
        return days;
    }

    public long readings() {
        return days.values().stream().mapToLong(DayTally::readings).sum();
    }

    /** Readings of which another page of the same slot showed another value. */
    public long conflicting() {
        return days.values().stream().mapToLong(DayTally::conflicting).sum();
    }

    /** Readings whose station was inferred from the list's order. */
    public long inferred() {
        return days.values().stream().mapToLong(DayTally::inferred).sum();
    }

    public Set<String> extractorVersions() {
        Set<String> versions = new TreeSet<>();
        days.values().forEach(day -> versions.addAll(day.extractorVersions()));
        return versions;
    }

    public boolean isInferred(LocalDate day, int station) {
        return days.containsKey(day) && days.get(day).inferredStations().contains(station);
    }

    public boolean isConflicting(LocalDate day, int station) {
        return days.containsKey(day) && days.get(day).conflictingStations().contains(station);
    }

    /** Number of stations inferred that day. */
    public int inferredOn(LocalDate day) {
        return days.containsKey(day) ? days.get(day).inferredStations().size() : 0;
    }

    /** Number of stations of which pages contradicted each other that day. */
    public int conflictingOn(LocalDate day) {
        return days.containsKey(day) ? days.get(day).conflictingStations().size() : 0;
    }

    /** Stations inferred at least once, with the number of days. */
    public Map<Integer, Integer> inferredDays() {
        Map<Integer, Integer> counts = new TreeMap<>();
        days.values().forEach(day -> day.inferredStations().forEach(id -> counts.merge(id, 1, Integer::sum)));
        return counts;
    }
}
