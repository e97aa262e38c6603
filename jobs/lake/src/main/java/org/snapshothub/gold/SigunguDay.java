package org.snapshothub.gold;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.snapshothub.lake.Digits;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per day and 시·군·구. */
public record SigunguDay(
        @Doc("Day (KST)") LocalDate observedOn,
        @Doc("ISO 3166-2:KR code") String regionCode,

        @Doc(value = "Official name of the 시·군·구; null for 세종, which has none", nullable = true)
        String sigungu,

        @Doc("Stations with a reading") int stationCount,
        @Doc("Stations open that day by the reference") int stationExpected,

        @Doc(value = "station_count over station_expected", unit = "0–1") @Digits(precision = 9, scale = 8)
        BigDecimal coverage,

        @Doc("Readings of those stations") int readingCount,

        @Doc(value = "Mean of the station means", unit = "℃") @Digits(precision = 12, scale = 8)
        BigDecimal meanC,

        @Doc(value = "Lowest reading", unit = "℃") @Digits(precision = 4, scale = 1)
        BigDecimal minC,

        @Doc("Station of the lowest reading; ties: lowest number")
        String minStation,

        @Doc(value = "Highest reading", unit = "℃") @Digits(precision = 4, scale = 1)
        BigDecimal maxC,

        @Doc("Station of the highest reading; ties: lowest number")
        String maxStation,

        @Doc("Stations with a reading identified by list order")
        int orderIdentifiedCount,

        @Doc("daily when all its stations are; else snapshot")
        String basis) {

    public static final Table<SigunguDay> TABLE = Table.of(
                    "gold.temperature_by_sigungu", SigunguDay.class, "One row per day and 시·군·구.")
            .key("observed_on", "region_code", "sigungu")
            .slicedBy("observed_on");
}
