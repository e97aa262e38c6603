package org.snapshothub.publish.site.page;

import java.util.List;
import org.snapshothub.publish.site.Facts;

/** 방법: definitions, rounding, what the numbers are not. */
public record MethodPage(Frame frame, List<String> extractors) implements SitePage {

    public static MethodPage of(Frame frame, Facts facts) {
        return new MethodPage(frame, List.copyOf(facts.tally().extractorVersions()));
    }
}
