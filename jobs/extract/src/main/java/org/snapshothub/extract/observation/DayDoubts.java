package org.snapshothub.extract.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the rules doubt of one day: each reading alone, beside the others of its slot, and after those before it.
 *
 * <p>A pure function of the readings of the day and of the day before, so that it does not matter when which arrived.
 */
public final class DayDoubts {

    private static final Comparator<Doubt> ORDER = Comparator.comparing(Doubt::rule)
            .thenComparing(doubt -> doubt.reading().slot())
            .thenComparing(doubt -> doubt.reading().stationId());

    private DayDoubts() {}

    /**
     * The doubts of {@code day}, by rule, slot and station.
     *
     * @param readings all of the day
     * @param before all of the day before: its last hours stand next to the first of this one
     */
    public static List<Doubt> of(
            LocalDate day,
            List<? extends Reading> readings,
            List<? extends Reading> before,
            Stations stations,
            Plausibility rules) {
        List<TimedReading> today = timed(day, readings);
        List<TimedReading> yesterday = timed(day.minusDays(1), before);
        SortedMap<String, List<TimedReading>> slots = new TreeMap<>();
        SortedMap<Integer, List<TimedReading>> ofStations = new TreeMap<>();
        today.forEach(
                r -> slots.computeIfAbsent(r.slot(), s -> new ArrayList<>()).add(r));
        Stream.concat(yesterday.stream(), today.stream()).forEach(r -> ofStations
                .computeIfAbsent(r.stationId(), s -> new ArrayList<>())
                .add(r));

        List<Doubt> doubts = new ArrayList<>(rules.range(today));
        slots.values().forEach(ofOneSlot -> doubts.addAll(rules.neighbours(day, ofOneSlot, stations)));
        ofStations.values().forEach(ofOneStation -> Stream.concat(
                        rules.steps(ofOneStation).stream(), rules.zeroRuns(ofOneStation).stream())
                .filter(doubt -> doubt.reading().at().toLocalDate().equals(day))
                .forEach(doubts::add));
        return doubts.stream().sorted(ORDER).toList();
    }

    private static List<TimedReading> timed(LocalDate day, List<? extends Reading> readings) {
        return readings.stream().map(reading -> TimedReading.of(day, reading)).toList();
    }
}
