package org.snapshothub.silver;

import java.time.LocalDate;
import java.util.List;
import org.snapshothub.extract.observation.DaySlots;
import org.snapshothub.extract.observation.IdentifiedBy;
import org.snapshothub.extract.observation.ShownWidget;
import org.snapshothub.extract.observation.SkyWords;
import org.snapshothub.extract.observation.SlotReading;
import org.snapshothub.extract.observation.Station;
import org.snapshothub.extract.observation.Stations;
import org.snapshothub.extract.observation.WidgetEntry;

/** One day's distinct widgets as rows of {@code silver.observations}. */
final class ObservedDay {

    private ObservedDay() {}

    static List<Observation> of(LocalDate day, List<WidgetShown> widgets) {
        return DaySlots.of(widgets.stream().map(ObservedDay::shown).toList()).stream()
                .map(reading -> row(day, reading))
                .toList();
    }

    private static ShownWidget shown(WidgetShown w) {
        List<WidgetEntry> entries = WidgetReading.ofJson(w.entries()).stream()
                .map(e -> new WidgetEntry(
                        e.stationId(), e.sky(), e.temperatureC(), IdentifiedBy.of(e.identifiedBy()), e.printed()))
                .toList();
        return new ShownWidget(
                w.observedHour(),
                w.digest(),
                entries,
                w.pageCount(),
                w.firstTime(),
                w.firstPageId(),
                w.latestTime(),
                w.latestPageId());
    }

    private static Observation row(LocalDate day, SlotReading reading) {
        Station station = Stations.bundled().station(reading.stationId()).orElseThrow();
        String sky = reading.sky();
        return new Observation(
                day,
                reading.observedHour(),
                reading.slot(),
                station.id(),
                Stations.bundled().nameOn(station.id(), day),
                station.regionCode(),
                station.sigungu(),
                sky,
                sky == null ? null : SkyWords.bundled().level(sky).orElse(null),
                reading.temperatureC(),
                reading.identifiedBy().code(),
                reading.pageCount(),
                reading.firstPageId(),
                reading.valuePageId(),
                reading.printed(),
                reading.isConflicting(),
                Extractors.VERSION);
    }
}
