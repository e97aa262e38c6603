package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/** Analyses by their own name: “지반침하 위험도 분석에 나선다”, “전기차 충전소 입지 분석을 완료했다”, where data are spoken of beside it. */
final class Analysed implements Rule {

    private static final Cues CUES = Cues.bundled();
    private static final List<String> DOING = List.of("분석", "예측", "진단", "추정");
    private static final Set<String> DONE = Set.of(
            "나서", "착수하", "마치", "완료하", "실시하", "수행하", "진행하", "추진하", "벌이", "끝내", "시작하", "돌입하", "하", "내놓", "제공하", "활용하",
            "성공하");

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (!(isOfData(sentence) || Basis.isNear(sentence)) || Telling.tellsNoUse(sentence)) {
            return found;
        }
        List<Word> words = sentence.words();
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            boolean analysis =
                    word.isNoun() && DOING.contains(word.text()) && (word.isObject() || word.hasParticle("에"));
            int verb = analysis ? verb(words, i) : 0;
            if (verb > 0 && !CUES.ends(Kind.NOT_DATA, words.get(i - 1).text())) {
                int head = i;
                Names.endingAt(words, head)
                        .filter(span -> span.to() - span.from() > 2)
                        .map(span -> new Span(span.from(), head + 1))
                        .ifPresent(span -> found.add(
                                Candidate.of(sentence, span, "analysis", 0.65).as(Telling.statusFrom(sentence, verb))));
            }
        }
        return found;
    }

    private static int verb(List<Word> words, int analysis) {
        for (int k = analysis + 1; k < Math.min(words.size(), analysis + 3); k++) {
            if (words.get(k).isPredicate()) {
                boolean done = DONE.contains(words.get(k).text()) && !Modality.isUndone(words, k);
                return done ? k : 0;
            }
        }
        return 0;
    }

    private static boolean isOfData(Sentence sentence) {
        Sentence next = sentence.next();
        Sentence before = sentence.previous();
        return saysData(sentence)
                || next != null && next.line() == sentence.line() && saysData(next)
                || before != null && before.line() == sentence.line() && saysData(before);
    }

    private static boolean saysData(Sentence sentence) {
        return CUES.within(Kind.DATA, sentence.text());
    }
}
