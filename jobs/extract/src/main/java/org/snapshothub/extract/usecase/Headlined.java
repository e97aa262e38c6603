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
                && DECIDED.stream().anyMatch(words.get(i).text()::endsWith)
                && !sentence.contains(".")
                && Listed.mark(sentence.text()).isEmpty();
    }

    /** … 자정까지 연장 … 11월부터: dots or a bracket end what a headline tells first. */
    private static boolean isLast(List<Word> words, int i) {
        return i == words.size() - 1
                || words.get(i + 1).form() == Word.Form.MARK
                        && "…([!".indexOf(words.get(i + 1).text().charAt(0)) >= 0;
    }

    /** Headlines leave the particle out: 산불감시원 배치 바꿨다. */
    static boolean isObject(Sentence sentence, List<Word> words, int i) {
        int verb = words.size() - 1;
        boolean before = i + 1 == verb || i + 2 == verb && words.get(i + 1).form() == Word.Form.OTHER;
        return before && words.get(i).isBare() && words.get(verb).form() == Word.Form.FINAL && !sentence.contains(".");
    }
}
