package org.snapshothub.silver;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.snapshothub.lake.Digits;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per day, slot and station, however many pages or sites showed it. */
public record Observation(
        @Doc("Day (KST) the reading belongs to: the date the widget prints, else the day of capture")
        LocalDate observedOn,

        @Doc(value = "Hour (KST) 0–23; null when unknown", unit = "h", nullable = true)
        Integer observedHour,

        @Doc("h and two digits of the hour, or w: and the digest of an hourless widget")
        String slot,

        @Doc("KMA station number") int stationId,
        @Doc("Official name that day") String stationName,
        @Doc("ISO 3166-2:KR code of the 시·도") String regionCode,

        @Doc(value = "Official name of the 시·군·구; null for 세종, which has none", nullable = true)
        String sigungu,

        @Doc(value = "Sky as printed; null when none", nullable = true)
        String sky,

        @Doc(value = "맑음, 구름많음 or 흐림; null when sky is none of the cloud levels", nullable = true)
        String sky3,

        @Doc(value = "Air temperature as printed", unit = "℃") @Digits(precision = 4, scale = 1)
        BigDecimal temperatureC,

        @Doc("name, or order: inferred from the list order") String identifiedBy,
        @Doc("Pages of the slot that show the station") long pageCount,
        @Doc("Earliest page of the slot") String firstPageId,
        @Doc("The page whose value this is") String valuePageId,
        @Doc("The entry as printed") String printed,

        @Doc("Another page of the slot showed another temperature or sky")
        boolean isConflicting,

        @Doc("Version of the extractor that read it") String extractorVersion) {

    public static final Table<Observation> TABLE = Table.of(
                    "silver.observations",
                    Observation.class,
                    "One row per day, slot and station, however many pages or sites showed it.")
            .key("observed_on", "slot", "station_id")
            .slicedBy("observed_on");
}
