package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;

/**
 * Names in marks that do not say what they do, where their sentence does: “자료로 소비를 추정하는 ‘일별 소비지수’를 공개한다”, “‘잡케어’는
 * 구직 데이터를 분석해 일자리를 추천한다”.
 */
final class Branded {

    private static final Cues CUES = Cues.bundled();
    private static final Set<String> GIVEN = Set.of(
            "운영하", "제공하", "개발하", "시작하", "도입하", "시행하", "공개하", "선보이", "보급하", "가동하", "구축하", "만들", "내놓", "개통하", "확대하",
            "적용하", "고도화하", "활용하", "서비스하", "띄우", "보내", "알리", "따르", "쓰", "쓰이", "활용되", "제공되", "운영되", "펴내", "발표하", "배포하",
            "열", "들이", "깔", "살펴보", "돌리", "나눠주", "안내하", "바꾸", "정하");

    /** Verbs before marks that do not say what the thing does with the data. */
    private static final Set<String> SAYS_NOTHING = Set.of(
            "위하", "대하", "관하", "통하", "열", "열리", "참여하", "담", "담기", "실리", "꿈꾸", "이라", "라", "하", "되", "있", "부르", "불리",
            "주관하", "주최하", "지향하", "표방하", "내거", "내걸");

    private Branded() {}

    /** Whether the sentence says of the words from {@code from} to {@code to} that they do something with data. */
    static boolean is(Sentence sentence, int from, int to) {
        List<Word> words = sentence.words();
        int basis = sentence.basis();
        if (basis < 0 || Modality.isTalk(sentence) || Modality.isOfAnotherField(sentence)) {
            return false;
        }
        return basis < from
                ? doesBefore(words, from, basis) && (isGiven(words, to) || isMadeOf(words, from))
                : readsAfter(words, to, basis);
    }

    /** …를 추정하는 ‘…’. */
    private static boolean doesBefore(List<Word> words, int from, int basis) {
        int verb = from - 2;
        boolean rightAfter = verb == basis
                && (Basis.isBasisNoun(words.get(verb)) || words.get(verb).isPredicate());
        if (rightAfter) {
            return true;
        }
        if (verb < basis || words.get(verb).form() != Word.Form.ADNOMINAL) {
            return false;
        }
        return !SAYS_NOTHING.contains(words.get(verb).text());
    }

    /** …를 분석해 내놓은 ‘…’. */
    private static boolean isMadeOf(List<Word> words, int from) {
        return from > 1 && GIVEN.contains(words.get(from - 2).text());
    }

    private static boolean isGiven(List<Word> words, int to) {
        if (to + 1 < words.size() && CUES.is(Kind.HEADS, words.get(to + 1).text())) {
            return true;
        }
        for (int i = to; i < words.size(); i++) {
            if (words.get(i).isPredicate() && GIVEN.contains(words.get(i).text())) {
                return !Modality.isUndone(words, i);
            }
        }
        return false;
    }

    /** ‘…’는 …을 분석해: the marks hold the subject. */
    private static boolean readsAfter(List<Word> words, int to, int basis) {
        boolean subject = to + 1 < words.size()
                && words.get(to).form() == Word.Form.MARK
                && Set.of("은", "는", "이", "가").contains(words.get(to + 1).text());
        return subject
                && words.get(basis).isPredicate()
                && CUES.is(Kind.READ, words.get(basis).text());
    }
}
