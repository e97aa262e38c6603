package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/** What was made of data and bears its purpose in its name: 오미자 출하량 예측 서비스, 악취 발생원 역추적 시스템. */
final class ServiceNamed implements Rule {

    private static final List<String> MADE = List.of("서비스", "시스템", "모델", "모형", "알고리즘", "지도", "프로그램", "앱", "예보제", "지수");
    private static final Cues CUES = Cues.bundled();

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        List<Word> words = sentence.words();
        if (!Basis.isIn(sentence) || Modality.isTalk(sentence)) {
            return found;
        }
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            boolean made =
                    word.isNoun() && !word.particle().isEmpty() && MADE.stream().anyMatch(word.text()::endsWith);
            if (made
                    && words.get(i - 1).isBare()
                    && !words.get(i - 1).comma()
                    && Names.endsWithAction(words.get(i - 1))
                    && !isUndone(words, i)) {
                Optional<Span> span = Names.endingAt(words, i).filter(s -> saysProblem(words, s));
                span.ifPresent(s -> found.add(new Candidate(
                        sentence,
                        words.get(s.from()).begin(),
                        words.get(s.to() - 1).stemEnd(),
                        "service",
                        0.75)));
            }
        }
        return found;
    }

    private static boolean isUndone(List<Word> words, int i) {
        for (int k = i + 1; k < words.size(); k++) {
            if (words.get(k).isPredicate()) {
                return Modality.isUndone(words, k);
            }
        }
        return false;
    }

    /** At least one word before the doing that is no general term. */
    private static boolean saysProblem(List<Word> words, Span span) {
        for (int i = span.from(); i < span.to() - 2; i++) {
            if (words.get(i).isNoun()
                    && !CUES.consistsOf(Kind.GENERIC, words.get(i).text())) {
                return true;
            }
        }
        return false;
    }
}
