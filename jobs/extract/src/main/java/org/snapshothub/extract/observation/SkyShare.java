package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How often a sky was read in a region on a day.
 *
 * @param observedOn the day, KST
 * @param regionCode one of the 17, {@code KR} or {@code KR-mainland}
 * @param sky as printed; null for the readings without one
 * @param sky3 맑음, 구름많음, 흐림 or null
 * @param readingCount readings with that sky
 * @param share of the readings with a sky, scale 8; null in the row of those without
 */
public record SkyShare(
        LocalDate observedOn, String regionCode, String sky, String sky3, long readingCount, BigDecimal share) {}
