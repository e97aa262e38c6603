package org.snapshothub.extract.usecase;

/**
 * One word between spaces or punctuation, split where its particle or ending begins.
 *
 * @param begin offset in the sentence's plain text
 * @param stemEnd offset after the noun, before its particle; for a predicate after the whole word
 * @param end offset after the last letter, before punctuation
 * @param form what the word is in its sentence
 * @param text the noun without particle, or the predicate's dictionary form without 다 (선정하, 옮기)
 * @param particle the particles as printed ("" when none), or a predicate's ending
 * @param comma a comma follows
 */
record Word(int begin, int stemEnd, int end, Form form, String text, String particle, boolean comma) {

    enum Form {
        /** A noun that stands bare or takes a particle. */
        NOUN,
        /** A number with its counter: 12곳, 38만여 건. */
        QUANTITY,
        /** A verb or adjective before a noun: 잦은, 알리는. */
        ADNOMINAL,
        /** A verb or adjective that goes on: 분석해, 옮겼고. */
        CONNECTIVE,
        /** A verb that ends its sentence. */
        FINAL,
        /** A noun with 이다: 분석이고, 예정이다. */
        COPULA,
        /** Adverbs, determiners and what is not understood. */
        OTHER,
        /** A bracket, quotation mark or bullet. */
        MARK
    }

    boolean isNoun() {
        return form == Form.NOUN;
    }

    boolean isBare() {
        return (form == Form.NOUN || form == Form.QUANTITY) && particle.isEmpty();
    }

    /** Bare and without a comma: the word after it belongs to the same phrase. */
    boolean isOpen() {
        return isBare() && !comma;
    }

    boolean isPredicate() {
        return form == Form.ADNOMINAL || form == Form.CONNECTIVE || form == Form.FINAL || form == Form.COPULA;
    }

    /** A noun's particle; a predicate has none. */
    boolean hasParticle(String... any) {
        return !isPredicate() && hasEnding(any);
    }

    /** A noun's particle or a predicate's ending. */
    boolean hasEnding(String... any) {
        for (String p : any) {
            if (particle.equals(p)) {
                return true;
            }
        }
        return false;
    }

    boolean isObject() {
        return hasParticle("을", "를");
    }

    boolean isTopic() {
        return hasParticle("은", "는", "이", "가", "에서는", "에서", "께서", "도", "에서도", "측은", "들은", "들이", "이나");
    }
}
