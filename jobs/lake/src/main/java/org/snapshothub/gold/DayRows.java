package org.snapshothub.gold;

import java.time.LocalDate;
import java.util.List;
import org.snapshothub.extract.observation.DayStatistics;
import org.snapshothub.extract.observation.IdentifiedBy;
import org.snapshothub.extract.observation.SkyWords;
import org.snapshothub.extract.observation.SlotReading;
import org.snapshothub.extract.observation.Stations;
import org.snapshothub.lake.Doc;
import org.snapshothub.silver.Observation;

/** One day's figures as rows of the four tables that hold them. */
record DayRows(
        @Doc("By station") List<StationDay> stations,
        @Doc("By region, KR and KR-mainland") List<RegionDay> regions,
        @Doc("By 시·군·구") List<SigunguDay> sigungus,
        @Doc("Shares of the sky") List<SkyShare> skies) {

    /**
     * @param readings all of the day
     * @param midnight readings of hour 0 of the next day, which close this one
     */
    static DayRows of(LocalDate day, List<Observation> readings, List<Observation> midnight) {
        DayStatistics figures =
                DayStatistics.of(day, slots(readings), slots(midnight), Stations.bundled(), SkyWords.bundled());
        return new DayRows(
                figures.stations().stream().map(DayRows::station).toList(),
                figures.regions().stream().map(DayRows::region).toList(),
                figures.sigungu().stream().map(DayRows::sigungu).toList(),
                figures.skies().stream().map(DayRows::sky).toList());
    }

    private static List<SlotReading> slots(List<Observation> readings) {
        return readings.stream()
                .map(r -> new SlotReading(
                        r.slot(),
                        r.observedHour(),
                        r.stationId(),
                        r.sky(),
                        r.temperatureC(),
                        IdentifiedBy.of(r.identifiedBy()),
                        r.pageCount(),
                        r.firstPageId(),
                        r.valuePageId(),
                        r.printed(),
                        r.isConflicting()))
                .toList();
    }

    private static StationDay station(org.snapshothub.extract.observation.StationDay s) {
        return new StationDay(
                s.observedOn(),
                s.stationId(),
                s.stationName(),
                s.regionCode(),
                s.sigungu(),
                s.readingCount(),
                s.meanC(),
                s.minC(),
                s.maxC(),
                s.basis().code());
    }

    private static RegionDay region(org.snapshothub.extract.observation.RegionDay r) {
        return new RegionDay(
                r.observedOn(),
                r.regionCode(),
                r.regionName(),
                r.stationCount(),
                r.stationExpected(),
                r.coverage(),
                r.readingCount(),
                r.meanC(),
                r.minC(),
                r.minStation(),
                r.maxC(),
                r.maxStation(),
                r.orderIdentifiedCount(),
                r.basis().code());
    }

    private static SigunguDay sigungu(org.snapshothub.extract.observation.RegionDay r) {
        return new SigunguDay(
                r.observedOn(),
                r.regionCode(),
                r.sigungu(),
                r.stationCount(),
                r.stationExpected(),
                r.coverage(),
                r.readingCount(),
                r.meanC(),
                r.minC(),
                r.minStation(),
                r.maxC(),
                r.maxStation(),
                r.orderIdentifiedCount(),
                r.basis().code());
    }

    private static SkyShare sky(org.snapshothub.extract.observation.SkyShare s) {
        return new SkyShare(
                s.observedOn(), s.regionCode(), s.sky(), s.sky3(), Math.toIntExact(s.readingCount()), s.share());
    }
}
