package org.snapshothub.publish.site;

/**
 * Readings that one plausibility rule doubts; they count all the same.
 *
 * @param rule its name in data/reference/plausibility.csv
 * @param readings so many
 * @param stations of so many stations
 */
public record DoubtCount(String rule, long readings, long stations) {}
