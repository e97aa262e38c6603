package org.snapshothub.extract.usecase;

/** Char offsets of a text as code point offsets; it walks from one to the next, so that neighbours cost little. */
final class CodePoints {

    private final String text;
    private int chars;
    private int points;

    CodePoints(String text) {
        this.text = text;
    }

    int at(int offset) {
        points += offset >= chars ? text.codePointCount(chars, offset) : -text.codePointCount(offset, chars);
        chars = offset;
        return points;
    }
}
