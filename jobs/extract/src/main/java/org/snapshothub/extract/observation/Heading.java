package org.snapshothub.extract.observation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.snapshothub.extract.observation.Part.Kind;

/**
 * What the words over a list say of its numbers: 내일 날씨, 낮 최고기온. Only a heading that says nothing else is believed,
 * because news of tomorrow's weather stands beside every widget; and no tab or menu, of which one line leads to each day.
 */
final class Heading {

    private static final int FARTHEST = 400;
    private static final int LONGEST = 40;
    private static final int MOST_BLOCKS = 4;

    private final MarkedText page;
    private final Vocabulary vocabulary;
    private final Set<String> regions;

    /** What one block of words says. */
    private enum Said {
        ANOTHER,
        PERHAPS_ANOTHER,
        NOW,
        /** A date, an hour, a unit. */
        NOTHING,
        /** Words that are no heading, or a heading without a time. */
        ELSE
    }

    Heading(MarkedText page, Vocabulary vocabulary, Set<String> regions) {
        this.page = page;
        this.vocabulary = vocabulary;
        this.regions = regions;
    }

    /** Whether what stands over the list at {@code begin} says that its numbers are none of now. */
    boolean saysAnother(int begin, List<Stretch> list) {
        Said said = over(begin);
        return said == Said.ANOTHER || (said == Said.PERHAPS_ANOTHER && areMostlyWhole(list));
    }

    /** The KMA foretells in whole degrees and observes in tenths. */
    private static boolean areMostlyWhole(List<Stretch> list) {
        long tenths = list.stream()
                .flatMap(stretch -> stretch.figure().stream())
                .filter(figure -> figure.text().indexOf('.') > 0)
                .count();
        return tenths * 2 < list.size();
    }

    private Said over(int begin) {
        int end = begin;
        boolean isInLine = !startsABlock(begin);
        for (int i = 0; i < MOST_BLOCKS; i++) {
            int start = blockBefore(end, begin);
            if (start < 0) {
                return Said.ELSE;
            }
            Said said = said(start, end, isInLine);
            if (said != Said.NOTHING) {
                boolean isOneOfSeveral = !isInLine && isLine(start, begin);
                return isOneOfSeveral && said != Said.NOW ? Said.ELSE : said;
            }
            isInLine = false;
            end = start;
        }
        return Said.ELSE;
    }

    private boolean startsABlock(int begin) {
        int i = begin;
        while (i > 0 && begin - i < FARTHEST && MarkedText.isGap(page.plain().charAt(i - 1))) {
            if (page.plain().charAt(--i) == MarkedText.BLOCK) {
                return true;
            }
        }
        return i == 0;
    }

    /** Whether a heading's neighbour above says a time as well: both are tabs or lines of a menu. */
    private boolean isLine(int end, int begin) {
        int start = blockBefore(end, begin);
        Said above = start < 0 ? Said.ELSE : said(start, end, false);
        return above == Said.ANOTHER || above == Said.PERHAPS_ANOTHER || above == Said.NOW;
    }

    /** Where the last block before {@code end} that says anything begins; -1 when none is near {@code begin}. */
    private int blockBefore(int end, int begin) {
        int i = end;
        boolean hasWords = false;
        while (i > 0 && begin - i < FARTHEST) {
            char c = page.plain().charAt(i - 1);
            if (c == MarkedText.BLOCK && hasWords) {
                return i;
            }
            hasWords |= !MarkedText.isGap(c);
            i--;
        }
        return i == 0 && hasWords ? 0 : -1;
    }

    private Said said(int start, int end, boolean isInLine) {
        String[] words = page.printed(start, end).split("[ ,/|:\\[\\]<>\u00B7~\u203B\u25A0-\u25FF]+");
        Set<Label> labels = EnumSet.noneOf(Label.class);
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
                // Of a sentence that runs into the list only the words right before it tell.
                return isInLine && !labels.isEmpty() ? told(labels) : Said.ELSE;
            }
            parts.forEach(part -> Label.of(part.text()).ifPresent(labels::add));
        }
        return told(labels);
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
