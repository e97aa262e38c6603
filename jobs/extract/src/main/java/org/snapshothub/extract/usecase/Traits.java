package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.snapshothub.extract.usecase.Cues.Kind;

/** What speaks for or against a phrase being a case's name: the name itself, what stands before it, and what is done with it. */
final class Traits {

    private static final List<Kind> HEADS = List.of(
            Kind.ACTION,
            Kind.HEADS,
            Kind.REFUSED_HEAD,
            Kind.SOFT_HEAD,
            Kind.DATA,
            Kind.RECORD,
            Kind.GENERIC,
            Kind.NOT_DATA,
            Kind.COURSE,
            Kind.STRANGER,
            Kind.TOLD_AT,
            Kind.TOLD_OF,
            Kind.HEADING_REFUSED);
    private static final List<Kind> NEXT =
            List.of(Kind.HEADS, Kind.STOP_AFTER, Kind.DATA, Kind.OUTCOME, Kind.ACTION, Kind.COURSE);
    private static final List<Kind> VERBS =
            List.of(Kind.OUTCOME, Kind.ANALYSE, Kind.READ, Kind.KEEP, Kind.DATIVE, Kind.MENTIONED, Kind.MODAL);
    private static final List<Kind> BEFORE = List.of(Kind.OUTCOME, Kind.ANALYSE, Kind.READ, Kind.KEEP);
    private static final String OPEN = "‘“「『<〈《[";
    private static final String CLOSE = "’”」』>〉》]";
    private static final int LONGEST_IN_MARKS = 46;
    private static final int FARTHEST_VERB = 24;
    private static final Cues CUES = Cues.bundled();
    private static final Topics TOPICS = Topics.bundled();

    private final BiConsumer<String, Object> traits;
    private final Phrase phrase;
    private final Sentence sentence;
    private final List<Word> words;
    private final Setting set;

    private Traits(Phrase phrase, BiConsumer<String, Object> traits) {
        this.traits = traits;
        this.phrase = phrase;
        this.sentence = phrase.sentence();
        this.words = sentence.words();
        this.set = Setting.of(phrase);
    }

    /** How a phrase is set off: a particle on a name in marks tells other things than one on its noun. */
    enum Setting {
        MARKS,
        ITEM,
        NOUNS;

        private final Map<String, String> names = new ConcurrentHashMap<>();

        static Setting of(Phrase phrase) {
            return phrase.form() == Phrase.Form.MARKS ? MARKS : phrase.form().isSetOff() ? ITEM : NOUNS;
        }

        /** A trait's name among phrases of this setting. */
        String and(String trait) {
            return names.computeIfAbsent(trait, name -> name().toLowerCase(Locale.ROOT) + "-" + name);
        }
    }

    /**
     * Tells the traits of a phrase, each with the word it is told of; those of its sentence are {@link SentenceTraits}, those
     * of what is told beside it {@link Beside}.
     */
    static void of(Phrase phrase, BiConsumer<String, Object> listener) {
        Traits traits = new Traits(phrase, listener);
        traits.name();
        traits.theme();
        traits.bodies();
        traits.after();
        traits.before();
    }

    private void add(String trait, Object word) {
        traits.accept(trait, word);
    }

    private void addBoth(String trait, Object word) {
        add(trait, word);
        add(set.and(trait), word);
    }

    private void name() {
        Word head = phrase.head();
        add("form", phrase.form());
        add("head", head.text());
        addBoth("head-end", end(head.text()));
        add("head-form", head.form());
        kinds(HEADS, head.text()).forEach(kind -> addBoth("head-kind", kind));
        Word first = words.get(phrase.from());
        add("first", first.text());
        add("first-form", first.form());
        int specific =
                CUES.consistsOf(Kind.GENERIC, head.text()) ? 0 : head.text().length();
        for (int i = phrase.from(); i < phrase.to() - 1; i++) {
            specific += inner(words.get(i));
        }
        for (Word word : words.subList(phrase.from(), phrase.to())) {
            add("word", word.text());
            if (word.text().length() > 2) {
                add("word-end", end(word.text()));
            }
        }
        add("specific", Math.min(8, specific / 2));
        add(set.and("words"), Math.min(6, phrase.to() - phrase.from()));
        add(set.and("letters"), Math.min(8, (phrase.end() - phrase.begin()) / 3));
        add("name", Names.fits(words, phrase.span()) ? "fits" : "unfit");
        if (Names.canBeNamed(words, phrase.span())) {
            add(set.and("name"), "possible");
        }
        if (DataNoun.is(words, phrase.to() - 1)) {
            add("head-is", "data");
        }
    }

    /** Whether the name speaks of a public theme: a use of data is known by the problem it addressed. */
    private void theme() {
        int loudness = TOPICS.loudness(phrase.title());
        add("theme", Math.min(8, loudness / 2));
        add(set.and("theme"), Math.min(4, loudness / 3));
        add("form-theme", phrase.form() + (loudness > 0 ? "+some" : "+none"));
        add("theme-head", TOPICS.loudness(phrase.head().text()) > 0 ? "some" : "none");
    }

    private int inner(Word word) {
        add("holds", SentenceTraits.lemma(word));
        if (word.isPredicate() || word.form() == Word.Form.QUANTITY || word.form() == Word.Form.MARK) {
            add("holds-a", word.form());
        }
        if (word.comma()) {
            add("holds-a", "comma");
        }
        if (word.isObject() || word.hasParticle("의")) {
            add("holds-a", word.particle());
        }
        return CUES.consistsOf(Kind.GENERIC, word.text()) ? 0 : word.text().length();
    }

