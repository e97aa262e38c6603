package org.snapshothub.extract.usecase;

import java.util.List;
import org.snapshothub.extract.usecase.Cues.Kind;

/** What the reading of data is put to with 에: “예방에 활용하고”, “탐지에 나설”. */
final class Dative {

    private static final Cues CUES = Cues.bundled();

    private Dative() {}

    /** The verb that puts it to the noun at {@code i}; 0 when none does. */
    static int at(List<Word> words, int i) {
        Word word = words.get(i);
        if (!word.isNoun() || !word.hasParticle("에", "에도") || !Names.endsWithAction(word)) {
            return 0;
        }
        for (int k = i + 1; k < Math.min(words.size(), i + 3); k++) {
            Word verb = words.get(k);
            if (verb.isPredicate()) {
                boolean uses = CUES.ends(Kind.DATIVE, verb.text()) && !Modality.isUndone(words, k);
                return uses ? k : 0;
            }
        }
        return 0;
    }
}
