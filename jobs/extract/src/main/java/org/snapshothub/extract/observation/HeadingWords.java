package org.snapshothub.extract.observation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.observation.Part.Kind;

/** What the words of one line say of the numbers below it. */
final class HeadingWords {

    private static final int LONGEST = 40;

    private final Vocabulary vocabulary;
    private final Set<String> regions;

    /** What one block of words says. */
    enum Said {
        ANOTHER,
        PERHAPS_ANOTHER,
        NOW,
        /** A date, an hour, a unit. */
        NOTHING,
        /** Words that are no heading, or a heading without a time. */
        ELSE
    }

    HeadingWords(Vocabulary vocabulary, Set<String> regions) {
        this.vocabulary = vocabulary;
        this.regions = regions;
    }

    /** What a line says that is a heading from its first word to its last. */
    Said said(String text) {
        Set<Label> labels = EnumSet.noneOf(Label.class);
        return lastLabels(text, labels) ? told(labels) : Said.ELSE;
    }

    /** What the last words of a line say: a sentence may run into its list. */
    Said saidLast(String text) {
        Set<Label> labels = EnumSet.noneOf(Label.class);
        boolean isWhole = lastLabels(text, labels);
        return isWhole || !labels.isEmpty() ? told(labels) : Said.ELSE;
    }

    /** Whether a list of these numbers below it is none of now: the KMA foretells in whole degrees, observes in tenths. */
    static boolean isAnother(Said said, List<Optional<Figure>> figures) {
        long tenths = figures.stream()
                .flatMap(Optional::stream)
                .filter(figure -> figure.text().indexOf('.') > 0)
                .count();
        return said == Said.ANOTHER || (said == Said.PERHAPS_ANOTHER && tenths * 2 < figures.size());
    }

    /** Collects the labels at the end of a line, and tells whether it holds no other word. */
    private boolean lastLabels(String text, Set<Label> labels) {
        String[] words = text.split("[ ,/|:\\[\\]<>\u00B7~\u203B\u25A0-\u25FF]+");
        int length = 0;
        for (int i = words.length - 1; i >= 0; i--) {
            String word = words[i];
            length += word.length();
            if (word.isEmpty() || isTime(word) || regions.contains(word)) {
                continue;
            }
            List<Part> parts = vocabulary.cut(word, 0);
            boolean isLabel = !parts.isEmpty() && parts.stream().allMatch(part -> part.is(Kind.LABEL));
            if (!isLabel || length > LONGEST) {
                return false;
            }
            parts.forEach(part -> Label.of(part.text()).ifPresent(labels::add));
        }
        return true;
    }

    private static Said told(Set<Label> labels) {
        boolean isDay = labels.contains(Label.OTHER_DAY);
        boolean isForetold = labels.contains(Label.FORECAST);
        if (isDay && labels.contains(Label.NOW)) {
            return Said.ELSE;
        }
        if (isDay || labels.contains(Label.OTHER_VALUE) || (isForetold && labels.contains(Label.HALF_DAY))) {
            return Said.ANOTHER;
        }
        if (isForetold) {
            return Said.PERHAPS_ANOTHER;
        }
        return labels.contains(Label.NOW) ? Said.NOW : labels.isEmpty() ? Said.NOTHING : Said.ELSE;
    }

    /** 15:00, 18일(일), (일): when, but no word of what. */
    private static boolean isTime(String word) {
        boolean hasDigit = word.chars().anyMatch(Character::isDigit);
        boolean isMark = word.chars().noneMatch(Character::isLetter);
        boolean isWeekday = word.length() <= 5 && word.matches("[(\\[]?[일월화수목금토](요일)?[)\\]]?");
        return hasDigit || isMark || isWeekday;
    }
}
