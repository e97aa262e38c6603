package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/** What was made of data and bears its purpose in its name: 오미자 출하량 예측 서비스, 악취 발생원 역추적 시스템. */
final class ServiceNamed implements Rule {

    private static final List<String> MADE =
            List.of("서비스", "시스템", "모델", "모형", "알고리즘", "지도", "프로그램", "앱", "예보제", "경보제", "지수", "체계", "솔루션", "예보", "경보");
    private static final Set<String> SOUND = Set.of("알리", "울리", "내리", "발령하", "보내", "발송하", "띄우");
    private static final Set<String> TAKE =
            Set.of("받", "받아오", "수신하", "불러오", "끌어오", "넘겨받", "전송받", "입력하", "모으", "수집하", "재");
    private static final Cues CUES = Cues.bundled();

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        List<Word> words = sentence.words();
        if (!(Basis.isTold(sentence) || isFed(words)) || Modality.isTalk(sentence)) {
            return found;
        }
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            boolean made = word.isNoun()
                    && !word.particle().isEmpty()
                    && MADE.stream().anyMatch(word.text()::endsWith)
                    && !isSounded(words, i);
            if (made && Names.isCompound(word) && !isUndone(words, i)) {
                found.add(service(sentence, i).orElse(Candidate.of(sentence, new Span(i, i + 1), "service", 0.7)));
            } else if (made && Names.endsWithAction(word) && words.get(i - 1).isBare() && !isUndone(words, i)) {
                service(sentence, i).ifPresent(found::add);
            } else if (made
                    && words.get(i - 1).isOpen()
                    && Names.endsWithAction(words.get(i - 1))
                    && !isUndone(words, i)) {
                service(sentence, i).ifPresent(found::add);
            }
        }
        return found;
    }

    /** 경보를 17차례 알렸다: what a service gave, not the service. */
    private static boolean isSounded(List<Word> words, int i) {
        boolean call = words.get(i).text().endsWith("경보") || words.get(i).text().endsWith("예보");
        for (int k = i + 1; call && words.get(i).isObject() && k < Math.min(words.size(), i + 4); k++) {
            if (words.get(k).isPredicate()) {
                return SOUND.contains(words.get(k).text());
            }
        }
        return false;
    }

    /** 측정값을 받아 …: a service that takes data reads them. */
    private static boolean isFed(List<Word> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).isObject()
                    && words.get(i + 1).form() == Word.Form.CONNECTIVE
                    && TAKE.contains(words.get(i + 1).text())
                    && DataNoun.is(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Candidate> service(Sentence sentence, int head) {
        List<Word> words = sentence.words();
        return Names.serviceAt(words, head)
                .filter(s -> saysProblem(words, s))
                .map(s -> Candidate.of(sentence, s, "service", 0.75));
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
