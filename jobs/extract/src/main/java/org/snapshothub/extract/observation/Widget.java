package org.snapshothub.extract.observation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.snapshothub.extract.record.Sha256;

/**
 * The weather one page shows: a day, perhaps an hour, and at most one reading a station.
 *
 * @param observedOn the day of the readings, KST
 * @param observedHour 0–23 KST; null when neither the page nor its capture says
 * @param entries the accepted readings, by station number
 */
public record Widget(LocalDate observedOn, Integer observedHour, List<WidgetEntry> entries) {

    public Widget {
        entries = entries.stream()
                .sorted(Comparator.comparingInt(WidgetEntry::stationId))
                .toList();
    }

    /**
     * SHA-256 hex of the accepted (station, sky, temperature) list: one line {@code id TAB sky TAB temperature LF} an
     * entry in station order, a missing sky as empty. Equal for pages that show the same readings, whatever their markup.
     */
    public String digest() {
        StringBuilder list = new StringBuilder();
        for (WidgetEntry entry : entries) {
            list.append(entry.stationId())
                    .append('\t')
                    .append(entry.sky() == null ? "" : entry.sky())
                    .append('\t')
                    .append(entry.temperatureC().toPlainString())
                    .append('\n');
        }
        return Sha256.hex(list.toString());
    }
}
