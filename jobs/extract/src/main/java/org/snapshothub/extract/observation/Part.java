package org.snapshothub.extract.observation;

/**
 * A word of an entry.
 *
 * @param kind what it is
 * @param text the word without spaces
 * @param begin where it begins in the page's text
 * @param end where it ends, exclusive
 * @param gap the strongest boundary between it and what stands before it
 */
record Part(Kind kind, String text, int begin, int end, Gap gap) {

    enum Kind {
        SKY,
        NAME,
        DASH,
        /** 영하 and its like: a minus or plus in words. */
        SIGN,
        /** A word that says what a number is. */
        LABEL,
        /** Digits without a unit. */
        NUMBER,
        /** An image's alt that is no sky word we know. */
        ALT,
        WORD
    }

    /** How two words are kept apart, from not at all to by a line. */
    enum Gap {
        NONE,
        SPACE,
        INLINE,
        PUNCTUATION,
        CELL,
        BLOCK;

        static Gap of(char c) {
            return switch (c) {
                case MarkedText.BLOCK -> BLOCK;
                case MarkedText.CELL -> CELL;
                case ' ' -> SPACE;
                case MarkedText.INLINE, MarkedText.ALT, MarkedText.IMAGE -> INLINE;
                default -> PUNCTUATION;
            };
        }

        Gap strongest(Gap other) {
            return compareTo(other) >= 0 ? this : other;
        }

        /** Whether markup or a line end made it, and not the writer of a text node. */
        boolean isStructural() {
            return this == INLINE || this == CELL || this == BLOCK;
        }
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
