package org.snapshothub.gold;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.snapshothub.lake.Digits;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per day, slot and station whose reading a plausibility rule doubts, and rule; the reading counts all the same. */
public record Doubt(
        @Doc("Day (KST) of the reading") LocalDate observedOn,

        @Doc("Slot of the reading, as in silver.observations")
        String slot,

        @Doc("KMA station number") int stationId,
        @Doc("Official name that day") String stationName,
        @Doc("ISO 3166-2:KR code of the 시·도") String regionCode,

        @Doc("Name of the rule in data/reference/plausibility.csv")
        String rule,

        @Doc(value = "The reading", unit = "℃") @Digits(precision = 4, scale = 1)
        BigDecimal temperatureC,

        @Doc(
                value = "What it was compared with: the bound it passes, the reading before, what its neighbours say",
                unit = "℃")
        @Digits(precision = 4, scale = 1)
        BigDecimal comparedC,

        @Doc("The values compared, in words") String detail) {

    public static final Table<Doubt> TABLE = Table.of(
                    "gold.doubts",
                    Doubt.class,
                    "One row per day, slot and station whose reading a plausibility rule doubts, and rule.")
            .key("observed_on", "slot", "station_id", "rule")
            .slicedBy("observed_on");
}
