package org.snapshothub.publish.site;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is counted while a day's readings go by: they are too many to be held.
 *
 * @param inferred readings whose station was inferred from the list's order
 * @param conflicting readings of which another page of the same slot showed another value
 */
public record DayTally(
        long readings,
        long inferred,
        long conflicting,
        SortedSet<Integer> inferredStations,
        SortedSet<Integer> conflictingStations,
        SortedSet<String> extractorVersions) {

    public DayTally {
        inferredStations = Collections.unmodifiableSortedSet(inferredStations);
        conflictingStations = Collections.unmodifiableSortedSet(conflictingStations);
        extractorVersions = Collections.unmodifiableSortedSet(extractorVersions);
    }

    static DayTally of(List<Reading> day) {
        SortedSet<Integer> inferredStations = new TreeSet<>();
        SortedSet<Integer> conflictingStations = new TreeSet<>();
        SortedSet<String> versions = new TreeSet<>();
        long inferred = 0;
        long conflicting = 0;
        for (Reading reading : day) {
            versions.add(reading.extractorVersion());
            if (reading.isInferred()) {
                inferred++;
                inferredStations.add(reading.stationId());
            }
            if (reading.isConflicting()) {
                conflicting++;
                conflictingStations.add(reading.stationId());
            }
        }
        return new DayTally(day.size(), inferred, conflicting, inferredStations, conflictingStations, versions);
    }
}
