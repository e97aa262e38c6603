package org.snapshothub.extract.observation;

import java.time.LocalDateTime;

/**
 * A reading that a rule doubts; it still counts.
 *
 * @param rule name of the rule
 * @param stationId KMA number
 * @param at when it was read, KST; null without an hour
 * @param detail the values, one line
 */
public record Doubt(String rule, int stationId, LocalDateTime at, String detail) {}
