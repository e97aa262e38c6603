package org.snapshothub.extract.usecase;

import java.util.List;

/** What a word does: the verb, or the noun that stands for it before a comma (“취약가구를 선별, 돌봄을 제공한다”). */
final class Doing {

    private Doing() {}

    /** The dictionary form of what word {@code i} does; "" when it does nothing. */
    static String of(List<Word> words, int i) {
        Word word = words.get(i);
        if (isAuxiliary(words, i)) {
            return words.get(i - 1).text();
        }
        return word.isPredicate() ? word.text() : impliedBy(words, i);
    }

    /** 걸러 내는, 추려 냈고: 내다 only says that the verb before came off. */
    private static boolean isAuxiliary(List<Word> words, int i) {
        Word word = words.get(i);
        return i > 0
                && word.isPredicate()
                && word.text().equals("내")
                && words.get(i - 1).form() == Word.Form.CONNECTIVE
                && words.get(i - 1).hasEnding("어", "아");
    }

    /** 선별하 for 선별 between its object and a comma; "" otherwise. */
    static String impliedBy(List<Word> words, int i) {
        Word word = words.get(i);
        boolean stands = i > 0 && word.isNoun() && word.isBare() && word.comma();
        return stands && hasObject(words, i) ? word.text() + "하" : "";
    }

    /** 유동인구를 분석, 노선을 새로 설계,: the object stands before, with an adverb or a noun of manner between at most. */
    private static boolean hasObject(List<Word> words, int i) {
        Word before = words.get(i - 1);
        boolean adverb = before.form() == Word.Form.OTHER || before.isOpen();
        return before.isObject() || i > 1 && adverb && words.get(i - 2).isObject();
    }
}
