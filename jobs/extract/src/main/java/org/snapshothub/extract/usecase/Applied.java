package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.usecase.Names.Span;

/** What data are used for: “불법 현수막 단속에 3년 치 민원 데이터를 활용하고 있다”, “푸드트럭 배치에는 동선 데이터가 쓰였다”. */
final class Applied implements Rule {

    private static final int FARTHEST = 10;
    private static final Set<String> USE =
            Set.of("활용하", "이용하", "사용하", "쓰", "쓰이", "활용되", "이용되", "사용되", "반영되", "반영하", "적용되");

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (Telling.tellsNoUse(sentence)) {
            return found;
        }
        List<Word> words = sentence.words();
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            boolean purpose = word.isNoun() && word.hasParticle("에", "에는", "에도") && Names.endsWithAction(word);
            int use = purpose ? use(words, i) : 0;
            if (use > 0 && !Modality.isUndone(words, use)) {
                name(words, i)
                        .ifPresent(span -> found.add(Candidate.of(sentence, span, "application", 0.65)
                                .as(Telling.statusFrom(sentence, use))));
            }
        }
        return found;
    }

    private static Optional<Span> name(List<Word> words, int head) {
        return Names.endingAt(words, head)
                .filter(span -> span.to() - span.from() > 1)
                .map(span -> new Span(span.from(), head + 1));
    }

    /** The verb of using, where data are what it uses; 0 where not. */
    private static int use(List<Word> words, int purpose) {
        boolean data = false;
        for (int k = purpose + 1; k < Math.min(words.size(), purpose + FARTHEST); k++) {
            Word word = words.get(k);
            data |= DataNoun.is(words, k) && (word.isObject() || word.hasParticle("이", "가", "도"));
            if (word.isPredicate() && word.form() != Word.Form.ADNOMINAL) {
                return data && USE.contains(word.text()) ? k : 0;
            }
        }
        return 0;
    }
}
