package org.snapshothub.gold;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.snapshothub.lake.Digits;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per day, region (17, KR, KR-mainland) and sky. */
public record SkyShare(
        @Doc("Day (KST)") LocalDate observedOn,
        @Doc("ISO 3166-2:KR code, KR or KR-mainland") String regionCode,

        @Doc(value = "Sky as printed; null for readings without one", nullable = true)
        String sky,

        @Doc(value = "3-level class; null when it has none", nullable = true)
        String sky3,

        @Doc("Readings with this sky") int readingCount,

        @Doc(value = "Of the readings with a sky; null for the row without one", unit = "0–1", nullable = true)
        @Digits(precision = 9, scale = 8)
        BigDecimal share) {

    public static final Table<SkyShare> TABLE = Table.of(
                    "gold.sky_by_region", SkyShare.class, "One row per day, region (17, KR, KR-mainland) and sky.")
            .key("observed_on", "region_code", "sky")
            .slicedBy("observed_on");
}
