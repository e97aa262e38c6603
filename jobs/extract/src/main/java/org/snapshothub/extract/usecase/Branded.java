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

    /** What is done with marks that hold a word, a meeting, a prize or a paper; whatever else is done with them, they hold a thing. */
    private static final Set<String> SAID = Set.of(
            "부르", "불리", "외치", "말하", "밝히", "강조하", "설명하", "주장하", "지적하", "쓰이어지", "적히", "맺", "체결하", "받", "수상하", "차지하",
            "출범하", "출범시키", "참여하", "참가하", "개최하", "열리", "주제하", "꿈꾸", "외면하", "논의하", "토론하", "발간하", "출간하", "제안하", "묻", "답하",
            "뽑히", "선정되", "지정되", "개방하", "공유하", "오르", "올라서", "공모하", "모집하", "신청하", "가입하", "검색하", "구독하", "읽", "듣", "보",
            "뜻하", "의미하", "이", "아니", "있", "없");

    /** Verbs before marks that do not say what the thing does with the data. */
    private static final Set<String> SAYS_NOTHING = Set.of(
            "위하", "대하", "관하", "통하", "열", "열리", "참여하", "담", "담기", "실리", "꿈꾸", "이라", "라", "하", "되", "있", "부르", "불리",
            "주관하", "주최하", "지향하", "표방하", "내거", "내걸", "보이주", "보여주", "보이");

    private static final Set<String> KEPT = Set.of("모으", "정리하", "수집하", "적", "묶어내");

    private Branded() {}

    /** Whether the sentence says of the words from {@code from} to {@code to} that they do something with data. */
    static boolean is(Sentence sentence, int from, int to) {
        List<Word> words = sentence.words();
        int basis = sentence.basis();
        boolean platform =
                words.subList(from, to).stream().anyMatch(w -> w.text().endsWith("데이터"));
        boolean book = CUES.ends(Kind.STOP_AFTER, words.get(to - 1).text());
        if (platform || book || Modality.isTalk(sentence) || Modality.isOfAnotherField(sentence)) {
            return false;
        }
        if (basis < 0) {
            return from > 1 && tells(words.get(from - 2)) && isGiven(words, to) && isReadBeside(sentence);
        }
        return basis < from
                ? doesBefore(words, from, basis) && (isGiven(words, to) || isMadeOf(words, from))
                : readsAfter(words, to, basis);
    }

    /** …를 추정하는 ‘…’. */
    private static boolean doesBefore(List<Word> words, int from, int basis) {
        int verb = from - 2;
        boolean based = verb - 1 == basis && words.get(verb).text().equals("하") && Basis.isBasisNoun(words.get(basis));
        if (verb == basis && KEPT.contains(words.get(verb).text())) {
            // 유물 기록을 정리한 ‘…’: nothing was found out.
            return false;
        }
        boolean rightAfter = based
                || verb == basis
                        && (Basis.isBasisNoun(words.get(verb))
                                || words.get(verb).isPredicate());
        if (rightAfter) {
            return true;
        }
        if (verb < basis || words.get(verb).form() != Word.Form.ADNOMINAL) {
            // 9년 치를 뒤져 ‘제설 순서표’를 짰다: two words and more are a name of what was done.
            return words.get(verb).form() != Word.Form.ADNOMINAL
                    && words.get(from).stemEnd() < words.get(from).end() + 1
                    && words.get(from + 1).form() != Word.Form.MARK
                    && !words.get(from).hasParticle("의");
        }
        return tells(words.get(verb));
    }

    private static boolean tells(Word verb) {
        return verb.form() == Word.Form.ADNOMINAL && !SAYS_NOTHING.contains(verb.text());
    }

    /** “… 기록을 맞대어 보니 …. 버스를 몰고 나가는 ‘찾아가는 홍역 접종’은 여기서 나왔다.” */
    private static boolean isReadBeside(Sentence sentence) {
        return (reads(sentence, sentence.previous()) || reads(sentence, sentence.next()))
                && !Telling.isOfACourse(sentence);
    }

    private static boolean reads(Sentence sentence, Sentence other) {
        return other != null
                && other.line() == sentence.line()
                && Basis.isTold(other)
                && !Modality.isTalk(other)
                && !Modality.isOfAnotherField(other);
    }

    /** …를 분석해 내놓은 ‘…’. */
    private static boolean isMadeOf(List<Word> words, int from) {
        return from > 1
                && words.get(from - 2).form() == Word.Form.ADNOMINAL
                && CUES.ends(Kind.OUTCOME, words.get(from - 2).text());
    }

    private static boolean isGiven(List<Word> words, int to) {
        if (to + 1 < words.size() && CUES.is(Kind.HEADS, words.get(to + 1).text())) {
            return true;
        }
        if (to + 1 < words.size()
                && words.get(to + 1).form() == Word.Form.QUANTITY
                && words.get(to + 1).hasParticle("의")) {
            // ‘보행자 우선 교차로’ 32곳의 신호를 고쳤다: the marks only say where.
            return false;
        }
        for (int i = to; i < words.size(); i++) {
            if (words.get(i).isPredicate()) {
                return !SAID.contains(words.get(i).text()) && !Modality.isUndone(words, i);
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
