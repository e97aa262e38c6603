package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The digits before a unit, without a sign.
 *
 * @param begin where they begin in the page's text
 * @param end where they end, exclusive
 * @param text the digits and points, marks left out
 * @param isTorn whether more digits stand before them, kept apart by a tag or a comma only
 */
record Figure(int begin, int end, String text, boolean isTorn) {

    private static final int LONGEST = 12;

    /** A figure that stands alone, as in an attribute or a cell. */
    static Figure of(String text) {
        boolean isTooLong = text.length() > LONGEST;
        boolean isNumber = text.chars().allMatch(c -> isDigitOrPoint((char) c));
        return new Figure(0, 0, isTooLong ? text.substring(0, LONGEST) : text, !isNumber);
    }

    /** Reads backwards from {@code unit}, not beyond {@code floor}. */
    static Optional<Figure> before(String plain, int floor, int unit) {
        int end = unit;
        while (end > floor && MarkedText.isGap(plain.charAt(end - 1))) {
            end--;
        }
        int begin = end;
        StringBuilder reversed = new StringBuilder();
        for (int i = end; i > floor; i--) {
            char c = plain.charAt(i - 1);
            if (isDigit(c) || c == '.') {
                if (reversed.length() < LONGEST) {
                    reversed.append(c);
                }
                begin = i - 1;
            } else if (c != MarkedText.INLINE || !continuesAcross(plain, floor, i - 1, begin)) {
                break;
            }
        }
        if (reversed.length() == 0) {
            return Optional.empty();
        }
        int before = begin;
        while (before > floor && plain.charAt(before - 1) == MarkedText.INLINE) {
            before--;
        }
        boolean isTorn =
                before > floor && (isDigitOrPoint(plain.charAt(before - 1)) || isComma(plain, floor, before - 1));
        return Optional.of(new Figure(begin, end, reversed.reverse().toString(), isTorn));
    }

    /** Whether a number goes on before the tags at {@code mark}: a point must stand on one side of them. */
    private static boolean continuesAcross(String plain, int floor, int mark, int begin) {
        int before = mark;
        while (before > floor && plain.charAt(before - 1) == MarkedText.INLINE) {
            before--;
            if (mark - before > LONGEST) {
                return false;
            }
        }
        if (before == floor) {
            return false;
        }
        char left = plain.charAt(before - 1);
        char right = plain.charAt(begin);
        return (isDigit(left) && right == '.') || (left == '.' && isDigit(right));
    }

    /** A comma right between digits: 4,2 is one number, though not one that Korean sites print. */
    private static boolean isComma(String plain, int floor, int at) {
        return plain.charAt(at) == ',' && at > floor && isDigit(plain.charAt(at - 1));
    }

    private static boolean isDigitOrPoint(char c) {
        return isDigit(c) || c == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The number; empty unless it is digits with at most one decimal. */
    Optional<BigDecimal> value() {
        int point = text.indexOf('.');
        boolean hasOneDecimal = point > 0 && point == text.length() - 2;
        if (isTorn || text.length() >= LONGEST || (point >= 0 && !hasOneDecimal)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text).setScale(1));
    }
}
