package org.snapshothub.extract.observation;

import java.util.Optional;

/**
 * A number in tenths without ℃, or with 도 or a C alone, as {@link Units} see it: read only on pages without any list in ℃,
 * and only in a list that {@link ListOfStations#isBeyondDoubt} says is weather.
 */
final class BareNumber {

    private static final int MOST_DIGITS = 2;

    /** A page with fewer holds no list of them. */
    private static final int FEWEST = 10;

    private static final int LONGEST_ENTRY = 40;

    private BareNumber() {}

    /** Whether a page prints as many close behind each other as a list needs: most are read no further. */
    static boolean areEnough(String plain) {
        int found = 0;
        int end = 0;
        Optional<UnitSign> next = next(plain, 0);
        while (next.isPresent() && found < FEWEST) {
            found = isNear(plain, end, next.get().begin()) ? found + 1 : 1;
            end = next.get().end();
            next = next(plain, end);
        }
        return found >= FEWEST;
    }

    private static boolean isNear(String plain, int from, int to) {
        int letters = 0;
        for (int i = from; i < to && letters <= LONGEST_ENTRY; i++) {
            letters += MarkedText.isGap(plain.charAt(i)) ? 0 : 1;
        }
        return letters <= LONGEST_ENTRY;
    }

    /** The end of the first such number that ends at or after {@code from}. */
    static Optional<UnitSign> next(String plain, int from) {
        int point = plain.indexOf('.', from);
        while (point >= 0) {
            if (isNumber(plain, point, from)) {
                int end = point + 2;
                return Optional.of(new UnitSign(end, endOfUnit(plain, end)));
            }
            point = plain.indexOf('.', point + 1);
        }
        return Optional.empty();
    }

    /** One or two digits before the point and one behind it, and no other quantity's unit. */
    private static boolean isNumber(String plain, int point, int from) {
        int begin = point;
        while (begin > from && point - begin <= MOST_DIGITS && isDigit(plain, begin - 1)) {
            begin--;
        }
        boolean isShort = begin < point && point - begin <= MOST_DIGITS;
        boolean isWhole = begin == 0 || (plain.charAt(begin - 1) != '.' && plain.charAt(begin - 1) != ',');
        return isShort && isWhole && isDigit(plain, point + 1) && endOfUnit(plain, point + 2) >= 0;
    }

    /** Where a number ends with its unit if that may be degrees, or at {@code i} if it has none; else -1. */
    private static int endOfUnit(String plain, int i) {
        if (i == plain.length()) {
            return i;
        }
        char c = plain.charAt(i);
        boolean isUnit = c == '도' || c == 'C';
        char next = isUnit && i + 1 < plain.length() ? plain.charAt(i + 1) : ' ';
        if (isUnit) {
            return Character.isLetterOrDigit(next) ? -1 : i + 1;
        }
        boolean isEnd = !Character.isLetterOrDigit(c) && c != '.' && c != '%' && c != '\u2030';
        return isEnd && !hasUnitBehind(plain, i) ? i : -1;
    }

    /** Whether a unit stands one space behind, as in 4.2 % or 4.2 mm. */
    private static boolean hasUnitBehind(String plain, int i) {
        boolean isSpace = plain.charAt(i) == ' ' || plain.charAt(i) == MarkedText.INLINE;
        char next = isSpace && i + 1 < plain.length() ? plain.charAt(i + 1) : ' ';
        return next == '%' || (next >= 'a' && next <= 'z') || (next >= '\u3371' && next <= '\u33DF');
    }

    private static boolean isDigit(String plain, int i) {
        return i < plain.length() && plain.charAt(i) >= '0' && plain.charAt(i) <= '9';
    }
}
