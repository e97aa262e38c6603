package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/**
 * What is spoken of as some body's: “대구의료원의 낙상 병동 간호사 배치표와 음성군의 진료 통역 배정을 사례로 꼽았다”, “관세청의 저가신고 물품 선별은
 * 통관 이력 9년 치를 딛고 …”.
 */
final class Owned implements Rule {

    private static final Cues CUES = Cues.bundled();
    private static final int LONGEST = 6;

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (Telling.tellsNoUse(sentence) || !readsNearby(sentence)) {
            return found;
        }
        List<Word> words = sentence.words();
        for (Mention body : sentence.mentions()) {
            int from = after(words, body);
            if (!body.isOwner() || body.anaphoric() || from < 0) {
                continue;
            }
            int head = from;
            while (head < words.size() - 1
                    && head - from < LONGEST
                    && words.get(head).isOpen()) {
                head++;
            }
            Word last = words.get(head);
            boolean named = last.isNoun()
                    && last.hasParticle("을", "를", "은", "는", "이", "가", "도", "과", "와")
                    && Names.endsWithAction(last)
                    && !Modality.failsAfter(words, head);
            Span span = new Span(from, head + 1);
            if (named && head > from && Names.fits(words, span)) {
                found.add(Candidate.of(sentence, span, "owned", 0.65).by(body.printed()));
            }
        }
        return found;
    }

    private static boolean readsNearby(Sentence sentence) {
        boolean cited = sentence.contains("사례") && CUES.within(Kind.DATA, sentence.text());
        return cited || Basis.isNear(sentence);
    }

    private static int after(List<Word> words, Mention body) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).stemEnd() == body.end()) {
                return i + 1;
            }
        }
        return -1;
    }
}
