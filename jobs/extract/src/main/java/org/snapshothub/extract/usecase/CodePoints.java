package org.snapshothub.extract.usecase;

/** Char offsets of a text as code point offsets; asked in rising order, it walks the text once. */
final class CodePoints {

    private final String text;
    private int chars;
    private int points;

    CodePoints(String text) {
        this.text = text;
    }

    int at(int offset) {
        if (offset < chars) {
            chars = 0;
            points = 0;
        }
        points += text.codePointCount(chars, offset);
        chars = offset;
        return points;
    }
}
