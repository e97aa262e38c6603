package org.snapshothub.publish.site.page;

import java.math.BigDecimal;
import org.snapshothub.gold.StationDay;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.Shown;

/** A station's day as a table shows it. */
public record StationRow(
        int id,
        String name,
        String region,
        String regionCode,
        String sigungu,
        int readings,
        String mean,
        BigDecimal sort,
        String min,
        BigDecimal minSort,
        String max,
        BigDecimal maxSort,
        boolean isConflicting,
        Flags flags) {

    static StationRow of(StationDay row, Facts facts, Language language) {
        return new StationRow(
                row.stationId(),
                row.stationName(),
                facts.place(row.regionCode()).shortIn(language),
                row.regionCode(),
                row.sigungu(),
                row.readingCount(),
                Shown.number(row.meanC()),
                row.meanC(),
                Shown.number(row.minC()),
                row.minC(),
                Shown.number(row.maxC()),
                row.maxC(),
                facts.tally().isConflicting(row.observedOn(), row.stationId()),
                new Flags(
                        facts.tally().isInferred(row.observedOn(), row.stationId()) ? 1 : 0,
                        facts.isProvisional(row.observedOn()),
                        !row.basis().equals("daily")));
    }
}
