package org.snapshothub.extract.observation;

import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.observation.Part.Gap;
import org.snapshothub.extract.observation.Part.Kind;

/**
 * The text from one unit sign to the next: the words that stand before a temperature, and its digits.
 *
 * @param begin the end of the unit sign before; 0 for the first
 * @param unit the sign it ends with
 * @param words what stands before the digits
 * @param figure the digits; empty when none stand before the sign
 */
record Stretch(int begin, UnitSign unit, Vocabulary.Words words, Optional<Figure> figure) {

    private static final int MOST_UNKNOWN_WORDS = 3;
    private static final int MOST_UNKNOWN_LETTERS = 20;
    private static final int LONGEST_HEADING = 200;

    /** The stretch that begins at {@code begin}; empty when no unit sign follows. */
    static Optional<Stretch> next(MarkedText page, int begin, Vocabulary vocabulary) {
        return UnitSign.next(page.plain(), begin).map(unit -> {
            Optional<Figure> figure = Figure.before(page.plain(), begin, unit.begin());
            int end = figure.map(Figure::begin).orElse(unit.begin());
            return new Stretch(begin, unit, vocabulary.before(page, begin, end), figure);
        });
    }

    Stretch withWords(Vocabulary.Words other) {
        return new Stretch(begin, unit, other, figure);
    }

    List<Part> parts() {
        return words.parts();
    }

    /** The gap between the last word, or the unit before, and the digits. */
    Gap gapBeforeFigure() {
        return words.gapAfter();
    }

    /** Whether it may continue a list: nothing stands in it but an entry, broken entries, or a short heading. */
    boolean continuesAList(MarkedText page) {
        long words = parts().stream().filter(part -> part.is(Kind.WORD)).count();
        int letters = parts().stream()
                .filter(part -> part.is(Kind.WORD))
                .mapToInt(part -> part.text().length())
                .sum();
        return this.words.isWhole() && words <= MOST_UNKNOWN_WORDS && letters <= MOST_UNKNOWN_LETTERS && !isRange(page);
    }

    /** Whether a date stands before its digits: then what follows is of its own time. */
    boolean beginsWithADate(MarkedText page) {
        boolean hasDigits = parts().stream().anyMatch(part -> part.is(Kind.NUMBER) || part.is(Kind.WORD));
        int end = figure.map(Figure::begin).orElse(unit.begin());
        return hasDigits && PrintedTime.standsIn(page.printed(Math.max(begin, end - LONGEST_HEADING), end));
    }

    /** A second number right after a unit and a slash or tilde: 3.5℃/-2.1℃ is a range, not two stations. */
    private boolean isRange(MarkedText page) {
        boolean hasSlash = parts().stream().allMatch(part -> part.is(Kind.DASH))
                && page.plain()
                                .substring(begin, Math.min(begin + 8, unit.begin()))
                                .indexOf('/')
                        >= 0;
        return hasSlash
                || parts().stream()
                        .anyMatch(part ->
                                part.text().indexOf('~') >= 0 || part.text().indexOf('\u223C') >= 0);
    }

    /** A sky word, a dash in its place, or a picture. A dash right before the digits is more likely a minus. */
    boolean showsASky() {
        if (words.hasIcon() || parts().stream().anyMatch(part -> part.is(Kind.SKY))) {
            return true;
        }
        boolean hasName = parts().stream().anyMatch(part -> part.is(Kind.NAME));
        return hasName && parts().stream().anyMatch(part -> part.is(Kind.DASH));
    }

    /** Whether the words right before the digits are those of an entry, or none stand there. */
    boolean looksLikeAnEntry() {
        int size = parts().size();
        boolean hasNoWords = words.isWhole() && parts().stream().allMatch(part -> part.is(Kind.DASH));
        return hasNoWords
                || parts().subList(Math.max(0, size - 3), size).stream()
                        .anyMatch(part -> part.is(Kind.SKY) || part.is(Kind.NAME));
    }

    /** Whether the number, with dashes before it, begins a block or cell: what stands before it is the page's. */
    boolean standsAlone() {
        Gap strongest = gapBeforeFigure();
        for (int i = parts().size() - 1; i >= 0 && parts().get(i).is(Kind.DASH); i--) {
            strongest = strongest.strongest(parts().get(i).gap());
        }
        return figure.isPresent() && strongest.compareTo(Gap.CELL) >= 0;
    }
}
