package org.snapshothub.gold;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.observation.DayDoubts;
import org.snapshothub.extract.observation.DayStatistics;
import org.snapshothub.extract.observation.Plausibility;
import org.snapshothub.extract.observation.SkyWords;
import org.snapshothub.extract.observation.Station;
import org.snapshothub.extract.observation.Stations;
import org.snapshothub.lake.Doc;

/** One day's figures as rows of the five tables that hold them. */
record DayRows(
        @Doc("By station") List<StationDay> stations,
        @Doc("By region, KR and KR-mainland") List<RegionDay> regions,
        @Doc("By 시·군·구") List<SigunguDay> sigungus,
        @Doc("Shares of the sky") List<SkyShare> skies,
        @Doc("Doubted readings") List<Doubt> doubts) {

    /** The figures of a day with a reading of its own, from all that is said of it; empty for one that has none. */
    static Optional<DayRows> of(LocalDate day, List<DatedReading> readings) {
        List<DatedReading> own = at(DatedReading.OWN_DAY, readings);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        DayStatistics figures = DayStatistics.of(
                day, own, at(DatedReading.DAY_AFTER, readings), Stations.bundled(), SkyWords.bundled());
        List<org.snapshothub.extract.observation.Doubt> doubts = DayDoubts.of(
                day, own, at(DatedReading.DAY_BEFORE, readings), Stations.bundled(), Plausibility.bundled());
        return Optional.of(new DayRows(
                figures.stations().stream().map(DayRows::station).toList(),
                figures.regions().stream().map(DayRows::region).toList(),
                figures.sigungu().stream().map(DayRows::sigungu).toList(),
                figures.skies().stream().map(DayRows::sky).toList(),
                doubts.stream().map(doubt -> doubt(day, doubt)).toList()));
    }

    private static List<DatedReading> at(int offset, List<DatedReading> readings) {
        return readings.stream().filter(r -> r.offset() == offset).toList();
    }

    private static Doubt doubt(LocalDate day, org.snapshothub.extract.observation.Doubt d) {
        Station station = Stations.bundled().station(d.reading().stationId()).orElseThrow();
        return new Doubt(
                day,
                d.reading().slot(),
                station.id(),
                Stations.bundled().nameOn(station.id(), day),
                station.regionCode(),
                d.rule(),
                d.reading().temperatureC(),
                d.comparedC(),
                d.detail());
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
