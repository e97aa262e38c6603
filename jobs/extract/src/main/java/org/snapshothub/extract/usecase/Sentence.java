package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Set;

/**
 * One sentence, headline or list item of a story, with its words analysed when first asked for.
 *
 * <p>Offsets are chars of the story's body; {@code text} is the plain form of the same span.
 */
final class Sentence {

    /** No writer's sentence is longer; what is, is a table or noise and is not analysed. */
    static final int LONGEST = 1_200;

    private static final int UNASKED = -2;

    private final int begin;
    private final String text;
    private final Sentence previous;
    private final int line;
    private Sentence next;
    private List<Word> words;
    private List<Mention> mentions;
    private int basis = UNASKED;
    private Boolean maySpeakOfData;
    private Set<String> told;

    Sentence(int begin, String text, int line, Sentence previous) {
        this.begin = begin;
        this.text = text;
        this.line = line;
        this.previous = previous;
        if (previous != null) {
            previous.next = this;
        }
    }

    int begin() {
        return begin;
    }

    int end() {
        return begin + text.length();
    }

    String text() {
        return text;
    }

    /** 0-based number of the line it stands on. */
    int line() {
        return line;
    }

    /** The sentence before it; null for the first. */
    Sentence previous() {
        return previous;
    }

    /** The sentence after it; null for the last. */
    Sentence next() {
        return next;
    }

    List<Word> words() {
        if (words == null) {
            words = text.length() > LONGEST ? List.of() : Words.of(text);
        }
        return words;
    }

    /** The bodies it names, found when first asked for. */
    List<Mention> mentions() {
        if (mentions == null) {
            mentions = List.copyOf(Mentions.in(words(), text));
        }
        return mentions;
    }

    /** See {@link Basis#at}; looked for once. */
    int basis() {
        if (basis == UNASKED) {
            basis = Basis.at(this);
        }
        return basis;
    }

    /** See {@link UseCaseExtractor#maySpeakOfData}; looked for once, since its neighbours ask too. */
    boolean maySpeakOfData() {
        if (maySpeakOfData == null) {
            maySpeakOfData = UseCaseExtractor.maySpeakOfData(text);
        }
        return maySpeakOfData;
    }

    /** See {@link SentenceTraits#told}; looked for once, since its neighbours ask too. */
    Set<String> told() {
        if (told == null) {
            told = SentenceTraits.told(this);
        }
        return told;
    }

    /** Whether it is the story's first line and no sentence: its headline. */
    boolean isHeadline() {
        return previous == null && next != null && next.line > line && text.indexOf('.') < 0 && text.length() <= 60;
    }

    boolean contains(String word) {
        return text.contains(word);
    }

    /** Whether it says 데이터 or 분석, read or not. */
    boolean speaksOfData() {
        return contains("데이터") || contains("분석");
    }

    boolean endsAsASentence() {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if ("\"”’'」』)] ".indexOf(c) < 0) {
                return c == '.' || c == '!' || c == '?' || c == '다' || c == '요';
            }
        }
        return false;
    }
}
