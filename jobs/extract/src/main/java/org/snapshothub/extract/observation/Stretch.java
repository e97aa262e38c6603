package org.snapshothub.extract.observation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.observation.Part.Gap;
import org.snapshothub.extract.observation.Part.Kind;

/**
 * The text from one unit sign to the next: the words that stand before a temperature, and its digits.
 *
 * @param begin the end of the unit sign before; 0 for the first
 * @param unit the sign it ends with
 * @param labelled what stands before the digits
 * @param figure the digits; empty when none stand before the sign
 */
record Stretch(int begin, UnitSign unit, LabelledWords labelled, Optional<Figure> figure) {

    private static final int MOST_UNKNOWN_WORDS = 3;
    private static final int MOST_UNKNOWN_LETTERS = 20;
    private static final String END_OF_SENTENCE = "다.";
    private static final int LONGEST_HEADING = 200;
    private static final int LONGEST_RANGE_SIGN = 8;
    private static final Set<Kind> NUMBERS = EnumSet.of(Kind.DASH, Kind.SIGN, Kind.NUMBER);

    /** The stretch that begins at {@code begin}; empty when no unit sign follows. */
    static Optional<Stretch> next(MarkedText page, int begin, Units units, Vocabulary vocabulary) {
        return units.next(page.plain(), begin).map(unit -> {
            Optional<Figure> figure = Figure.before(page.plain(), begin, unit.begin());
            int end = figure.map(Figure::begin).orElse(unit.begin());
            return new Stretch(begin, unit, LabelledWords.of(vocabulary.before(page, begin, end)), figure);
        });
    }

    Stretch withWords(Vocabulary.Words other) {
        LabelledWords words = new LabelledWords(other, labelled.said(), labelled.heading(), labelled.headed());
        return new Stretch(begin, unit, words, figure);
    }

    Vocabulary.Words words() {
        return labelled.words();
    }

    /** Whether a label says that its number is none of now. */
    boolean isBeside() {
        return labelled.said() == LabelledWords.Said.ANOTHER;
    }

    /** Whether a heading stands before its entry that says of what time the list below is. */
    boolean isHeaded() {
        return labelled.heading() >= 0;
    }

    /** Without its first parts, which are another list's or entry's. */
    Stretch from(int part) {
        return withWords(words().from(part));
    }

    /** This number with the words of one before it that does not count. */
    Stretch after(Stretch passedOver) {
        return withWords(passedOver.words().followedBy(words()));
    }

    List<Part> parts() {
        return words().parts();
    }

    /** The gap between the last word, or the unit before, and the digits. */
    Gap gapBeforeFigure() {
        return words().gapAfter();
    }

    /** Whether it may continue a list: nothing stands in it but an entry, broken entries, or a short heading. */
    boolean continuesAList() {
        int words = 0;
        int letters = 0;
        boolean isBehindASentence = false;
        for (Part part : parts()) {
            if (part.is(Kind.WORD)) {
                words++;
                letters += part.text().length();
                isBehindASentence |= part.text().endsWith(END_OF_SENTENCE);
            }
        }
        return words().isWhole()
                && !isBehindASentence
                && words <= MOST_UNKNOWN_WORDS
                && letters <= MOST_UNKNOWN_LETTERS;
    }

    /** Whether a date stands before its digits: then what follows is of its own time. */
    boolean beginsWithADate(MarkedText page) {
        boolean hasDigits = words().has(Kind.NUMBER) || words().has(Kind.WORD);
        int end = figure.map(Figure::begin).orElse(unit.begin());
        return hasDigits && PrintedTime.standsIn(page.printed(Math.max(begin, end - LONGEST_HEADING), end));
    }

    /** Whether no word and no picture stands before its number, and no label: a nameless station's, or a second number of the last. */
    boolean isBare() {
        return figure.isPresent()
                && labelled.said() == LabelledWords.Said.NOTHING
                && words().isWhole()
                && !words().hasIcon()
                && words().areAll(Kind.DASH);
    }

    /** A second number right after a unit and a slash or tilde: 3.5℃/-2.1℃ is a range, not two stations. */
    boolean endsARange(MarkedText page) {
        int end = figure.map(Figure::begin).orElse(unit.begin());
        return isBare() && hasRangeSign(page, Math.max(begin, end - LONGEST_RANGE_SIGN), end);
    }

    /** Two numbers before one unit: -3/5℃. */
    boolean isARange(MarkedText page) {
        int last = parts().size() - 1;
        while (last >= 0 && parts().get(last).is(Kind.DASH)) {
            last--;
        }
        if (last < 0 || figure.isEmpty()) {
            return false;
        }
        Part before = parts().get(last);
        boolean isNumber = before.is(Kind.NUMBER);
        boolean isGlued = before.is(Kind.WORD)
                && Character.isDigit(before.text().charAt(0))
                && before.text().chars().allMatch(c -> Character.isDigit(c) || c == '.' || isTilde((char) c));
        int end = figure.get().begin();
        return (isNumber || isGlued)
                && end - before.end() <= LONGEST_RANGE_SIGN
                && hasRangeSign(page, isGlued ? before.begin() : before.end(), end);
    }

    private static boolean hasRangeSign(MarkedText page, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = page.plain().charAt(i);
            if (c == '/' || isTilde(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTilde(char c) {
        return c == '~' || c == '\u223C' || c == '\u301C';
    }

    /** The words of a number that does not count, without its own signs and digits. */
    Stretch withoutNumber() {
        int size = parts().size();
        while (size > 0 && NUMBERS.contains(parts().get(size - 1).kind())) {
            size--;
        }
        return withWords(words().to(size));
    }

    boolean isNamed() {
        return words().has(Kind.NAME);
    }

    boolean showsASkyWord() {
        return words().has(Kind.SKY);
    }

    /** A sky word, a dash in its place, or a picture. A dash right before the digits is more likely a minus. */
    boolean showsASky() {
        if (words().hasIcon() || showsASkyWord()) {
            return true;
        }
        return isNamed() && words().has(Kind.DASH);
    }

    /** Whether the words right before the digits are those of an entry, or none stand there. */
    boolean looksLikeAnEntry() {
        int size = parts().size();
        boolean hasNoWords = words().isWhole() && words().areAll(Kind.DASH);
        boolean hasAnEntrys = false;
        for (int i = Math.max(0, size - 3); i < size; i++) {
            hasAnEntrys |= parts().get(i).is(Kind.SKY) || parts().get(i).is(Kind.NAME);
        }
        return hasNoWords || hasAnEntrys;
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
