package org.snapshothub.extract.usecase;

import java.util.Arrays;

/** Words by their last letters: what a word ends with is found in one walk from its end, most often of a letter or two. */
final class Suffixes {

    private char[] letters = {};
    private Suffixes[] before = {};
    private int bits;

    /** Every word that ends with {@code suffix} has these bits. */
    void add(String suffix, int more) {
        Suffixes node = this;
        for (int i = suffix.length() - 1; i >= 0; i--) {
            node = node.grown(suffix.charAt(i));
        }
        node.bits |= more;
    }

    /** The bits of all suffixes that a word ends with, or is. */
    int of(String word) {
        int found = 0;
        Suffixes node = this;
        for (int i = word.length() - 1; i >= 0; i--) {
            int at = Arrays.binarySearch(node.letters, word.charAt(i));
            if (at < 0) {
                return found;
            }
            node = node.before[at];
            found |= node.bits;
        }
        return found;
    }

    private Suffixes grown(char letter) {
        int at = Arrays.binarySearch(letters, letter);
        if (at < 0) {
            int place = -at - 1;
            letters = Arrays.copyOf(letters, letters.length + 1);
            before = Arrays.copyOf(before, before.length + 1);
            System.arraycopy(letters, place, letters, place + 1, letters.length - place - 1);
            System.arraycopy(before, place, before, place + 1, before.length - place - 1);
            letters[place] = letter;
            before[place] = new Suffixes();
            return before[place];
        }
        return before[at];
    }
}
