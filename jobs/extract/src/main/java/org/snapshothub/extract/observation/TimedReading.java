package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A temperature with its time.
 *
 * @param stationId KMA number
 * @param slot of its day, see {@link Reading}
 * @param at KST; null when the hour is unknown
 * @param temperatureC ℃
 */
public record TimedReading(int stationId, String slot, LocalDateTime at, BigDecimal temperatureC) {

    static TimedReading of(LocalDate day, Reading reading) {
        Integer hour = reading.observedHour();
        return new TimedReading(
                reading.stationId(), reading.slot(), hour == null ? null : day.atTime(hour, 0), reading.temperatureC());
    }
}
