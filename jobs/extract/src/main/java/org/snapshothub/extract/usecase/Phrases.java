package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snapshothub.extract.usecase.Names.Span;
import org.snapshothub.extract.usecase.Phrase.Form;

/** Whatever in a sentence may be a case's name: of a hundred labelled names ninety-seven are among them, and ten others beside each. */
final class Phrases {

    private static final String OPEN = "‘“「<〈《'\"『[(";
    private static final String CLOSE = "’”」>〉》'\"』])";
    private static final int SHORTEST = 3;
    private static final int LONGEST = 60;
    private static final int LONGEST_IN_MARKS = 45;

    private final Sentence sentence;
    private final List<Word> words;
    private final Map<Span, Phrase> found = new LinkedHashMap<>();

    private Phrases(Sentence sentence) {
        this.sentence = sentence;
        this.words = sentence.words();
    }

    /** Each once, in no order that means anything; what rules propose is among them. */
    static List<Phrase> of(Sentence sentence, List<Candidate> proposed) {
        Phrases phrases = new Phrases(sentence);
        phrases.inMarks();
        phrases.item();
        phrases.nouns();
        proposed.forEach(phrases::proposed);
        return new ArrayList<>(phrases.found.values());
    }

    private void proposed(Candidate candidate) {
        boolean known =
                found.values().stream().anyMatch(p -> p.begin() == candidate.begin() && p.end() == candidate.end());
        int from = firstAfter(words, candidate.begin() - 1);
        int to = firstAfter(words, candidate.end() - 1);
        if (!known && from < to) {
            int after = words.get(to - 1).end();
            found.put(
                    new Span(from, to),
                    new Phrase(sentence, from, to, candidate.begin(), candidate.end(), after, Form.NOUNS));
        }
    }

    private void inMarks() {
        String text = sentence.text();
        boolean listed = !Listed.mark(text).isEmpty();
        for (int open = 0; open < text.length(); open++) {
            int kind = OPEN.indexOf(text.charAt(open));
            int close = kind < 0 ? -1 : closing(text, CLOSE.charAt(kind), open + 1);
            if (close < 0) {
                continue;
            }
            int from = firstAfter(words, open);
            int to = firstAfter(words, close - 1);
            while (to > from && words.get(to - 1).form() == Word.Form.MARK) {
                to--;
            }
            boolean brackets = text.charAt(open) == '(';
            boolean speech = to > from && words.get(to - 1).form() == Word.Form.FINAL;
            if (from < to && !speech && (!brackets || listed && from <= 3)) {
                add(from, to, brackets ? Form.BRACKETS : Form.MARKS, close + 1);
            }
        }
    }

    private static int closing(String text, char mark, int from) {
        for (int i = from; i <= Math.min(text.length() - 1, from + LONGEST_IN_MARKS); i++) {
            if (text.charAt(i) == mark) {
                return i;
            }
        }
        return -1;
    }

    private void item() {
        String text = sentence.text();
        if (Listed.mark(text).isEmpty() && (text.length() >= LONGEST || sentence.endsAsASentence())) {
            return;
        }
        int from = 0;
        while (from < words.size() && isLabel(words.get(from), from)) {
            from++;
        }
        int to = from;
        while (to < words.size()
                && words.get(to).form() != Word.Form.MARK
                && !words.get(to).isPredicate()) {
            to++;
        }
        if (from < to && words.get(to - 1).isNoun()) {
            add(from, to, Form.ITEM, words.get(to - 1).end());
        }
    }

    private static boolean isLabel(Word word, int at) {
        return word.form() == Word.Form.MARK || word.form() == Word.Form.QUANTITY && at < 2;
    }

    private void nouns() {
        for (int last = 0; last < words.size(); last++) {
            if (!closes(last)) {
                continue;
            }
            int head = last;
            while (head > 0
                    && Names.isCount(words.get(head))
                    && words.get(head - 1).isOpen()) {
                head--;
            }
            if (words.get(head).isNoun() || words.get(head).form() == Word.Form.COPULA) {
                nounsUpTo(head, last);
            }
        }
    }

    /** Whether a row of nouns ends with word {@code i}. */
    private boolean closes(int i) {
        Word word = words.get(i);
        boolean noun = word.isNoun() || word.form() == Word.Form.COPULA || word.form() == Word.Form.QUANTITY;
        return noun
                && (i + 1 == words.size()
                        || !word.isOpen()
                        || !words.get(i + 1).isNoun() && words.get(i + 1).form() != Word.Form.QUANTITY);
    }

    private void nounsUpTo(int head, int last) {
        int from = head;
        while (from > 0 && continues(words.get(from - 1), head)) {
            from--;
        }
        from = Names.trimmed(words, from, head + 1).map(Span::from).orElse(from);
        Span row = Names.withoutOwner(words, new Span(from, head + 1));
        add(row.from(), row.to(), Form.NOUNS, words.get(last).end());
        clause(head);
        if (row.to() - row.from() > 2) {
            add(
                    row.from(),
                    row.to() - 1,
                    Form.SHORTENED,
                    words.get(row.to() - 2).end());
        }
    }

    private boolean continues(Word before, int head) {
        boolean near = words.get(head).stemEnd() - before.begin() <= LONGEST;
        return near
                && !before.comma()
                && (before.isBare()
                        || before.isNoun()
                                && before.hasParticle("의")
                                && !Organisations.bundled().isLocalName(before.text()));
    }

    /** 누전 위험이 큰 축사. */
    private void clause(int head) {
        int verb = head - 1;
        while (verb > 0
                && words.get(head).stemEnd() - words.get(verb).begin() <= LONGEST
                && (words.get(verb).isOpen() || words.get(verb).hasParticle("의"))) {
            verb--;
        }
        if (verb < 1
                || words.get(verb).form() != Word.Form.ADNOMINAL
                || !words.get(verb - 1).isNoun()) {
            return;
        }
        int from = verb - 1;
        while (from > 0
                && words.get(head).stemEnd() - words.get(from - 1).begin() <= LONGEST
                && words.get(from - 1).isNoun()
                && words.get(from - 1).isOpen()) {
            from--;
        }
        add(from, head + 1, Form.CLAUSE, words.get(head).end());
    }

    private void add(int from, int to, Form form, int after) {
        int begin = words.get(from).begin();
        boolean marked = form == Form.MARKS || form == Form.BRACKETS;
        int end = marked ? words.get(to - 1).end() : words.get(to - 1).stemEnd();
        if (end - begin >= SHORTEST && end - begin <= LONGEST) {
            found.putIfAbsent(new Span(from, to), new Phrase(sentence, from, to, begin, end, after, form));
        }
    }

    /** The first word that begins after an offset. */
    static int firstAfter(List<Word> words, int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (words.get(middle).begin() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
