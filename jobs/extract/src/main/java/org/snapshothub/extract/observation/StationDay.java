package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One day of one station.
 *
 * @param observedOn the day, KST
 * @param stationId KMA number
 * @param stationName official that day
 * @param regionCode ISO 3166-2:KR
 * @param sigungu official name of the 시·군·구; null in 세종
 * @param readingCount readings of the day, whatever hour
 * @param meanC ℃, scale 8: over the synoptic hours for {@link Basis#DAILY}, else over all readings
 * @param minC ℃, over all readings of the day
 * @param maxC ℃, over all readings of the day
 * @param basis what the mean rests on
 */
public record StationDay(
        LocalDate observedOn,
        int stationId,
        String stationName,
        String regionCode,
        String sigungu,
        int readingCount,
        BigDecimal meanC,
        BigDecimal minC,
        BigDecimal maxC,
        Basis basis) {}
