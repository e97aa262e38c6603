package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One day of a 시·도, of the country ({@code KR}, {@code KR-mainland}), or of a 시·군·구.
 *
 * @param observedOn the day, KST
 * @param regionCode ISO 3166-2:KR, or one of the wholes
 * @param regionName official that day
 * @param sigungu null in rows of a 시·도 or a whole, and in the one of 세종 among the 시·군·구
 * @param stationCount stations with a reading
 * @param stationExpected stations open that day
 * @param coverage count / expected, scale 8
 * @param readingCount readings of the day
 * @param meanC ℃, scale 8: mean of the station means
 * @param minC ℃ over readings
 * @param minStation name of its station, the lowest number where several tie
 * @param maxC ℃ over readings
 * @param maxStation name of its station, the lowest number where several tie
 * @param orderIdentifiedCount stations with a reading identified by order
 * @param basis daily when all its stations are
 */
public record RegionDay(
        LocalDate observedOn,
        String regionCode,
        String regionName,
        String sigungu,
        int stationCount,
        int stationExpected,
        BigDecimal coverage,
        int readingCount,
        BigDecimal meanC,
        BigDecimal minC,
        String minStation,
        BigDecimal maxC,
        String maxStation,
        int orderIdentifiedCount,
        Basis basis) {}
