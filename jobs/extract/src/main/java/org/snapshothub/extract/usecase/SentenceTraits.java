package org.snapshothub.extract.usecase;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.snapshothub.extract.usecase.Cues.Kind;

/** What a sentence says that may speak for or against the names in it. */
final class SentenceTraits {

    private static final List<Kind> TELLING = List.of(
            Kind.MODAL,
            Kind.STRANGER,
            Kind.MENTIONED,
            Kind.TOLD_AT,
            Kind.COURSE,
            Kind.HEADING_REFUSED,
            Kind.STOP_AFTER);
    private static final List<Kind> DOING = List.of(Kind.ANALYSE, Kind.READ, Kind.KEEP, Kind.OUTCOME);
    private static final int FARTHEST_HEADING = 8;
    private static final Cues CUES = Cues.bundled();

    private SentenceTraits() {}

    /** The sentence's words, how it tells, and the heading it stands under. */
    static void of(Sentence sentence, BiConsumer<String, Object> traits) {
        for (Word word : sentence.words()) {
            if (word.form() != Word.Form.MARK && word.form() != Word.Form.QUANTITY) {
                traits.accept("sentence", lemma(word));
            }
        }
        sentence.told().forEach(how -> traits.accept("sentence-tells", how));
        heading(sentence, traits);
    }

    /** A noun as it is, a verb as the dictionary has it. */
    static String lemma(Word word) {
        return word.isPredicate() && word.form() != Word.Form.COPULA ? word.text() + "다" : word.text();
    }

    /** A predicate's ending, the rare ones by what they do. */
    static String ending(Word word) {
        String ending = word.particle();
        if (ending.contains("겠") || ending.endsWith("기로")) {
            return "will";
        }
        if (ending.contains("았") || ending.contains("었") || ending.contains("였")) {
            return "past-" + word.form();
        }
        if (ending.endsWith("ᆯ") || ending.endsWith("을")) {
            return "to-come-" + word.form();
        }
        if (ending.endsWith("면")) {
            return "if";
        }
        if (ending.contains("아야") || ending.contains("어야")) {
            return "must";
        }
        if (ending.endsWith("ᆫ다") || ending.endsWith("는다") || ending.endsWith("ᆫ다고") || ending.endsWith("는다고")) {
            return "present";
        }
        return ending.length() > 3 ? word.form().name() : ending;
    }

    /** How a sentence tells, whatever its words. */
    static Set<String> told(Sentence sentence) {
        Set<String> told = new LinkedHashSet<>();
        List<Word> words = sentence.words();
        for (int i = 0; i < words.size(); i++) {
            told(words, i, told);
        }
        words.stream()
                .filter(Word::isPredicate)
                .reduce((first, second) -> second)
                .ifPresent(last -> {
                    told.add("ends-" + ending(last));
                    told.add("last-" + lemma(last));
                });
        add(told, "fails", Modality.failsAfter(words, 0));
        add(told, "basis", Basis.isIn(sentence));
        add(told, "reads", Basis.isTold(sentence));
        add(told, "talk", Modality.isTalk(sentence));
        add(told, "other-field", Modality.isOfAnotherField(sentence));
        add(told, "course", Telling.isOfACourse(sentence));
        add(told, "demand", Modality.isDemanded(sentence));
        add(told, "only-told", Telling.isOnlyTold(sentence));
        add(told, "planned", Telling.isPlannedFrom(words, 0));
        add(told, "body", sentence.mentions().stream().anyMatch(m -> m.organisation() != null));
        add(told, "body-does", sentence.mentions().stream().anyMatch(Mention::isSubject));
        add(told, "field-word", CUES.within(Kind.OTHER_FIELD, sentence.text()));
        add(told, "supposing", CUES.within(Kind.SUPPOSING, sentence.text()));
        told.add(sentence.endsAsASentence() ? "full-stop" : "no-full-stop");
        return told;
    }

    private static void told(List<Word> words, int i, Set<String> told) {
        Word word = words.get(i);
        if (word.form() == Word.Form.MARK) {
            return;
        }
        add(told, "count", word.form() == Word.Form.QUANTITY);
        if (isDenial(word)) {
            told.add("denies");
            told.add("denies-" + word.text());
        }
        add(told, "data", DataNoun.is(words, i));
        int ends = CUES.endings(word.text());
        for (Kind kind : TELLING) {
            add(told, kind.code(), word.isPredicate() ? CUES.is(kind, word.text()) : Cues.isAmong(kind, ends));
        }
        for (Kind kind : DOING) {
            add(told, kind.code(), word.isPredicate() && Cues.isAmong(kind, ends));
        }
    }

    /** 않았다, 못 하고, 없다, 아닌. */
    static boolean isDenial(Word word) {
        String text = word.text();
        return text.startsWith("않")
                || text.startsWith("못")
                || text.startsWith("아니")
                || text.equals("없")
                || text.equals("안");
    }

    private static void add(Set<String> told, String trait, boolean holds) {
        if (holds) {
            told.add(trait);
        }
    }

    private static void heading(Sentence sentence, BiConsumer<String, Object> traits) {
        if (sentence.previous() == null) {
            traits.accept("place", "first");
        }
        if (sentence.next() == null) {
            traits.accept("place", "last");
        }
        if (sentence.isHeadline()) {
            traits.accept("place", "headline");
        }
        String mark = Listed.mark(sentence.text());
        if (mark.isEmpty()) {
            return;
        }
        traits.accept("place", "item");
        Sentence heading = sentence.previous();
        for (int i = 0; i < FARTHEST_HEADING && heading != null; i++) {
            if (!Listed.mark(heading.text()).equals(mark)) {
                for (Word word : heading.words()) {
                    if (word.form() != Word.Form.MARK) {
                        traits.accept("heading", lemma(word));
                    }
                }
                if (Listed.isHeading(heading)) {
                    traits.accept("place", "under-a-heading-of-cases");
                }
                return;
            }
            heading = heading.previous();
        }
    }
}
