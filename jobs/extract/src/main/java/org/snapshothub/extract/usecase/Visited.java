package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.usecase.Names.Span;

/** What visitors were shown: “화성시를 찾아 A 예측과 B 구간 분석 과정을 살펴봤다”. */
final class Visited implements Rule {

    private static final List<String> SHOWN = List.of("과정", "사례", "현장", "비결", "기법", "운영");
    private static final List<String> SEEN = List.of("살펴보", "둘러보", "배우", "견학하", "참관하", "벤치마킹하", "익히", "돌아보");

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        List<Word> words = sentence.words();
        for (int i = 1; i < words.size(); i++) {
            if (isShown(words, i)
                    && Names.endsWithAction(words.get(i - 1))
                    && words.get(i - 1).isBare()) {
                int to = i;
                Optional<Span> item = Names.endingAt(words, to - 1);
                while (item.isPresent()) {
                    Span span = item.get();
                    found.add(0, Candidate.of(sentence, span, "visit", 0.8).as(Status.MENTIONED));
                    to = span.from();
                    boolean more = to > 0
                            && (words.get(to - 1).hasParticle("과", "와")
                                    || words.get(to - 1).comma());
                    item = more && Names.endsWithAction(words.get(to - 1))
                            ? Names.endingAt(words, to - 1)
                            : Optional.empty();
                }
            }
        }
        return found;
    }

    private static boolean isShown(List<Word> words, int i) {
        if (!words.get(i).isObject() || !SHOWN.contains(words.get(i).text())) {
            return false;
        }
        for (int k = i + 1; k < Math.min(words.size(), i + 4); k++) {
            if (words.get(k).isPredicate()) {
                return SEEN.contains(words.get(k).text());
            }
        }
        return false;
    }
}
