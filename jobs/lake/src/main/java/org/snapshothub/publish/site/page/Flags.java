package org.snapshothub.publish.site.page;

import org.snapshothub.gold.RegionDay;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.Language;

/**
 * In what a number differs from a measured one of a whole day.
 *
 * @param inferred stations known by their place in the list only
 * @param provisional the day is not over in the data
 * @param snapshot a mean over the readings there are, not over the synoptic hours
 */
public record Flags(int inferred, boolean provisional, boolean snapshot) {

    static final Flags NONE = new Flags(0, false, false);

    static Flags of(RegionDay row, Facts facts) {
        return new Flags(
                row.orderIdentifiedCount(),
                facts.isProvisional(row.observedOn()),
                !row.basis().equals("daily"));
    }

    /** Those of a number made of both. */
    Flags or(Flags other) {
        return new Flags(
                Math.max(inferred, other.inferred), provisional || other.provisional, snapshot || other.snapshot);
    }

    /** What a mark that has no room for tags says on hover and to a screen reader; empty for a measured number. */
    String words(Language language) {
        return (provisional ? language.say(", 잠정", ", provisional") : "")
                + (inferred > 0 ? language.say(", 추정 지점 ", ", inferred stations ") + inferred : "")
                + (snapshot ? language.say(", 순간값", ", snapshot") : "");
    }

    /** Classes by which the style sheet sets the number apart. */
    public String css() {
        return (inferred > 0 ? " inferred" : "") + (provisional ? " provisional" : "") + (snapshot ? " snapshot" : "");
    }
}
