package org.snapshothub.extract.observation;

import java.util.Optional;

/** Where a text says degrees Celsius: ℃, °C, ˚C, a superscript o before C, or a bare ° after a number. */
record UnitSign(int begin, int end) {

    private static final int LONGEST_SPLIT = 4;

    /** The first at or after {@code from}. */
    static Optional<UnitSign> next(String plain, int from) {
        for (int i = from; i < plain.length(); i++) {
            int end = endOf(plain, i);
            if (end > i) {
                return Optional.of(new UnitSign(i, end));
            }
        }
        return Optional.empty();
    }

    private static int endOf(String plain, int i) {
        char c = plain.charAt(i);
        if (c == '\u2103') {
            return i + 1;
        }
        boolean isSuperscript =
                (c == 'o' || c == '0') && i > 0 && plain.charAt(i - 1) == MarkedText.INLINE && isMarkAt(plain, i + 1);
        if (c != '\u00B0' && !isSuperscript) {
            return i;
        }
        for (int j = i + 1; j < plain.length() && j <= i + LONGEST_SPLIT; j++) {
            char next = plain.charAt(j);
            if (next == 'C' || next == 'c' || next == '\u0421') {
                boolean isWord = j + 1 < plain.length() && isLatin(plain.charAt(j + 1));
                return isWord ? i : j + 1;
            }
            if (next != ' ' && next != MarkedText.INLINE) {
                return c == '\u00B0' && !isLatin(next) ? i + 1 : i;
            }
        }
        return c == '\u00B0' ? i + 1 : i;
    }

    private static boolean isMarkAt(String plain, int i) {
        return i < plain.length() && plain.charAt(i) == MarkedText.INLINE;
    }

    private static boolean isLatin(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
