package org.snapshothub.extract.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The distinct widgets of one day counted once: a row per slot and station.
 *
 * <p>A pure function of the set of widgets: their order does not matter.
 */
public final class DaySlots {

    private static final Comparator<Instant> EARLIEST = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<Instant> LATEST = Comparator.nullsLast(Comparator.reverseOrder());

    private static final Comparator<ShownWidget> BY_FIRST_PAGE =
            Comparator.comparing(ShownWidget::firstFetchTime, EARLIEST).thenComparing(ShownWidget::firstPageId);
    private static final Comparator<ShownWidget> BY_VALUE =
            Comparator.comparing(ShownWidget::latestFetchTime, LATEST).thenComparing(ShownWidget::latestPageId);

    private DaySlots() {}

    /** The rows of a day, by slot and station. {@code widgets} holds one element per hour and digest. */
    public static List<SlotReading> of(List<ShownWidget> widgets) {
        SortedMap<String, List<ShownWidget>> slots = new TreeMap<>();
        Map<String, Integer> earliestHour = new HashMap<>();
        Map<String, Long> hourlessPages = new HashMap<>();
        for (ShownWidget widget : widgets) {
            if (widget.observedHour() != null) {
                earliestHour.merge(widget.digest(), widget.observedHour(), Math::min);
            }
        }
        for (ShownWidget widget : widgets) {
            if (widget.observedHour() != null) {
                slots.computeIfAbsent(slotOf(widget.observedHour()), s -> new ArrayList<>())
                        .add(widget);
            } else if (earliestHour.containsKey(widget.digest())) {
                hourlessPages.merge(widget.digest(), widget.pageCount(), Long::sum);
            } else {
                slots.computeIfAbsent("w:" + widget.digest(), s -> new ArrayList<>())
                        .add(widget);
            }
        }
        List<SlotReading> readings = new ArrayList<>();
        slots.forEach((slot, shown) -> readings.addAll(readings(slot, shown, earliestHour, hourlessPages)));
        return readings;
    }

    private static String slotOf(int hour) {
        return hour < 10 ? "h0" + hour : "h" + hour;
    }

    private static List<SlotReading> readings(
            String slot, List<ShownWidget> shown, Map<String, Integer> earliestHour, Map<String, Long> hourlessPages) {
        String firstPageId = shown.stream().min(BY_FIRST_PAGE).orElseThrow().firstPageId();
        List<ShownWidget> byValue = shown.stream().sorted(BY_VALUE).toList();
        SortedMap<Integer, Tally> tallies = new TreeMap<>();
        for (ShownWidget widget : byValue) {
            boolean takesHourless = Objects.equals(widget.observedHour(), earliestHour.get(widget.digest()));
            long pages = widget.pageCount() + (takesHourless ? hourlessPages.getOrDefault(widget.digest(), 0L) : 0L);
            for (WidgetEntry entry : widget.entries()) {
                tallies.computeIfAbsent(entry.stationId(), id -> new Tally(widget, entry))
                        .add(entry, pages);
            }
        }
        return tallies.values().stream()
                .map(tally -> tally.reading(slot, firstPageId))
                .toList();
    }

    /** One station of a slot: the winning entry came first, the others add their pages and may contradict it. */
    private static final class Tally {
        private final ShownWidget widget;
        private final WidgetEntry value;
        private long pages;
        private boolean isConflicting;

        Tally(ShownWidget widget, WidgetEntry value) {
            this.widget = widget;
            this.value = value;
        }

        void add(WidgetEntry entry, long count) {
            pages += count;
            isConflicting |= entry.temperatureC().compareTo(value.temperatureC()) != 0
                    || !Objects.equals(entry.sky(), value.sky());
        }

        SlotReading reading(String slot, String firstPageId) {
            return new SlotReading(
                    slot,
                    widget.observedHour(),
                    value.stationId(),
                    value.sky(),
                    value.temperatureC(),
                    value.identifiedBy(),
                    pages,
                    firstPageId,
                    widget.latestPageId(),
                    value.printed(),
                    isConflicting);
        }
    }
}
