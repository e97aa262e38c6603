package org.snapshothub.gold;

import java.math.BigDecimal;
import org.snapshothub.lake.Digits;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per month and station. */
public record StationMonth(
        @Doc("YYYY-MM") String month,
        @Doc("KMA station number") int stationId,
        @Doc("Days with a day mean") int dayCount,
        @Doc("Days of the month") int dayExpected,

        @Doc(value = "Mean of the day means; null under 80 % of the days", unit = "℃", nullable = true)
        @Digits(precision = 12, scale = 8)
        BigDecimal meanC,

        @Doc(value = "Lowest reading of the month", unit = "℃") @Digits(precision = 4, scale = 1)
        BigDecimal minC,

        @Doc(value = "Highest reading of the month", unit = "℃") @Digits(precision = 4, scale = 1)
        BigDecimal maxC,

        @Doc("daily when all its days are; else snapshot") String basis,

        @Doc(value = "Why mean_c is null; else null", nullable = true)
        String reason) {

    public static final Table<StationMonth> TABLE = Table.of(
                    "gold.temperature_by_station_monthly", StationMonth.class, "One row per month and station.")
            .key("month", "station_id")
            .slicedBy("month");
}
