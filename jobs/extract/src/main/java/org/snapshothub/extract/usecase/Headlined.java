package org.snapshothub.extract.usecase;

import java.util.List;

/** How headlines tell: without particles, and with the noun of the deed at their end. */
final class Headlined {

    private static final List<String> DECIDED =
            List.of("결정", "조정", "선정", "확정", "배치", "변경", "개편", "단축", "이전", "신설", "지정", "예측", "추가", "조정키로");

    private Headlined() {}

    /** Headlines end with the noun of the deed: “승하차 데이터로 막차 연장 결정”. */
    static boolean isDeed(Sentence sentence, List<Word> words, int i) {
        return isLast(words, i)
                && words.get(i).isBare()
                && (DECIDED.stream().anyMatch(words.get(i).text()::endsWith)
                                && Listed.mark(sentence.text()).isEmpty()
                        || isNews(sentence) && Names.endsWithAction(words.get(i)))
                && !sentence.contains(".");
    }

    /** … 자정까지 연장 … 11월부터: dots or a bracket end what a headline tells first. */
    private static boolean isLast(List<Word> words, int i) {
        return i == words.size() - 1
                || words.get(i + 1).form() == Word.Form.MARK
                        && "…([!".indexOf(words.get(i + 1).text().charAt(0)) >= 0;
    }

    /** △양산시, … 이동식 단속카메라 배치: a body and a comma head a piece of news in one line. */
    private static boolean isNews(Sentence sentence) {
        return !sentence.endsAsASentence()
                && sentence.mentions().stream()
                        .anyMatch(m -> m.begin() < NEWS && m.role().equals(Mentions.HEADLINE));
    }

    private static final int NEWS = 8;

    /** Headlines leave the particle out: 산불감시원 배치 바꿨다. */
    static boolean isObject(Sentence sentence, List<Word> words, int i) {
        if (Cues.bundled().ends(Cues.Kind.RECORD, words.get(i).text())) {
            // 새벽배송 민원 잡는다: what is to grow less, not what was decided.
            return false;
        }
        int verb = words.size() - 1;
        while (verb > i && !isLast(words, verb)) {
            verb--;
        }
        for (int k = i + 1; k < verb; k++) {
            if (isLast(words, k)) {
                verb = k;
            }
        }
        if (isNews(sentence) && words.get(verb).form() == Word.Form.CONNECTIVE) {
            return words.get(i).isBare()
                    && words.get(i).isNoun()
                    && words.subList(i + 1, verb).stream()
                            .allMatch(w -> w.form() == Word.Form.OTHER || w.form() == Word.Form.QUANTITY);
        }
        boolean before = i + 1 == verb || i + 2 == verb && words.get(i + 1).form() == Word.Form.OTHER;
        return before && words.get(i).isBare() && words.get(verb).form() == Word.Form.FINAL && !sentence.contains(".");
    }
}
