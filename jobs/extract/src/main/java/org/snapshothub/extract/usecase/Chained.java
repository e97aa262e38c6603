package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/** What an analysis led to, step by step: “접속 이력 분석 → 심야 수요 확인 → 청주시 심야버스 2개 노선 신설”. */
final class Chained implements Rule {

    private static final Cues CUES = Cues.bundled();
    private static final List<String> ARROWS = List.of("→", "⇒", "➡", "▶", "->");

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        String text = sentence.text();
        String arrow =
                ARROWS.stream().filter(a -> text.indexOf(a, 2) > 0).findFirst().orElse(null);
        if (arrow == null || sentence.endsAsASentence() || Telling.isOfACourse(sentence)) {
            return found;
        }
        int last = text.lastIndexOf(arrow);
        String steps = text.substring(0, last);
        if (!steps.contains("분석") && !steps.contains("예측") && !CUES.within(Kind.DATA, steps)) {
            return found;
        }
        int first = text.indexOf(arrow);
        if (text.substring(last + arrow.length()).strip().matches("[0-9].*") && first < last) {
            // → 운행 경로 9개 → 7개 노선: from how many to how many.
            last = first;
        }
        List<Word> words = sentence.words();
        int from = 0;
        while (from < words.size() && words.get(from).begin() <= last) {
            from++;
        }
        int to = from;
        while (to < words.size() && words.get(to).form() != Word.Form.MARK) {
            to++;
        }
        while (to > from && words.get(to - 1).form() == Word.Form.QUANTITY) {
            to--;
        }
        if (from < to && Names.endsWithAction(words.get(to - 1))) {
            Names.trimmed(words, from, to)
                    .map(span -> Names.withoutOwner(words, span))
                    .filter(span -> span.to() - span.from() > 1 && Names.fits(words, span))
                    .ifPresent(span -> found.add(candidate(sentence, span)));
        }
        return found;
    }

    private static Candidate candidate(Sentence sentence, Span span) {
        return Candidate.of(sentence, span, "chained", 0.75).as(Telling.statusFrom(sentence, span.to() - 1));
    }
}
