package org.snapshothub.silver;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.snapshothub.extract.observation.SkyWords;
import org.snapshothub.extract.observation.Station;
import org.snapshothub.extract.observation.Stations;

/**
 * One day's widgets as readings: each slot and station once, however many pages or sites showed it.
 *
 * <p>An hour is a slot. A widget without an hour is a slot of its own, unless it equals one of a known hour of the day:
 * then it only adds its pages there, to the earliest such hour. All of the day is decided together, so the order in
 * which pages arrived leaves no trace.
 */
final class ObservedDay {

    /** Whose value stands: the latest capture (unknown is earliest), of equals the smallest page. */
    private static final Comparator<WidgetShown> VALUE_FIRST = Comparator.comparing(
                    WidgetShown::latestTime, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(WidgetShown::latestPageId);

    private static final Comparator<WidgetShown> EARLIEST_FIRST = Comparator.comparing(
                    WidgetShown::firstTime, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(WidgetShown::firstPageId);

    private ObservedDay() {}

    /** The rows of {@code day}; {@code widgets} are distinct by hour and digest. */
    static List<Observation> of(LocalDate day, List<WidgetShown> widgets) {
        List<Observation> rows = new ArrayList<>();
        slots(widgets).forEach((slot, shown) -> rows.addAll(rows(day, slot, shown)));
        return rows;
    }

    private static Map<String, List<WidgetShown>> slots(List<WidgetShown> widgets) {
        Map<String, List<WidgetShown>> slots = new TreeMap<>();
        Map<String, Integer> hourOf = new TreeMap<>();
        for (WidgetShown widget : widgets) {
            if (widget.observedHour() != null) {
                hourOf.merge(widget.digest(), widget.observedHour(), Math::min);
            }
        }
        for (WidgetShown widget : widgets) {
            Integer hour = widget.observedHour() != null ? widget.observedHour() : hourOf.get(widget.digest());
            String slot = hour == null ? "w:" + widget.digest() : String.format("h%02d", hour);
            slots.computeIfAbsent(slot, s -> new ArrayList<>()).add(widget);
        }
        return slots;
    }

    private static List<Observation> rows(LocalDate day, String slot, List<WidgetShown> shown) {
        Integer hour = slot.startsWith("h") ? Integer.valueOf(slot.substring(1)) : null;
        String firstPage = shown.stream().min(EARLIEST_FIRST).orElseThrow().firstPageId();
        Map<Integer, List<Showing>> byStation = new TreeMap<>();
        shown.stream().sorted(VALUE_FIRST).forEachOrdered(widget -> widget.entries()
                .forEach(entry -> byStation
                        .computeIfAbsent(entry.stationId(), id -> new ArrayList<>())
                        .add(new Showing(widget, entry))));
        return byStation.values().stream()
                .map(showings -> row(day, slot, hour, firstPage, showings))
                .toList();
    }

    /** An entry and the widget that shows it. */
    private record Showing(WidgetShown widget, WidgetReading entry) {

        boolean contradicts(Showing other) {
            return entry.temperatureC().compareTo(other.entry.temperatureC()) != 0
                    || !Objects.equals(entry.sky(), other.entry.sky());
        }
    }

    private static Observation row(
            LocalDate day, String slot, Integer hour, String firstPage, List<Showing> valueFirst) {
        Showing value = valueFirst.get(0);
        WidgetReading entry = value.entry();
        Station station = Stations.bundled().station(entry.stationId()).orElseThrow();
        return new Observation(
                day,
                hour,
                slot,
                station.id(),
                Stations.bundled().nameOn(station.id(), day),
                station.regionCode(),
                station.sigungu(),
                entry.sky(),
                Optional.ofNullable(entry.sky())
                        .flatMap(SkyWords.bundled()::level)
                        .orElse(null),
                entry.temperatureC(),
                entry.identifiedBy(),
                valueFirst.stream().mapToLong(s -> s.widget().pageCount()).sum(),
                firstPage,
                value.widget().latestPageId(),
                entry.printed(),
                valueFirst.stream().anyMatch(value::contradicts),
                Extractors.VERSION);
    }
}
