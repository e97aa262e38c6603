package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;

/** Cases in one line after their heading: “주요 분석과제: A 최적화(환경과), B 분석(인구정책과), C 예측”. */
final class Announced implements Rule {

    @Override
    public List<Candidate> find(Sentence sentence) {
        int colon = sentence.text().indexOf(':');
        if (colon < 0 || !isHeading(sentence, colon) || sentence.endsAsASentence()) {
            return List.of();
        }
        List<Word> words = sentence.words();
        List<Candidate> found = new ArrayList<>();
        int items = 0;
        int from = firstAfter(words, colon);
        int depth = 0;
        for (int i = from; i < words.size(); i++) {
            Word word = words.get(i);
            boolean mark = word.form() == Word.Form.MARK;
            boolean opens = mark && word.text().startsWith("(");
            if (depth == 0 && (word.comma() || opens || i == words.size() - 1)) {
                int to = opens || mark ? i : i + 1;
                items += from < to ? 1 : 0;
                name(sentence, from, to, found);
                from = i + 1;
            }
            depth = opens ? 1 : mark && word.text().contains(")") ? 0 : depth;
            from = depth == 0 && mark ? i + 1 : from;
        }
        return items > 1 && found.size() * 2 >= items ? found : List.of();
    }

    private static boolean isHeading(Sentence sentence, int colon) {
        return colon > 3 && Listed.isHeading(new Sentence(0, sentence.text().substring(0, colon), 0, null));
    }

    private static void name(Sentence sentence, int from, int to, List<Candidate> found) {
        List<Word> words = sentence.words();
        if (from < to && words.get(to - 1).isBare() && Names.endsWithAction(words.get(to - 1))) {
            Names.trimmed(words, from, to)
                    .filter(span -> span.to() - span.from() > 1 && Names.fits(words, span))
                    .ifPresent(span -> found.add(Candidate.of(sentence, span, "announced", 0.8)));
        }
    }

    private static int firstAfter(List<Word> words, int offset) {
        int i = 0;
        while (i < words.size() && words.get(i).begin() <= offset) {
            i++;
        }
        return i;
    }
}
