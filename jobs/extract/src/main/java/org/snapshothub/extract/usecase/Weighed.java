package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.snapshothub.extract.record.ReferenceFile;
import org.snapshothub.extract.usecase.Cues.Kind;

/** Names that no rule proposes, and the judgement on those that one does: what speaks for and against a phrase is added up. */
final class Weighed {

    static final String RULE = "weighed";

    /** From here on a phrase is a case. */
    private static final double CASE = 0.75;
    /** Below this what a rule proposes is none: the rules know forms, the weights know words. */
    private static final double REFUSED = 0.45;

    private static final Cues CUES = Cues.bundled();

    private static final Weighed BUNDLED = new Weighed(Weights.read(ReferenceFile.bundled("case_weights.csv")));

    private final Weights weights;

    static Weighed bundled() {
        return BUNDLED;
    }

    Weighed(Weights weights) {
        this.weights = weights;
    }

    /** The cases of a sentence with their probability: of those that rules proposed the likely ones, and what else is one. */
    List<Candidate> of(Sentence sentence, Beside beside) {
        List<Candidate> cases = new ArrayList<>();
        List<Phrase> phrases = beside.phrases(sentence);
        double told = phrases.isEmpty() ? 0 : told(sentence, beside);
        double[] probabilities = new double[phrases.size()];
        for (int i = 0; i < probabilities.length; i++) {
            Weights.Sum sum = weights.sum();
            traits(phrases.get(i), beside, sum);
            probabilities[i] = Weights.probability(told + sum.total());
        }
        for (int i = 0; i < probabilities.length; i++) {
            Phrase phrase = phrases.get(i);
            Candidate ruled = beside.ruled(phrase);
            double alike = ruled == null ? 0 : alike(phrase, phrases, probabilities);
            if (ruled != null && (probabilities[i] >= REFUSED || alike >= CASE)) {
                cases.add(ruled.weighing(Math.max(probabilities[i], alike)));
            } else if (ruled == null
                    && probabilities[i] >= CASE
                    && !isRefused(phrase)
                    && !isOfOtherMarks(phrase, phrases)) {
                cases.add(candidate(phrase, probabilities[i]));
            }
        }
        return cases;
    }

    /** The probability of the likeliest other name for the same words: 심야버스 노선 for 심야버스 노선 신설 is the same case. */
    private static double alike(Phrase phrase, List<Phrase> phrases, double[] probabilities) {
        double likeliest = 0;
        for (int i = 0; i < probabilities.length; i++) {
            Phrase other = phrases.get(i);
            if (probabilities[i] >= CASE
                    && other.from() < phrase.to()
                    && phrase.from() < other.to()
                    && Similarity.dice(other.title(), phrase.title()) >= Similarity.SAME
                    && !isRefused(other)) {
                likeliest = Math.max(likeliest, probabilities[i]);
            }
        }
        return likeliest;
    }

    /** ‘제천 교통 연감’, ‘…’을 배우는: where marks hold a book, a law or what is refused, a part of them is no case either. */
    private static boolean isOfOtherMarks(Phrase phrase, List<Phrase> phrases) {
        return phrases.stream()
                .anyMatch(marks -> marks.form() == Phrase.Form.MARKS
                        && marks.begin() <= phrase.begin()
                        && phrase.end() <= marks.end()
                        && (CUES.ends(Kind.STOP_AFTER, marks.head().text()) || isRefused(marks)));
    }

    private double told(Sentence sentence, Beside beside) {
        Weights.Sum sum = weights.sum();
        traits(sentence, beside, sum);
        return sum.total();
    }

    /** Tells what speaks for and against all phrases of a sentence: each trait and the word it is told of. */
    static void traits(Sentence sentence, Beside beside, BiConsumer<String, Object> traits) {
        traits.accept(Weights.ALWAYS, "");
        SentenceTraits.of(sentence, traits);
        beside.of(sentence, traits);
    }

    /** Tells what speaks for and against one of them. */
    static void traits(Phrase phrase, Beside beside, BiConsumer<String, Object> traits) {
        Traits.of(phrase, traits);
        beside.of(phrase, traits);
    }

    /** What forms refuse is refused whatever the words say: ‘…’을 배우는, …을 정하려고 했지만. */
    private static boolean isRefused(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        if (phrase.form() == Phrase.Form.MARKS) {
            String head = phrase.head().text();
            return CUES.ends(Kind.REFUSED_HEAD, head) && !CUES.ends(Kind.ACTION, head)
                    || sentence.words().get(verb(phrase)).text().equals("개방하")
                    || Quoted.isOtherwise(phrase)
                    || Modality.failsAfter(sentence.words(), Phrases.firstAfter(sentence.words(), phrase.after() - 1));
        }
        int verb = verb(phrase);
        boolean deed = phrase.head().isObject() && verb > 0;
        return deed && Modality.isUndone(sentence.words(), verb) || Telling.tellsNoUse(sentence);
    }

    private static Candidate candidate(Phrase phrase, double probability) {
        Sentence sentence = phrase.sentence();
        Status status = phrase.form() == Phrase.Form.MARKS ? null : Telling.statusFrom(sentence, verb(phrase));
        return new Candidate(sentence, phrase.begin(), phrase.end(), RULE, probability, null, status);
    }

    /** The verb that says what was done with it; the sentence's first word where none does. */
    private static int verb(Phrase phrase) {
        List<Word> words = phrase.sentence().words();
        for (int i = Phrases.firstAfter(words, phrase.after() - 1); i < words.size(); i++) {
            if (!Doing.of(words, i).isEmpty()) {
                return i;
            }
        }
        return 0;
    }
}
