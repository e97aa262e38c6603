package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;

/** What may be a case's name: a noun phrase that says which problem, and ends with a noun a use of data can have. */
final class Names {

    private static final int LONGEST = 60;
    private static final int SHORTEST = 4;
    private static final int SHORTEST_COMPOUND = 4;
    private static final Set<String> NUMERALS = Set.of("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "여러");
    private static final Set<String> COUNTERS = Set.of("곳", "건", "개", "군데", "대", "명", "가지", "채", "동", "차례", "배");
    private static final Set<String> ADVERBS = Set.of(
            "새로", "다시", "매월", "매일", "매주", "매년", "직접", "함께", "미리", "먼저", "우선", "가장", "더욱", "크게", "바로", "곧바로", "모두", "모든",
            "각종", "여러", "현재", "특히", "이미", "아직", "다섯", "여섯", "일곱", "여덟", "아홉", "이번", "실시간", "자주", "주로", "최대", "최소", "대폭",
            "일부");
    private static final Set<String> CRAFT = Set.of("데이터", "빅데이터", "공공데이터", "분석", "인공지능", "AI", "통계");
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
        int counted = to - 1;
        while (counted > 0
                && words.get(counted - 1).form() == Word.Form.QUANTITY
                && words.get(counted - 1).isBare()) {
            counted--;
        }
        if (counted < to - 1
                && counted > 0
                && words.get(counted - 1).isNoun()
                && words.get(counted - 1).isOpen()) {
            // 취약가구 1천여 가구: the last noun only counts.
            to = counted;
        }
        boolean numbered = to > 2
                && COUNTERS.contains(words.get(to - 1).text())
                && NUMERALS.contains(words.get(to - 2).text());
        int end = numbered && words.get(to - 3).isNoun() && words.get(to - 3).isOpen() ? to - 2 : to;
        return phrase(words, end).filter(span -> fits(words, span)).or(() -> counted(words, end)
                .filter(span -> fits(words, span)));
    }

    /** The name of a service that ends with word {@code head}. */
    static Optional<Span> serviceAt(List<Word> words, int head) {
        return phrase(words, head + 1)
                .filter(span -> span.to() - span.from() > 1)
                .filter(span -> canBeNamed(words, span) || canBeNamed(words, new Span(span.from(), head)));
    }

    /** The noun phrase that ends with word {@code head}, or the longer word before that it repeats. */
    static Optional<Span> meantBy(List<Word> words, int head) {
        return endingAt(words, head).or(() -> fuller(words, head));
    }

    /** 쉼터, 정류장: a thing of three letters that was moved or placed. */
    static Optional<Span> thing(List<Word> words, int object) {
        int head = object;
        while (head > 0 && isCount(words.get(head))) {
            head--;
        }
        Word word = words.get(head);
        boolean plain = word.isNoun() && word.text().length() == SHORTEST - 1 && (head == object || word.isOpen());
        boolean refused = isRefusedHead(word.text()) || CUES.consistsOf(Kind.GENERIC, word.text());
        return plain && !refused && !isBody(word) ? Optional.of(new Span(head, head + 1)) : Optional.empty();
    }

    /** 다섯 곳: what only counts the noun before it. */
    static boolean isCount(Word word) {
        return word.form() == Word.Form.QUANTITY || COUNTERS.contains(word.text()) || NUMERALS.contains(word.text());
    }

    private static Optional<Span> phrase(List<Word> words, int to) {
        int from = to - 1;
        while (from > 0 && continues(words, from - 1)) {
            from--;
        }
        return trimmed(words, from, to);
    }

    /** 거점소독시설 4곳의 위치: a head that says too little by itself takes what is counted before it. */
    private static Optional<Span> counted(List<Word> words, int to) {
        int of = to - 2;
        if (of < 1
                || words.get(of).form() != Word.Form.QUANTITY
                || !words.get(of).hasParticle("의")) {
            return Optional.empty();
        }
        while (of > 0
                && words.get(of - 1).form() == Word.Form.QUANTITY
                && words.get(of - 1).isBare()) {
            of--;
        }
        return of > 0 && words.get(of - 1).isNoun() && words.get(of - 1).isOpen()
                ? phrase(words, of).map(span -> new Span(span.from(), to))
                : Optional.empty();
    }

