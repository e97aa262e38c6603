package org.snapshothub.extract.observation;

import java.math.BigDecimal;

/**
 * The reading of one slot and station of a day, however many pages showed it.
 *
 * @param slot {@code h15}, or {@code w:} and the digest of a widget without an hour
 * @param observedHour 0–23 KST; null when unknown
 * @param stationId KMA number
 * @param sky as printed; null when none
 * @param temperatureC ℃, scale 1
 * @param identifiedBy how the page of the value knows the station
 * @param pageCount pages of the slot that show the station
 * @param firstPageId earliest page of the slot
 * @param valuePageId the page whose value this is
 * @param printed the entry as that page prints it
 * @param isConflicting whether another page of the slot showed another temperature or sky
 */
public record SlotReading(
        String slot,
        Integer observedHour,
        int stationId,
        String sky,
        BigDecimal temperatureC,
        IdentifiedBy identifiedBy,
        long pageCount,
        String firstPageId,
        String valuePageId,
        String printed,
        boolean isConflicting)
        implements Reading {

    @Override
    public boolean isInferred() {
        return identifiedBy == IdentifiedBy.ORDER;
    }
}
