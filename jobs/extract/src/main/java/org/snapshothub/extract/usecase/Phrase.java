package org.snapshothub.extract.usecase;

import org.snapshothub.extract.usecase.Names.Span;

/**
 * Words that may be a case's name, before anything speaks for or against it.
 *
 * @param sentence the sentence it stands in
 * @param from its first word
 * @param to the word after its last
 * @param begin offset of the name in the sentence's text
 * @param end offset after the name
 * @param after offset after the name and the mark that closes it
 * @param form how it is set off from its sentence
 */
record Phrase(Sentence sentence, int from, int to, int begin, int end, int after, Form form) {

    enum Form {
        /** In quotation marks. */
        MARKS,
        /** In the brackets with which an item begins. */
        BRACKETS,
        /** A headline, an item of a list, or the beginning of one. */
        ITEM,
        /** Nouns in a row. */
        NOUNS,
        /** Nouns with the clause that tells which. */
        CLAUSE,
        /** Nouns in a row without the last: 결빙 예측 of 결빙 예측 서비스. */
        SHORTENED;

        /** Set off by marks or by its line: the particle does not stand on the name itself. */
        boolean isSetOff() {
            return this == MARKS || this == BRACKETS || this == ITEM;
        }
    }

    Span span() {
        return new Span(from, to);
    }

    String title() {
        return sentence.text().substring(begin, end);
    }

    Word head() {
        return sentence.words().get(to - 1);
    }
}
