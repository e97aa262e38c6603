package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a text tells beside a phrase: who has named its case already seldom names another one in passing, and the next sentence
 * may say that nothing came of it.
 */
final class Beside {

    private static final int FARTHEST = 2;

    private final Map<Sentence, List<Candidate>> proposed;
    private final Map<Sentence, List<Phrase>> phrases = new IdentityHashMap<>();
    private final Map<Sentence, List<Phrase>> marked = new IdentityHashMap<>();

    /** Beside the phrases of one text, for which rules have proposed these names. */
    Beside(Map<Sentence, List<Candidate>> proposed) {
        this.proposed = proposed;
    }

    List<Candidate> proposed(Sentence sentence) {
        return proposed.getOrDefault(sentence, List.of());
    }

    /** What may be a name in a sentence; nothing where no data are near. */
    List<Phrase> phrases(Sentence sentence) {
        return phrases.computeIfAbsent(
                sentence,
                s -> proposed(s).isEmpty() && !UseCaseExtractor.mayTell(s) ? List.of() : Phrases.of(s, proposed(s)));
    }

    /** The name that a rule proposes in just these words; null when none does. */
    Candidate ruled(Phrase phrase) {
        for (Candidate candidate : proposed(phrase.sentence())) {
            if (candidate.begin() == phrase.begin() && candidate.end() == phrase.end()) {
                return candidate;
            }
        }
        return null;
    }

    /** How the sentences before and after it tell. */
    void of(Sentence sentence, BiConsumer<String, Object> traits) {
        toldNearData(sentence.previous()).forEach(told -> traits.accept("before-tells", told));
        toldNearData(sentence.next()).forEach(told -> traits.accept("next-tells", told));
    }

    private Set<String> toldNearData(Sentence sentence) {
        return sentence == null || !UseCaseExtractor.mayTell(sentence) ? Set.of() : sentence.told();
    }

    /** Which other names stand near it: proposed by a rule, or set in marks. */
    void of(Phrase phrase, BiConsumer<String, Object> traits) {
        Traits.Setting set = Traits.Setting.of(phrase);
        String self = ruled(phrase) == null ? "unruled-" : "ruled-";
        for (Sentence sentence : near(phrase.sentence())) {
            for (Candidate rival : proposed(sentence)) {
                if (sentence != phrase.sentence() || rival.begin() != phrase.begin() || rival.end() != phrase.end()) {
                    String rivals = "rival-" + where(phrase, sentence, rival.begin(), rival.end());
                    String how = rival.rule().equals("narrative") ? "narrative" : "named";
                    traits.accept(rivals, how);
                    traits.accept(set.and(rivals), how);
                    traits.accept(self + rivals, how);
                }
            }
            for (Phrase name : marked(sentence)) {
                if (!name.span().equals(phrase.span())) {
                    traits.accept(set.and("marks"), where(phrase, sentence, name.begin(), name.end()));
                }
            }
        }
    }

    /** The names that a sentence sets in marks; asked for every phrase nearby, so looked for once. */
    private List<Phrase> marked(Sentence sentence) {
        return marked.computeIfAbsent(sentence, s -> phrases(s).stream()
                .filter(phrase -> phrase.form() == Phrase.Form.MARKS)
                .filter(phrase -> Names.fits(s.words(), phrase.span()))
                .toList());
    }

    private static List<Sentence> near(Sentence sentence) {
        List<Sentence> near = new ArrayList<>(List.of(sentence));
        Sentence before = sentence.previous();
        Sentence after = sentence.next();
        for (int i = 0; i < FARTHEST; i++) {
            if (before != null) {
                near.add(before);
                before = before.previous();
            }
            if (after != null) {
                near.add(after);
                after = after.next();
            }
        }
        return near;
    }

    private static String where(Phrase phrase, Sentence sentence, int begin, int end) {
        if (sentence != phrase.sentence()) {
            return sentence.begin() < phrase.sentence().begin() ? "before" : "after";
        }
        return begin < phrase.end() && phrase.begin() < end ? "over" : "here";
    }
}
