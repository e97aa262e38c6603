package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/** What was made of data and bears its purpose in its name: 오미자 출하량 예측 서비스, 악취 발생원 역추적 시스템. */
final class ServiceNamed implements Rule {

    private static final List<String> MADE =
            List.of("서비스", "시스템", "모델", "모형", "알고리즘", "지도", "프로그램", "앱", "예보제", "경보제", "지수", "체계", "솔루션", "예보", "경보");
    private static final Cues CUES = Cues.bundled();

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        List<Word> words = sentence.words();
        if (!Basis.isTold(sentence) || Modality.isTalk(sentence)) {
            return found;
        }
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            boolean made =
                    word.isNoun() && !word.particle().isEmpty() && MADE.stream().anyMatch(word.text()::endsWith);
            if (made && Names.isCompound(word) && !isUndone(words, i)) {
                found.add(service(sentence, i)
                        .orElse(new Candidate(sentence, word.begin(), word.stemEnd(), "service", 0.7)));
            } else if (made && Names.endsWithAction(word) && words.get(i - 1).isBare() && !isUndone(words, i)) {
                service(sentence, i).ifPresent(found::add);
            } else if (made
                    && words.get(i - 1).isBare()
                    && !words.get(i - 1).comma()
                    && Names.endsWithAction(words.get(i - 1))
                    && !isUndone(words, i)) {
                service(sentence, i).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Candidate> service(Sentence sentence, int head) {
        List<Word> words = sentence.words();
        return Names.serviceAt(words, head)
                .filter(s -> saysProblem(words, s))
                .map(s -> new Candidate(
                        sentence,
                        words.get(s.from()).begin(),
                        words.get(s.to() - 1).stemEnd(),
                        "service",
                        0.75));
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
        for (int i = span.from(); i < span.to() - 1; i++) {
            if (words.get(i).isNoun()
                    && !CUES.consistsOf(Kind.GENERIC, words.get(i).text())) {
                return true;
            }
        }
        return false;
    }
}
