package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Analyses told one after the other: “분석은 두 가지다. 첫째는 A 예측이고 둘째는 B 최적화다.” */
final class Counted implements Rule {

    private static final Set<String> ORDINALS = Set.of("첫째", "둘째", "셋째", "넷째", "다섯째");

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (!announces(sentence) && !(sentence.previous() != null && announces(sentence.previous()))) {
            return found;
        }
        List<Word> words = sentence.words();
        List<Candidate> ordinal = ordinals(sentence);
        if (ordinal.size() > 1) {
            return ordinal;
        }
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.form() == Word.Form.COPULA && Names.endsWithAction(word)) {
                Names.ending(words, i)
                        .filter(span -> span.to() - span.from() > 1)
                        .ifPresent(span -> found.add(Candidate.of(sentence, span, "counted", 0.75)));
            }
        }
        return found;
    }

    /** 첫째 A 개편, 둘째 B 조정, 셋째 C 예보다. */
    private static List<Candidate> ordinals(Sentence sentence) {
        List<Word> words = sentence.words();
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!ORDINALS.contains(words.get(i).text())) {
                continue;
            }
            int to = i + 1;
            while (to < words.size() - 1 && words.get(to).isOpen()) {
                to++;
            }
            if (to < words.size() && Names.endsWithAction(words.get(to))) {
                Names.trimmed(words, i + 1, to + 1)
                        .filter(span -> span.to() - span.from() > 1 && Names.fits(words, span))
                        .ifPresent(span -> found.add(Candidate.of(sentence, span, "counted", 0.75)));
            }
        }
        return found;
    }

    /** 한 분석이 두 가지입니다; 이번에 끝난 분석은 세 건이다. */
    private static boolean announces(Sentence sentence) {
        List<Word> words = sentence.words();
        for (int i = 0; i < words.size(); i++) {
            boolean done = words.get(i).text().equals("일") && sentence.basis() >= 0;
            boolean topic =
                    (done || words.get(i).text().endsWith("분석")) && words.get(i).hasParticle("은", "는", "이", "가");
            boolean counted = topic && i + 1 < words.size() && isCount(words, i + 1);
            if (counted) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCount(List<Word> words, int i) {
        for (int k = i; k < Math.min(words.size(), i + 3); k++) {
            String text = words.get(k).text();
            if (text.startsWith("가지") || text.endsWith("건") || text.endsWith("개") || text.startsWith("하나")) {
                return true;
            }
        }
        return false;
    }
}
