package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;

/** Nouns that are data, and nouns of which many make data. */
final class DataNoun {

    private static final Cues CUES = Cues.bundled();

    private DataNoun() {}

    /** Whether word {@code i} is data: a data noun, or many of what makes data (민원 38만 건). */
    static boolean is(List<Word> words, int i) {
        Word word = words.get(i);
        boolean years = i > 0 && word.text().equals("치") && isYears(words.get(i - 1));
        if (!word.isNoun() && word.form() != Word.Form.QUANTITY) {
            return false;
        }
        if (word.isNoun() && !years) {
            boolean value = word.text().length() > 2 && word.text().endsWith("값");
            return value || CUES.ends(Kind.DATA, word.text()) && !word.text().endsWith("보도자료");
        }
        if (years && isOfTime(words.get(i - 1).text())) {
            // 경락가 15년 치: whatever is kept for years is data.
            return !words.get(i - 1).isObject()
                    && (i < 2 || !CUES.ends(Kind.NOT_DATA, words.get(i - 2).text()));
        }
        boolean many = word.text().endsWith("년분")
                || word.text().endsWith("월분")
                || word.text().endsWith("건")
                || word.text().endsWith("회")
                || word.text().endsWith("명")
                || word.text().endsWith("점")
                || word.text().endsWith("장")
                || word.text().endsWith("곳")
                || word.text().endsWith("편")
                || word.text().endsWith("치")
                || word.text().endsWith("대");
        for (int k = i - 1; many && k >= Math.max(0, i - 4); k--) {
            if (words.get(k).isNoun()) {
                return CUES.ends(Kind.RECORD, words.get(k).text());
            }
        }
        return false;
    }

    /** 15년, 다섯 해, 두 달. */
    private static boolean isYears(Word word) {
        return word.form() == Word.Form.QUANTITY || Set.of("해", "달", "년").contains(word.text());
    }

    private static boolean isOfTime(String quantity) {
        return quantity.endsWith("년") || quantity.endsWith("월") || quantity.endsWith("달") || quantity.equals("해");
    }

    /** What makes data when it is read for what it shows together: 고립 신고를, 반입량을. */
    static boolean isRecord(List<Word> words, int i) {
        Word word = words.get(i);
        boolean amount = word.text().length() >= 3
                && word.text().endsWith("량")
                && !word.text().endsWith("차량")
                && !word.text().endsWith("역량");
        return word.isNoun()
                && !isInMarks(words, i)
                && (amount || CUES.ends(Kind.RECORD, word.text()) || isOfMany(words, i))
                && (word.isObject() || word.hasParticle("과", "와"));
    }

    /** 1,104건의 발화점: what is known of each of many. */
    private static boolean isOfMany(List<Word> words, int i) {
        int of = i - 1;
        while (of > 0 && words.get(of).isOpen() && words.get(of).isNoun()) {
            of--;
        }
        return of >= 0
                && of < i
                && words.get(of).form() == Word.Form.QUANTITY
                && words.get(of).hasParticle("의")
                && isLarge(words.get(of).text())
                && !CUES.ends(Kind.NOT_DATA, words.get(i).text());
    }

    /** From a hundred on, or counted in 만, 천 or 백. */
    private static boolean isLarge(String quantity) {
        long digits = quantity.chars().filter(Character::isDigit).count();
        return digits > 2 || "만천백".chars().anyMatch(c -> quantity.indexOf(c) > 0);
    }

    /** What stands in quotation marks is a name or a motto, not the reading of data. */
    static boolean isInMarks(List<Word> words, int i) {
        for (int k = i - 1; k >= Math.max(0, i - 8); k--) {
            String mark = words.get(k).form() == Word.Form.MARK ? words.get(k).text() : "";
            if (mark.contains("’") || mark.contains("」") || mark.contains("”")) {
                return false;
            }
            if (mark.contains("‘") || mark.contains("「") || mark.contains("『")) {
                return true;
            }
        }
        return false;
    }
}