    private void bodies() {
        if (Organisations.bundled().isLocalName(phrase.head().text())) {
            add("name", "place");
        }
        boolean before = false;
        for (Mention mention : sentence.mentions()) {
            before |= mention.end() <= phrase.begin();
            if (mention.begin() < phrase.end() && phrase.begin() < mention.end()) {
                add("name", mention.end() >= phrase.end() ? "body" : "of-a-body");
            }
        }
        if (before) {
            add("before", "body");
        }
        if (!phrase.form().isSetOff() && isInMarks()) {
            add("name", "part-of-marks");
        }
    }

    private boolean isInMarks() {
        for (int i = phrase.begin() - 1; i >= Math.max(0, phrase.begin() - LONGEST_IN_MARKS); i--) {
            char c = sentence.text().charAt(i);
            if (CLOSE.indexOf(c) >= 0) {
                return false;
            }
            if (OPEN.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void after() {
        int next = Phrases.firstAfter(words, phrase.after() - 1);
        String particle = phrase.head().particle();
        if (phrase.form().isSetOff()) {
            boolean attached = next < words.size()
                    && words.get(next).begin() == phrase.after()
                    && words.get(next).form() != Word.Form.MARK;
            Word on = attached ? words.get(next++) : null;
            particle = attached ? sentence.text().substring(on.begin(), on.end()) : "";
        }
        addBoth("particle", particle);
        if (phrase.head().comma() || next > 0 && words.get(next - 1).comma()) {
            add("particle", "comma");
        }
        if (next < words.size()) {
            Word word = words.get(next);
            add("next", SentenceTraits.lemma(word));
            add(set.and("next-end"), end(word.text()));
            add("next-form", word.form());
            add("particle-next", particle + "+" + SentenceTraits.lemma(word));
            kinds(NEXT, word.text()).forEach(kind -> add(set.and("next-kind"), kind));
            if (next + 1 < words.size()) {
                add("second-next", SentenceTraits.lemma(words.get(next + 1)));
            }
        } else {
            add("next", "end");
        }
        for (int i = next; i < words.size(); i++) {
            if (SentenceTraits.isDenial(words.get(i))) {
                addBoth("denied", "after");
            }
        }
        verbs(next, particle);
    }

    private void verbs(int next, String particle) {
        int verbs = 0;
        for (int i = next; i < Math.min(words.size(), next + FARTHEST_VERB) && verbs < 2; i++) {
            Word word = words.get(i);
            String does = word.isPredicate() ? word.text() : Doing.impliedBy(words, i);
            if (does.isEmpty()) {
                continue;
            }
            verbs++;
            String which = verbs == 1 ? "verb" : "second-verb";
            String ending = word.isPredicate() ? SentenceTraits.ending(word) : "";
            add(which, does + "다");
            add(which + "-ending", ending);
            if (verbs == 1) {
                add("particle-verb", particle + "+" + does + "다");
                add("particle-ending", particle + "+" + ending);
                add(set.and("verb-distance"), Math.min(4, i - next));
                for (String kind : kinds(VERBS, does)) {
                    add("verb-kind", kind);
                    add("particle-verb-kind", particle + "+" + kind);
                }
                if (Modality.isUndone(words, i)) {
                    add("verb-is", "undone");
                }
                if (Telling.isPlannedFrom(words, i)) {
                    add("verb-is", "planned");
                }
            }
        }
        if (verbs == 0) {
            add("verb", "none");
        }
    }

    private void before() {
        boolean data = false;
        boolean read = false;
        for (int i = Math.max(0, phrase.from() - FARTHEST_VERB); i < phrase.from(); i++) {
            data |= DataNoun.is(words, i) || DataNoun.isRecord(words, i);
            read |= data
                    && words.get(i).isPredicate()
                    && CUES.ends(Kind.ANALYSE, words.get(i).text());
        }
        addBoth("before", read ? "data-read" : data ? "data" : "no-data");
        int basis = sentence.basis();
        addBoth("basis", basis < 0 ? "none" : basis < phrase.from() ? "before" : basis < phrase.to() ? "in" : "after");
        int last = phrase.from() - 1;
        if (phrase.form() == Phrase.Form.MARKS && last >= 0 && words.get(last).form() == Word.Form.MARK) {
            last--;
        }
        if (last < 0) {
            add("previous", "none");
            return;
        }
        Word word = words.get(last);
        add("previous", SentenceTraits.lemma(word));
        addBoth("previous-form", word.form());
        add("previous-particle", word.isPredicate() ? SentenceTraits.ending(word) : word.particle());
        if (word.isPredicate()) {
            for (String kind : kinds(BEFORE, word.text())) {
                add("previous-kind", kind);
                add("previous-kind-form", kind + "+" + word.form());
            }
        }
        if (word.comma()) {
            add("previous-particle", "comma");
        }
        if (last > 0) {
            add("second-previous", SentenceTraits.lemma(words.get(last - 1)));
        }
    }

    private static List<String> kinds(List<Kind> kinds, String word) {
        int ends = CUES.endings(word);
        return ends == 0
                ? List.of()
                : kinds.stream()
                        .filter(kind -> Cues.isAmong(kind, ends))
                        .map(Kind::code)
                        .toList();
    }

    private static String end(String word) {
        return word.substring(Math.max(0, word.length() - 2));
    }
}
