package org.snapshothub.publish.site.page;

import org.snapshothub.gold.RegionDay;
import org.snapshothub.publish.site.Facts;

/**
 * In what a number differs from a measured one of a whole day.
 *
 * @param inferred stations known by their place in the list only
 * @param provisional the day is not over in the data
 * @param snapshot a mean over the readings there are, not over the synoptic hours
 */
public record Flags(int inferred, boolean provisional, boolean snapshot) {

    static Flags of(RegionDay row, Facts facts) {
        return new Flags(
                row.orderIdentifiedCount(),
                facts.isProvisional(row.observedOn()),
                !row.basis().equals("daily"));
    }

    /** Classes by which the style sheet sets the number apart. */
    public String css() {
        return (inferred > 0 ? " inferred" : "") + (provisional ? " provisional" : "") + (snapshot ? " snapshot" : "");
    }
}
