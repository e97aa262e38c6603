package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * A temperature with its time.
 *
 * @param stationId KMA number
 * @param at KST; null when the hour is unknown
 * @param temperatureC ℃
 */
public record TimedReading(int stationId, LocalDateTime at, BigDecimal temperatureC) {}