    /** 발급기 after 무인민원발급기 is that one. */
    private static Optional<Span> fuller(List<Word> words, int object) {
        int head = object;
        while (head > 0 && words.get(head).form() == Word.Form.QUANTITY) {
            head--;
        }
        String brief = words.get(head).text();
        for (int i = head - 1; brief.length() > 1 && i >= 0; i--) {
            Word word = words.get(i);
            if (word.isNoun()
                    && word.text().length() > brief.length()
                    && word.text().endsWith(brief)) {
                Span span = new Span(i, i + 1);
                return fits(words, span) ? Optional.of(span) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean continues(List<Word> words, int i) {
        Word word = words.get(i);
        if (word.comma()) {
            return false;
        }
        if (word.form() == Word.Form.QUANTITY && !word.particle().isEmpty()) {
            return false;
        }
        return word.isBare()
                || word.isNoun() && word.hasParticle("의") && !isBody(word)
                || word.form() == Word.Form.OTHER && isInnerModifier(word.text())
                || isUnknown(words, i);
    }

    private static boolean isBody(Word word) {
        return Organisations.bundled().isLocalName(word.text());
    }

    /** 김 엽체 탈락 시기: what the dictionary does not know between two nouns. */
    private static boolean isUnknown(List<Word> words, int i) {
        Word word = words.get(i);
        return word.form() == Word.Form.OTHER
                && word.text().length() > 1
                && i > 0
                && words.get(i - 1).isNoun()
                && words.get(i - 1).isOpen()
                && i + 1 < words.size()
                && words.get(i + 1).isNoun()
                && !ADVERBS.contains(word.text());
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

    /** 혁신도시의 통학버스 노선, 전포동 카페거리의 하역 구획: where it lies is told beside it. */
    static Span withoutPlace(List<Word> words, Span span) {
        for (int i = span.to() - 3; i >= span.from(); i--) {
            Word word = words.get(i);
            boolean place = word.isNoun()
                    && word.hasParticle("의")
                    && word.text().length() > 2
                    && PLACES.stream().anyMatch(word.text()::endsWith);
            Span rest = new Span(i + 1, span.to());
            int own = words.get(i).end() - words.get(span.from()).begin();
            if (place && own > 4 && fits(words, rest)) {
                return rest;
            }
        }
        return span;
    }

    private static final List<String> PLACES = List.of(
            "도시", "거리", "해변", "해안", "지구", "단지", "일대", "지역", "마을", "동", "읍", "면", "산단", "공단", "시내", "도심", "권", "해역", "산",
            "항", "섬", "구간");

    /** Without what does not belong to the name: 올해, 6개, 전국. */
    static Optional<Span> trimmed(List<Word> words, int from, int to) {
        while (from < to && isLeading(words.get(from))) {
            from++;
        }
        for (int i = from; i < to - 1; i++) {
            // 군항제 기간 셔틀버스: when is not what.
            from = words.get(i).text().equals("기간") ? i + 1 : from;
        }
        return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    private static boolean isLeading(Word word) {
        return word.form() == Word.Form.QUANTITY
                || word.form() == Word.Form.OTHER
                || CUES.is(Kind.LEADING, word.text());
    }

    /** Whether the words can be the name of what is already known to be one: in marks, or of a service. */
    static boolean canBeNamed(List<Word> words, Span span) {
        return isOfAName(words, span, SHORTEST - 1) && (isSpecific(words, span) || saysSomething(words, span));
    }

    /** 홍수 예측 모형: one word that is no general term. */
    private static boolean saysSomething(List<Word> words, Span span) {
        return words.subList(span.from(), span.to()).stream()
                .anyMatch(w -> w.isNoun() && w.text().length() > 1 && !CUES.consistsOf(Kind.GENERIC, w.text()));
    }

    /** Whether the words can be the name of a case. */
    static boolean fits(List<Word> words, Span span) {
        return isOfAName(words, span, SHORTEST) && isSpecific(words, span) && !isOfTheCraft(words, span);
    }

    /** 데이터 전담조직 신설, 분석 도구 구매: what data need, not what they are used for. */
    private static boolean isOfTheCraft(List<Word> words, Span span) {
        for (int i = span.from(); i < span.to() - 1; i++) {
            String next = words.get(i + 1).text();
            if (CRAFT.contains(words.get(i).text()) && isRefusedHead(next) && !CUES.ends(Kind.ACTION, next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAName(List<Word> words, Span span, int shortest) {
        Word last = words.get(span.to() - 1);
        int length = last.stemEnd() - words.get(span.from()).begin();
        return length >= shortest
                && length <= LONGEST
                && (last.isNoun() || last.form() == Word.Form.COPULA)
                && (!isRefusedHead(last.text()) || isNumber(words, span));
    }

    /** 방문객 수: how many of what was named. */
    private static boolean isNumber(List<Word> words, Span span) {
        return span.to() - span.from() > 1 && words.get(span.to() - 1).text().equals("수");
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
        boolean brief = span.to() - span.from() < 4;
        return letters >= (soft && brief ? last.text().length() + 2 : 3) || letters >= 4;
    }

    static boolean endsWithAction(Word last) {
        return CUES.ends(Kind.ACTION, last.text())
                || CUES.ends(Kind.ACTION, withoutHead(last.text()))
                || last.text().length() == 2 && CUES.is(Kind.OUTCOME, last.text() + "하");
    }

    /** 표류예측시스템: problem, doing and thing in one word. */
    static boolean isCompound(Word word) {
        String doing = withoutHead(word.text());
        return doing.length() >= SHORTEST_COMPOUND
                && !doing.equals(word.text())
                && CUES.ends(Kind.ACTION, doing)
                && !CUES.consistsOf(Kind.GENERIC, doing);
    }

    /** 표류예측 for 표류예측시스템. */
    private static String withoutHead(String text) {
        for (int cut = 2; cut <= text.length() - 2; cut++) {
            if (CUES.is(Kind.HEADS, text.substring(cut))) {
                return Similarity.letters(text.substring(0, cut));
            }
        }
        return text;
    }
}
