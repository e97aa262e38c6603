package org.snapshothub.extract.usecase;

import org.snapshothub.extract.usecase.Names.Span;

/**
 * A name of a case that a rule proposes, before who, where and what field are known.
 *
 * @param sentence the sentence that tells it
 * @param begin offset of the title in the sentence's text
 * @param end offset after the title
 * @param rule the rule's name
 * @param confidence 0 to 1
 * @param actor the words that name who did it where the rule knows (「…」(전주시)); null when it has to be looked for
 * @param status where the rule knows it; null when the sentence decides
 */
record Candidate(Sentence sentence, int begin, int end, String rule, double confidence, String actor, Status status) {

    Candidate(Sentence sentence, int begin, int end, String rule, double confidence) {
        this(sentence, begin, end, rule, confidence, null, null);
    }

    /** Named by the words of a span, without the last one's particle and the place it lies in. */
    static Candidate of(Sentence sentence, Span whole, String rule, double confidence) {
        Span span = Names.withoutPlace(sentence.words(), whole);
        int begin = sentence.words().get(span.from()).begin();
        int end = sentence.words().get(span.to() - 1).stemEnd();
        return new Candidate(sentence, begin, end, rule, confidence);
    }

    String title() {
        return sentence.text().substring(begin, end);
    }

    Candidate by(String who) {
        return new Candidate(sentence, begin, end, rule, confidence, who, status);
    }

    Candidate as(Status how) {
        return new Candidate(sentence, begin, end, rule, confidence, actor, how);
    }

    Candidate weighing(double probability) {
        return new Candidate(sentence, begin, end, rule, probability, actor, status);
    }
}
