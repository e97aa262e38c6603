package org.snapshothub.extract.usecase;

import java.util.HashMap;
import java.util.Map;
import org.snapshothub.extract.page.Plain;

/** How alike two names are: Dice's coefficient over character bigrams of their letters and digits. */
final class Similarity {

    /** From here on two names mean the same case. */
    static final double SAME = 0.6;

    private Similarity() {}

    /** NFC without spaces and punctuation. */
    static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        Plain.nfc(name).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** 0 to 1; 1 for equal names, also for those too short to have a bigram. */
    static double dice(String a, String b) {
        return diceOfLetters(letters(a), letters(b));
    }

    /** The same of names of which only the letters are left. */
    static double diceOfLetters(String left, String right) {
        if (left.equals(right)) {
            return 1;
        }
        if (left.length() < 2 || right.length() < 2) {
            return 0;
        }
        Map<String, Integer> bigrams = new HashMap<>();
        for (int i = 0; i + 2 <= left.length(); i++) {
            bigrams.merge(left.substring(i, i + 2), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 0; i + 2 <= right.length(); i++) {
            String bigram = right.substring(i, i + 2);
            int open = bigrams.getOrDefault(bigram, 0);
            if (open > 0) {
                bigrams.put(bigram, open - 1);
                shared++;
            }
        }
        return 2.0 * shared / (left.length() - 1 + right.length() - 1);
    }
}
