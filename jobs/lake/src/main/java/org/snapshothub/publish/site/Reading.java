package org.snapshothub.publish.site;

import java.math.BigDecimal;

/**
 * One reading of a station, as far as a page shows it: one per slot and station of a day.
 *
 * @param hour hour (KST) 0–23; null when unknown
 * @param slot tells a station's readings of unknown hour apart; null where the hour does
 * @param sky as printed; null when none
 * @param temperatureC in ℃, as printed
 * @param isInferred its station was inferred from the list's order, not named
 * @param pages pages of the slot that show the station
 * @param pageId the page whose value this is
 * @param printed the entry as printed
 * @param isConflicting another page of the slot showed another temperature or sky
 */
public record Reading(
        int stationId,
        Integer hour,
        String slot,
        String sky,
        BigDecimal temperatureC,
        boolean isInferred,
        long pages,
        String pageId,
        String printed,
        boolean isConflicting,
        String extractorVersion) {}
