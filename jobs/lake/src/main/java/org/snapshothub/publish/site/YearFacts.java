package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;

/** A year's rows by day, each day's in a fixed order. */
final class YearFacts {

    private final Weather.Year rows;
    private final Map<LocalDate, List<StationDay>> stations;
    private final Map<LocalDate, List<SigunguDay>> sigungu;
    private final Map<LocalDate, List<SkyShare>> sky;

    YearFacts(Weather.Year rows, Comparator<String> regions) {
        this.rows = rows;
        stations = byDay(rows.stationDays(), StationDay::observedOn, Comparator.comparingInt(StationDay::stationId));
        sigungu = byDay(
                rows.sigunguDays(),
                SigunguDay::observedOn,
                Comparator.comparing(SigunguDay::regionCode, regions)
                        .thenComparing(SigunguDay::sigungu, Comparator.nullsFirst(Comparator.naturalOrder())));
        sky = byDay(
                rows.sky(),
                SkyShare::observedOn,
                Comparator.comparing(SkyShare::regionCode, regions)
                        .thenComparing(SkyShare::readingCount, Comparator.reverseOrder())
                        .thenComparing(SkyShare::sky, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    Weather.Year rows() {
        return rows;
    }

    List<StationDay> stations(LocalDate day) {
        return stations.getOrDefault(day, List.of());
    }

    List<SigunguDay> sigungu(LocalDate day) {
        return sigungu.getOrDefault(day, List.of());
    }

    List<SkyShare> sky(LocalDate day) {
        return sky.getOrDefault(day, List.of());
    }

    private static <R> Map<LocalDate, List<R>> byDay(List<R> rows, Function<R, LocalDate> day, Comparator<R> order) {
        Map<LocalDate, List<R>> byDay = new HashMap<>();
        rows.forEach(row ->
                byDay.computeIfAbsent(day.apply(row), d -> new ArrayList<>()).add(row));
        byDay.values().forEach(list -> list.sort(order));
        return byDay;
    }
}
