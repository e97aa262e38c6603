package org.snapshothub.publish.site.page;

import java.time.LocalDate;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.Shown;

/**
 * A mean against that of another day, from the unrounded means.
 *
 * @param change as shown; empty where there is nothing to compare with
 * @param note with how many stations either mean was made, or why there is none
 * @param flags in what either of the two days differs from a measured one
 */
public record Comparison(String label, String change, String note, Flags flags) {

    static Comparison of(String label, RegionDay now, LocalDate then, Facts facts, Language language) {
        return facts.region(then, now.regionCode())
                .map(before -> new Comparison(
                        label,
                        Shown.change(now.meanC().subtract(before.meanC())) + "℃",
                        "n=" + now.stationCount() + language.say("곳", "") + ", " + then + " n=" + before.stationCount()
                                + language.say("곳", ""),
                        Flags.of(now, facts).or(Flags.of(before, facts))))
                .orElseGet(() ->
                        new Comparison(label, "", language.say(then + " 자료 없음", "no data for " + then), Flags.NONE));
    }
}
