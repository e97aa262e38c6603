package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.usecase.Cues.Kind;

/** What may be a case's name: a noun phrase that says which problem, and ends with a noun a use of data can have. */
final class Names {

    private static final int LONGEST = 60;
    private static final int SHORTEST = 4;
    private static final Cues CUES = Cues.bundled();

    /** A stretch of a sentence: word indices, the end exclusive. */
    record Span(int from, int to) {}

    private Names() {}

    /** The noun phrase whose last noun stands before 이다. */
    static Optional<Span> ending(List<Word> words, int copula) {
        int from = copula;
        while (from > 0 && continues(words, from - 1)) {
            from--;
        }
        return trimmed(words, from, copula + 1).filter(span -> fits(words, span));
    }

    /** The noun phrase that ends with word {@code head}; empty when it can be no case's name. */
    static Optional<Span> endingAt(List<Word> words, int head) {
        int to = head + 1;
        while (to > 0 && words.get(to - 1).form() == Word.Form.QUANTITY) {
            to--;
            if (to > 0 && words.get(to - 1).comma()) {
                return Optional.empty();
            }
        }
        if (to == 0
                || !words.get(to - 1).isNoun()
                || to <= head && !words.get(to - 1).isBare()) {
            return Optional.empty();
        }
        int from = to - 1;
        while (from > 0 && continues(words, from - 1)) {
            from--;
        }
        return trimmed(words, from, to).filter(span -> fits(words, span));
    }

    private static boolean continues(List<Word> words, int i) {
        Word word = words.get(i);
        if (word.comma()
                || word.form() == Word.Form.QUANTITY && !word.particle().isEmpty()) {
            return false;
        }
        return word.isBare()
                || word.isNoun() && word.hasParticle("의") && !isBody(word)
                || word.form() == Word.Form.OTHER && isInnerModifier(word.text());
    }

    private static boolean isBody(Word word) {
        return Organisations.bundled().isLocalName(word.text());
    }

    private static boolean isInnerModifier(String text) {
        return text.equals("재") || text.equals("신규") || text.equals("전") || text.equals("및");
    }

    /** 강릉시 해변 쓰레기 수거 동선 단축 without the body it begins with. */
    static Span withoutOwner(List<Word> words, Span span) {
        int from = span.from();
        boolean province = Organisations.bundled().provinceOf(words.get(from).text()) != null;
        int body = province && from + 1 < span.to() && isBody(words.get(from + 1)) ? from + 1 : from;
        boolean owned = isBody(words.get(body)) && span.to() - body > 2;
        Span rest = new Span(body + 1, span.to());
        return owned && fits(words, rest) ? rest : span;
    }

    /** Without what does not belong to the name: 올해, 6개, 전국. */
    static Optional<Span> trimmed(List<Word> words, int from, int to) {
        while (from < to && isLeading(words.get(from))) {
            from++;
        }
        return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    private static boolean isLeading(Word word) {
        return word.form() == Word.Form.QUANTITY
                || word.form() == Word.Form.OTHER
                || CUES.is(Kind.LEADING, word.text());
    }

    /** Whether the words can be the name of a case. */
    static boolean fits(List<Word> words, Span span) {
        Word last = words.get(span.to() - 1);
        int length = last.stemEnd() - words.get(span.from()).begin();
        if (length < SHORTEST
                || length > LONGEST
                || !(last.isNoun() || last.form() == Word.Form.COPULA)
                || isRefusedHead(last.text())) {
            return false;
        }
        return isSpecific(words, span);
    }

    static boolean isRefusedHead(String text) {
        return CUES.ends(Kind.REFUSED_HEAD, text) && !CUES.ends(Kind.SOFT_HEAD, text);
    }

    /** Whether some word says which problem: 전기차 충전소 입지 선정 does, 맞춤형 정책 마련 does not. */
    static boolean isSpecific(List<Word> words, Span span) {
        int letters = 0;
        for (int i = span.from(); i < span.to(); i++) {
            Word word = words.get(i);
            if ((word.isNoun() || i == span.to() - 1) && !CUES.consistsOf(Kind.GENERIC, word.text())) {
                letters += word.text().length();
            }
        }
        Word last = words.get(span.to() - 1);
        boolean soft = CUES.ends(Kind.SOFT_HEAD, last.text());
        return letters >= (soft ? last.text().length() + 2 : 2) || letters >= 4;
    }

    static boolean endsWithAction(Word last) {
        return CUES.ends(Kind.ACTION, last.text());
    }
}
