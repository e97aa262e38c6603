package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a month needs of one day of a station or region.
 *
 * @param observedOn the day, KST
 * @param meanC ℃, the day's mean
 * @param minC ℃
 * @param maxC ℃
 * @param basis of the mean
 */
public record DayFigures(LocalDate observedOn, BigDecimal meanC, BigDecimal minC, BigDecimal maxC, Basis basis) {

    public static DayFigures of(StationDay day) {
        return new DayFigures(day.observedOn(), day.meanC(), day.minC(), day.maxC(), day.basis());
    }

    public static DayFigures of(RegionDay day) {
        return new DayFigures(day.observedOn(), day.meanC(), day.minC(), day.maxC(), day.basis());
    }
}
