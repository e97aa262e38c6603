package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Names.Span;

/**
 * What was undertaken beside the reading of data, without being said to rest on it: “기록을 겹쳐 보니 엉뚱한 데 서 있더라고요. 감시카메라 이전을 봄에 다
 * 했습니다”, “병원 앞 정류장 이전에 보행 궤적이 동원됐다”.
 */
final class Undertaken implements Rule {

    private static final int FARTHEST_VERB = 7;
    private static final int FARTHEST_OF_TOPIC = 10;
    private static final Set<String> DONE = Set.of(
            "나서", "착수하", "마치", "완료하", "실시하", "수행하", "진행하", "추진하", "벌이", "끝내", "시작하", "돌입하", "하", "시행하", "성공하", "들어가",
            "동원되", "쓰이", "활용되", "끝나", "시작되", "이루어지", "이뤄지", "해내", "하내", "단행하");
    private static final Set<String> PASSIVE = Set.of("동원되", "쓰이", "활용되", "끝나", "시작되", "이루어지", "이뤄지");

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (!Basis.isNear(sentence) || Telling.tellsNoUse(sentence)) {
            return found;
        }
        List<Word> words = sentence.words();
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            boolean done = word.isNoun()
                    && words.get(i - 1).isOpen()
                    && (word.isObject() || word.hasParticle("에", "은", "는", "이", "가"))
                    && Names.endsWithAction(word);
            int verb = done ? verb(words, i) : 0;
            if (verb > 0) {
                int head = i;
                Names.endingAt(words, head)
                        .filter(span -> span.to() - span.from() > 1)
                        .map(span -> new Span(span.from(), head + 1))
                        .ifPresent(span -> found.add(Candidate.of(sentence, span, "undertaken", 0.6)
                                .as(Telling.statusFrom(sentence, verb))));
            }
        }
        return found;
    }

    private static int verb(List<Word> words, int object) {
        boolean topic = words.get(object).hasParticle("은", "는");
        boolean subject = words.get(object).hasParticle("이", "가");
        for (int k = object + 1;
                k < Math.min(words.size(), object + (topic ? FARTHEST_OF_TOPIC : FARTHEST_VERB));
                k++) {
            Word word = words.get(k);
            if (word.isPredicate() && (word.form() != Word.Form.ADNOMINAL || k < object + 3)) {
                boolean done = (subject ? PASSIVE : DONE).contains(word.text()) && !Modality.isUndone(words, k);
                return done ? k : 0;
            }
        }
        return 0;
    }
}
