package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.List;
import org.snapshothub.extract.observation.Part.Gap;
import org.snapshothub.extract.observation.Part.Kind;
import org.snapshothub.extract.observation.Vocabulary.Words;

/**
 * The words before a number with the labels taken out, and what the labels say.
 *
 * @param words without labels; what one kept apart is as far apart as before
 * @param said what they say of the number
 * @param heading where a heading of labels begins in the page's text, with a list below it; -1 without one
 * @param headed how many of the words stand before that heading
 */
record LabelledWords(Words words, Said said, int heading, int headed) {

    enum Said {
        NOTHING,
        /** That it is the temperature of now. */
        NOW,
        /** That it is none: felt, lowest, of tomorrow. */
        ANOTHER
    }

    static LabelledWords of(Words words) {
        List<Part> parts = words.parts();
        if (!words.has(Kind.LABEL)) {
            return new LabelledWords(words, Said.NOTHING, -1, 0);
        }
        List<Part> kept = new ArrayList<>();
        Gap gap = Gap.NONE;
        for (Part part : parts) {
            gap = gap.strongest(part.gap());
            if (!part.is(Kind.LABEL)) {
                kept.add(new Part(part.kind(), part.text(), part.begin(), part.end(), gap));
                gap = Gap.NONE;
            }
        }
        Words bare = new Words(kept, gap.strongest(words.gapAfter()), words.isWhole(), words.hasIcon());
        Said said = said(parts, words.gapAfter());
        int heading = heading(parts);
        if (heading < 0) {
            return new LabelledWords(bare, said, -1, 0);
        }
        int headed = (int) parts.subList(0, heading).stream()
                .filter(part -> !part.is(Kind.LABEL))
                .count();
        return new LabelledWords(bare, said, parts.get(heading).begin(), headed);
    }

    /** What the nearest label says that stands right before the number, or with it in one line. */
    private static Said said(List<Part> parts, Gap gapAfter) {
        Gap widest = gapAfter;
        boolean isNext = true;
        for (int i = parts.size() - 1; i >= 0 && (isNext || widest != Gap.BLOCK); i--) {
            Part part = parts.get(i);
            Label label = part.is(Kind.LABEL) ? Label.of(part.text()).orElse(Label.NEUTRAL) : Label.NEUTRAL;
            if (label == Label.NOW || (label == Label.TEMPERATURE && isNext)) {
                return Said.NOW;
            }
            if (label.isOther() || label == Label.FORECAST || (label == Label.HALF_DAY && isNext)) {
                return Said.ANOTHER;
            }
            isNext &= part.is(Kind.LABEL) || part.is(Kind.DASH) || part.is(Kind.SIGN);
            widest = widest.strongest(part.gap());
        }
        return Said.NOTHING;
    }

    /** The first part of the last block that is a heading: labels only, one of a time, and an entry in a block below. */
    private static int heading(List<Part> parts) {
        int heading = -1;
        int begin = 0;
        for (int i = 1; i <= parts.size(); i++) {
            boolean ends = i == parts.size() || parts.get(i).gap() == Gap.BLOCK;
            if (!ends) {
                continue;
            }
            List<Part> block = parts.subList(begin, i);
            boolean isHeading = i < parts.size()
                    && block.stream().allMatch(part -> part.is(Kind.LABEL) || part.is(Kind.NUMBER))
                    && block.stream().anyMatch(part -> Label.of(part.text())
                            .filter(label -> label != Label.NEUTRAL && label != Label.HALF_DAY)
                            .isPresent());
            if (isHeading) {
                heading = begin;
            }
            begin = i;
        }
        boolean hasEntryBelow = heading >= 0
                && parts.subList(heading, parts.size()).stream()
                        .anyMatch(part -> part.is(Kind.NAME) || part.is(Kind.SKY));
        return hasEntryBelow ? heading : -1;
    }
}
