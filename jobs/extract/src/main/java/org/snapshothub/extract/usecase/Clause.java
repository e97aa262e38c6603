package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/** Names whose last noun says too little without the clause before it: “누전 위험이 큰 축사를 추려 냈고”, “새는 관을 찾는 순서를 다시 짰다”. */
final class Clause {

    private static final int LONGEST = 30;
    private static final int FARTHEST = 6;
    private static final int SHORT = 8;
    private static final Cues CUES = Cues.bundled();

    /** What is only made, offered or raised: of its object a clause gives no name. */
    private static final Set<String> MADE = Set.of(
            "만들", "마련하", "개발하", "구축하", "제공하", "운영하", "추진하", "시행하", "도입하", "내놓", "높이", "올리", "끌어올리", "강화하", "확대하", "개선하",
            "실시하", "시작하", "완료하", "마치", "끝내", "적용하", "안내하", "알리", "열", "더하", "쌓", "짓", "수립하", "확보하", "세우", "펴", "돕",
            "작성하", "제작하", "완성하", "이", "그리", "유도하", "유치하", "집중하", "표시하", "점검하", "단속하", "운행하", "착수하");

    /** Verbs before a noun that say nothing of it: 위한, 대한, 다양한. */
    private static final Set<String> EMPTY = Set.of(
            "위하", "대하", "관하", "따르", "통하", "의하", "있", "없", "같", "이러하", "그러하", "다양하", "새롭", "필요하", "해당하", "관련하", "관련되",
            "지나", "오", "이르", "되", "하", "좋", "올바르", "뛰어나", "중요하", "가능하", "원하", "바라", "구체적이", "다르");

    /** Heads that are soft for names, and yet may be what was looked for. */
    private static final Set<String> PLACES = Set.of("지역", "자리", "시간", "대상", "학생", "환자", "인력", "장비", "사업장");

    private Clause() {}

    static boolean isChosen(String verb) {
        return !MADE.contains(verb);
    }

    /** The noun phrase with its clause that ends with word {@code object} and begins after word {@code after}. */
    static Optional<Span> endingAt(List<Word> words, int object, int after) {
        int head = object;
        while (head > 0 && Names.isCount(words.get(head))) {
            head--;
        }
        if (!words.get(object).isObject() && !words.get(object).hasParticle("도")
                || !canHead(words.get(head))
                || head < object && !words.get(head).isBare()) {
            return Optional.empty();
        }
        int verb = head - 1;
        while (verb > after
                && (words.get(verb).isBare() || words.get(verb).hasParticle("의"))
                && !words.get(verb).comma()) {
            verb--;
        }
        int from = verb > after ? argument(words, verb, after) : -1;
        if (from > after + 1 && tellsOf(words.get(from - 1))) {
            // 새는 관을 찾는 순서.
            from--;
        }
        return from < 0 || isLong(words, from, head) ? Optional.empty() : Optional.of(new Span(from, head + 1));
    }

    /** 폐업 위험이 높은 골목상권: one word that was looked for is known by what made it so. */
    static Optional<Span> aroundOneWord(List<Word> words, int object, int after) {
        return endingAt(words, object, after).filter(span -> isModified(words, span));
    }

    private static boolean isModified(List<Word> words, Span span) {
        int from = span.to() - 1;
        while (words.get(from - 1).isBare() || words.get(from - 1).hasParticle("의")) {
            from--;
        }
        int letters = words.get(span.to() - 1).stemEnd() - words.get(from).begin();
        return from == span.to() - 1 || letters <= SHORT;
    }

    private static boolean canHead(Word word) {
        boolean named = word.isNoun()
                && word.text().length() > 1
                && !Organisations.bundled().isLocalName(word.text());
        return named && (!CUES.ends(Kind.REFUSED_HEAD, word.text()) || PLACES.contains(word.text()));
    }

    private static boolean isLong(List<Word> words, int from, int head) {
        return words.get(head).stemEnd() - words.get(from).begin() > LONGEST;
    }

    private static boolean tellsOf(Word verb) {
        return verb.form() == Word.Form.ADNOMINAL && !EMPTY.contains(verb.text()) && !CUES.is(Kind.READ, verb.text());
    }

    /** Where the noun that the verb speaks of begins, with the nouns right before it; -1 when there is none. */
    private static int argument(List<Word> words, int verb, int after) {
        if (!tellsOf(words.get(verb))) {
            return -1;
        }
        for (int i = verb - 1; i > Math.max(after, verb - FARTHEST); i--) {
            Word word = words.get(i);
            boolean bare = i == verb - 1 && word.isBare() && word.isNoun();
            boolean thing = bare || word.isNoun() && word.hasParticle("이", "가", "을", "를", "에");
            if (thing) {
                int from = i;
                while (from - 1 > after && words.get(from - 1).isOpen()) {
                    from--;
                }
                return DataNoun.is(words, i) ? -1 : from;
            }
            if (word.form() != Word.Form.OTHER && word.form() != Word.Form.CONNECTIVE) {
                return -1;
            }
        }
        return -1;
    }
}
