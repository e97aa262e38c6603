package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/**
 * An analysis that found something, and a sentence that acts on it: “렌터카 사고 2만여 건을 분석한 결과 …몰렸다. 도는 이 12곳에
 * 회전교차로를 설치하기로 했다.” What was analysed names the case; what was found alone is a statistic.
 */
final class Followed implements Rule {

    private static final Cues CUES = Cues.bundled();

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        Sentence before = sentence.previous();
        if (before == null || before.line() != sentence.line() || !actsOnIt(sentence)) {
            return found;
        }
        List<Word> words = before.words();
        for (int i = 1; i < words.size() - 1; i++) {
            boolean analysed = words.get(i).text().equals("분석하")
                    && words.get(i).form() == Word.Form.ADNOMINAL
                    && words.get(i + 1).text().equals("결과");
            if (analysed && words.get(i - 1).isObject() && before.basis() >= 0) {
                Optional<Span> span = Names.endingAt(words, i - 1);
                span.ifPresent(
                        s -> found.add(Candidate.of(before, s, "analysis", 0.6).as(Status.DONE)));
            }
        }
        return found;
    }

    /** 도는 이 12곳에 …를 설치하기로 했다; 이에 따라 시는 …; 시는 사고가 겹친 교차로 9곳에 신호를 달기로 했다. */
    private static boolean actsOnIt(Sentence sentence) {
        List<Word> words = sentence.words();
        boolean points = isTheSameBody(sentence);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            points |= word.text().equals("이")
                            && i + 1 < words.size()
                            && words.get(i + 1).form() == Word.Form.QUANTITY
                    || word.text().equals("이에")
                    || word.text().equals("이") && word.hasParticle("에");
            if (points && word.isPredicate() && CUES.ends(Kind.OUTCOME, word.text()) && !Modality.isUndone(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** 시는 … 9곳에 …를: a sentence that begins with the body and counts the places where it acts. */
    private static boolean isTheSameBody(Sentence sentence) {
        boolean begins = sentence.mentions().stream().anyMatch(m -> m.begin() == 0 && m.anaphoric() && m.isTopic());
        return begins
                && sentence.words().stream().anyMatch(w -> w.form() == Word.Form.QUANTITY && w.hasParticle("에", "에는"));
    }
}
