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
            "시행하", "성공하", "들어가", "동원되", "쓰이", "활용되", "끝나", "시작되", "이루어지", "이뤄지", "되", "가능하", "맡기", "해내", "하내");
    private static final int FARTHEST_VERB = 5;
    private static final int FARTHEST_OF_TOPIC = 10;

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (!isOfData(sentence)
                || Modality.isTalk(sentence)
                || Modality.isOfAnotherField(sentence)
                || Telling.isOfACourse(sentence)) {
            return found;
        }
        boolean reads = readsNearby(sentence);
        List<Word> words = sentence.words();
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            boolean done = word.isNoun()
                    && (word.isObject() || word.hasParticle("에", "은", "는", "이", "가"))
                    && (DOING.contains(word.text()) || reads && Names.endsWithAction(word));
            int verb = done ? verb(words, i) : 0;
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
        boolean isTopic = words.get(analysis).hasParticle("은", "는");
        for (int k = analysis + 1; k < Math.min(words.size(), analysis + (isTopic ? FARTHEST_OF_TOPIC : FARTHEST_VERB)); k++) {
            if (words.get(k).isPredicate() && words.get(k).form() != Word.Form.ADNOMINAL) {
                boolean done = DONE.contains(words.get(k).text()) && !Modality.isUndone(words, k);
                return done ? k : 0;
            }
        }
        return 0;
    }

    /** Whether this sentence or one beside it reads data: then whatever else is undertaken rests on them. */
    private static boolean readsNearby(Sentence sentence) {
        Sentence next = sentence.next();
        Sentence before = sentence.previous();
        return Basis.isTold(sentence)
                || before != null && before.line() == sentence.line() && Basis.isTold(before)
                || next != null && next.line() == sentence.line() && (Basis.isTold(next) || Reasoned.isGround(next));
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
