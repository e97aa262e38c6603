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
            "적용하", "고도화하", "활용하", "서비스하");

    private Branded() {}

    /** Whether the sentence says of the words from {@code from} to {@code to} that they do something with data. */
    static boolean is(Sentence sentence, int from, int to) {
        List<Word> words = sentence.words();
        int basis = sentence.basis();
        if (basis < 0 || Modality.isTalk(sentence) || Modality.isOfAnotherField(sentence)) {
            return false;
        }
        return basis < from ? doesBefore(words, from, basis) && isGiven(words, to) : readsAfter(words, to, basis);
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
        String lemma = words.get(verb).text();
        String noun = lemma.endsWith("하") ? lemma.substring(0, lemma.length() - 1) : "";
        boolean gives = lemma.equals("주")
                && verb > 0
                && CUES.ends(Kind.OUTCOME, words.get(verb - 1).text());
        return gives || CUES.ends(Kind.OUTCOME, lemma) || CUES.is(Kind.READ, lemma) || CUES.ends(Kind.ACTION, noun);
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
