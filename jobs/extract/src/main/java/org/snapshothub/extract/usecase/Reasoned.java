package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Set;

/**
 * Deeds told before the data they rest on: “보행신호를 늘린 것은 영상을 분석한 결과에 따른 것이다”, “입점 시기를 조정했다. 매출을
 * 분석한 결과다.”
 */
final class Reasoned {

    private static final Set<String> REASONS = Set.of("결과", "덕분", "덕", "때문", "것", "조치", "셈");

    private static final Set<String> USED = Set.of("쓰이", "활용되", "동원되", "반영되", "뒷받침하", "이용되");
    private static final Set<String> GROUNDS = Set.of("근거", "바탕", "토대", "밑바탕", "출발점", "잣대", "비결", "열쇠", "실마리");

    private Reasoned() {}

    /** The word before which the sentence tells its deed; -1 where it does not give its reason afterwards. */
    static int deedBefore(Sentence sentence) {
        int basis = sentence.basis();
        if (basis >= 0) {
            return givesReason(sentence.words()) ? subject(sentence.words(), basis) : -1;
        }
        Sentence next = sentence.next();
        if (next != null && next.line() == sentence.line() && isGround(next)) {
            return sentence.words().size();
        }
        boolean explained = next != null
                && next.line() == sentence.line()
                && next.basis() >= 0
                && givesReason(next.words())
                && subject(next.words(), next.words().size()) < 0
                && next.mentions().stream().noneMatch(m -> m.isSubject() && !m.anaphoric());
        return explained ? sentence.words().size() : -1;
    }

    /** 늘린 것은, 바꾼 것도. */
    private static int subject(List<Word> words, int before) {
        for (int i = 1; i < before; i++) {
            boolean thing = words.get(i).text().equals("것") && words.get(i).hasParticle("은", "도");
            if (thing && words.get(i - 1).form() == Word.Form.ADNOMINAL) {
                return i;
            }
        }
        return -1;
    }

    /** 전입 아동의 모국어 통계가 근거였다: data are what it rested on. */
    static boolean isGround(Sentence sentence) {
        List<Word> words = sentence.words();
        boolean data = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            data |= DataNoun.is(words, i) && (word.hasParticle("이", "가") || word.comma());
            boolean ground =
                    GROUNDS.contains(word.text()) && (word.form() == Word.Form.COPULA || word.hasParticle("이", "가"))
                            || word.isPredicate() && USED.contains(word.text());
            if (data && ground) {
                return true;
            }
        }
        return false;
    }

    private static boolean givesReason(List<Word> words) {
        for (int i = words.size() - 1; i >= 0; i--) {
            if (words.get(i).form() == Word.Form.COPULA) {
                boolean thing = words.get(i).text().equals("것");
                boolean follows = i > 0 && words.get(i - 1).text().equals("따르");
                return REASONS.contains(words.get(i).text()) && (!thing || follows);
            }
            if (words.get(i).form() != Word.Form.MARK) {
                return false;
            }
        }
        return false;
    }
}
