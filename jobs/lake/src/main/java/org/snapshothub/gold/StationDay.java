package org.snapshothub.gold;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.snapshothub.lake.Digits;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per day and station. */
public record StationDay(
        @Doc("Day (KST)") LocalDate observedOn,
        @Doc("KMA station number") int stationId,
        @Doc("Official name that day") String stationName,
        @Doc("ISO 3166-2:KR code of the 시·도") String regionCode,

        @Doc(value = "Official name of the 시·군·구; null for 세종, which has none", nullable = true)
        String sigungu,

        @Doc("Readings of the day") int readingCount,

        @Doc(value = "Mean: of the synoptic readings when basis is daily, else of all readings", unit = "℃")
        @Digits(precision = 12, scale = 8)
        BigDecimal meanC,

        @Doc(value = "Lowest reading of the day", unit = "℃") @Digits(precision = 4, scale = 1)
        BigDecimal minC,

        @Doc(value = "Highest reading of the day", unit = "℃") @Digits(precision = 4, scale = 1)
        BigDecimal maxC,

        @Doc("daily when at least 7 of 8 synoptic hours are there; else snapshot")
        String basis) {

    public static final Table<StationDay> TABLE = Table.of(
                    "gold.temperature_by_station", StationDay.class, "One row per day and station.")
            .key("observed_on", "station_id")
            .slicedBy("observed_on");
}
