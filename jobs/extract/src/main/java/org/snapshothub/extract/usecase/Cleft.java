package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/** What was done, told last: “기록을 돌려 보고서 그은 것이 전포동의 시간제 하역 구획 23면이다”. */
final class Cleft implements Rule {

    private static final Cues CUES = Cues.bundled();

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (!Basis.isNear(sentence) || Telling.tellsNoUse(sentence)) {
            return found;
        }
        List<Word> words = sentence.words();
        for (int i = 1; i < words.size() - 1; i++) {
            Word verb = words.get(i - 1);
            boolean told = words.get(i).text().equals("것")
                    && words.get(i).hasParticle("이", "은")
                    && verb.form() == Word.Form.ADNOMINAL
                    && (CUES.ends(Kind.OUTCOME, verb.text()) || Passive.isDone(verb));
            int head = told ? copula(words, i) : 0;
            if (head > 0) {
                name(words, head)
                        .ifPresent(span -> found.add(
                                Candidate.of(sentence, span, "cleft", 0.65).as(Telling.statusFrom(sentence, head))));
            }
        }
        return found;
    }

    private static int copula(List<Word> words, int from) {
        for (int k = from + 1; k < words.size(); k++) {
            if (words.get(k).form() == Word.Form.COPULA) {
                return k;
            }
            if (words.get(k).isPredicate() && words.get(k).form() != Word.Form.ADNOMINAL) {
                return 0;
            }
        }
        return 0;
    }

    private static Optional<Span> name(List<Word> words, int copula) {
        int head = copula;
        while (head > 0
                && Character.isDigit(words.get(head).text().charAt(0))
                && words.get(head - 1).isOpen()) {
            head--;
        }
        return (head == copula ? Names.ending(words, copula) : Names.endingAt(words, head))
                .filter(s -> s.to() - s.from() > 1);
    }
}
