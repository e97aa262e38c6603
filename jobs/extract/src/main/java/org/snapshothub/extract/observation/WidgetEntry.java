package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One reading of a widget.
 *
 * @param stationId KMA number
 * @param sky the sky word as printed; null when the page prints none, or {@code -}
 * @param temperatureC ℃, scale 1, never a negative zero
 * @param identifiedBy how the station is known
 * @param printed the entry as the page prints it, in one line
 */
public record WidgetEntry(
        int stationId, String sky, BigDecimal temperatureC, IdentifiedBy identifiedBy, String printed) {

    public WidgetEntry {
        temperatureC = temperatureC.setScale(1, RoundingMode.UNNECESSARY);
    }
}
