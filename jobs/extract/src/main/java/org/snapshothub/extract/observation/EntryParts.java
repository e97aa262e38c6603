package org.snapshothub.extract.observation;

import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.observation.Part.Gap;
import org.snapshothub.extract.observation.Part.Kind;

/** What one stretch says: where in its parts name, sky and dashes stand, and what is left over before them. */
record EntryParts(
        Stretch stretch,
        Part sign,
        Part name,
        Part sky,
        Part skyOfLast,
        Part dashForSky,
        List<Part> dashes,
        List<Part> leftover) {

    boolean isNamed() {
        return name != null && name.is(Kind.NAME);
    }

    boolean hasDashForSky() {
        return dashForSky != null;
    }

    /**
     * A name without a number of its own that stands before, on the same line: 속초 현재 4.2℃. The number is that
     * station's or nobody's, never that of a nameless one beside it.
     */
    Optional<Part> nameCutOff() {
        List<Part> parts = stretch.parts();
        Gap widest = stretch.gapBeforeFigure();
        for (int i = parts.size() - 1; !isNamed() && i >= 0 && widest != Gap.BLOCK; i--) {
            Part part = parts.get(i);
            if (part.is(Kind.NAME) && leftover.contains(part)) {
                return Optional.of(part);
            }
            widest = widest.strongest(part.gap());
        }
        return Optional.empty();
    }

    boolean isBare() {
        return sky == null && dashForSky == null && dashes.isEmpty();
    }

    /** The gap before the number with its sign, if a dash is glued to it. */
    Gap gapBeforeNumber() {
        boolean isGlued = !dashes.isEmpty() && stretch.gapBeforeFigure() == Gap.NONE;
        return isGlued ? dashes.get(dashes.size() - 1).gap() : stretch.gapBeforeFigure();
    }

    /** Where its first word or digit begins. */
    int begin() {
        int begin = stretch().figure().map(Figure::begin).orElse(stretch.unit().begin());
        if (sign != null) {
            begin = Math.min(begin, sign.begin());
        }
        for (Part part : dashes) {
            begin = Math.min(begin, part.begin());
        }
        if (name != null) {
            begin = Math.min(begin, name.begin());
        }
        if (sky != null) {
            begin = Math.min(begin, sky.begin());
        }
        return hasDashForSky() ? Math.min(begin, dashForSky.begin()) : begin;
    }
}
