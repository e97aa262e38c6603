package org.snapshothub.extract.usecase;

import java.util.List;
import org.snapshothub.extract.usecase.Cues.Kind;

/** Nouns that are data, and nouns of which many make data. */
final class DataNoun {

    private static final Cues CUES = Cues.bundled();

    private DataNoun() {}

    /** Whether word {@code i} is data: a data noun, or many of what makes data (민원 38만 건). */
    static boolean is(List<Word> words, int i) {
        Word word = words.get(i);
        boolean years = word.text().equals("치") && i > 0 && words.get(i - 1).form() == Word.Form.QUANTITY;
        if (!word.isNoun() && word.form() != Word.Form.QUANTITY) {
            return false;
        }
        if (word.isNoun() && !years) {
            return CUES.ends(Kind.DATA, word.text()) && !word.text().endsWith("보도자료");
        }
        boolean many = word.text().endsWith("건")
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

    /** What makes data when it is read for what it shows together: 고립 신고를, 반입량을. */
    static boolean isRecord(List<Word> words, int i) {
        Word word = words.get(i);
        boolean amount = word.text().length() >= 3
                && word.text().endsWith("량")
                && !word.text().endsWith("차량")
                && !word.text().endsWith("역량");
        return word.isNoun()
                && !isInMarks(words, i)
                && (amount || CUES.ends(Kind.RECORD, word.text()))
                && (word.isObject() || word.hasParticle("과", "와"));
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
