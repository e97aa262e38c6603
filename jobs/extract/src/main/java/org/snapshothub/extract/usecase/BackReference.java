package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;

/**
 * How a sentence rests on data that were read before it.
 *
 * <p>“이를 바탕으로”, “그 결과를 토대로”, “같은 자료로” after an analysis in this sentence or the one before; “그래서 …”, and “…는 점이
 * 드러나자 …” after a sentence that reads data.
 */
final class BackReference {

    private static final Cues CUES = Cues.bundled();

    /** With these a sentence goes on from the one before. */
    private static final Set<String> THEREFORE =
            Set.of("그래서", "그러자", "따라서", "이에", "그리하여", "그런즉", "하여", "그걸로", "이걸로", "그걸", "그것", "덕분");

    private static final Set<String> USED = Set.of("활용", "반영", "참고", "적용", "근거");

    /** What was found out; what follows rests on it. */
    private static final Set<String> FOUND_OUT =
            Set.of("드러나", "나타나", "확인되", "밝혀지", "파악되", "확인하", "파악하", "알아내", "찾아내", "알", "알아차리", "분석되");

    private static final Set<String> GATHERED =
            Set.of("모으", "모으이", "수집하", "조사하", "재", "측정하", "쌓", "기록하", "전수조사하", "받", "넘겨받", "확보하", "살펴보", "찍", "적");

    private BackReference() {}

    /** The word with which it is said, where word {@code i} begins to; -1 where it does not. */
    static int at(Sentence sentence, int i) {
        List<Word> words = sentence.words();
        if (pointsBack(words, i) && readsBefore(sentence, i)) {
            return i + 1 < words.size() && Basis.isBasisNoun(words.get(i + 1)) ? i + 1 : i;
        }
        boolean goesOn = i == 0 && isTherefore(words) || i > 0 && isFoundOut(words.get(i));
        return goesOn && isAfterReading(sentence) ? i : -1;
    }

    private static boolean isTherefore(List<Word> words) {
        Word first = words.get(0);
        boolean thereupon = first.text().equals("이") && first.hasParticle("에");
        boolean result = first.text().equals("그")
                && words.size() > 1
                && words.get(1).text().equals("결과");
        return thereupon || result || THEREFORE.contains(first.text());
    }

    private static boolean isFoundOut(Word word) {
        String ending = word.particle();
        return FOUND_OUT.contains(word.text())
                && (word.form() == Word.Form.CONNECTIVE || word.form() == Word.Form.ADNOMINAL)
                && !ending.endsWith("지만")
                && !ending.endsWith("면")
                && !ending.endsWith("도록")
                && !ending.endsWith("ᆯ");
    }

    private static boolean isAfterReading(Sentence sentence) {
        Sentence before = sentence.previous();
        return before != null && before.line() == sentence.line() && Basis.isTold(before) && !Modality.isTalk(before);
    }

    /** 이를 바탕으로, 그 결과를 토대로, 같은 자료로, 이 점수를. */
    private static boolean pointsBack(List<Word> words, int i) {
        Word word = words.get(i);
        if (word.text().equals("이") && word.isObject() || word.text().equals("이를")) {
            return i + 1 < words.size()
                    && (Basis.isBasisNoun(words.get(i + 1))
                            || USED.stream().anyMatch(words.get(i + 1).text()::startsWith));
        }
        if (i == 0 || !word.isNoun()) {
            return false;
        }
        String before = words.get(i - 1).text();
        boolean points = before.equals("그") || before.equals("이") || before.equals("같") || before.startsWith("분석");
        boolean thing = CUES.ends(Kind.DATA, word.text())
                || word.text().endsWith("결과")
                || word.text().endsWith("방식")
                || word.text().endsWith("방법")
                || word.text().endsWith("모델")
                || word.text().endsWith("기법");
        return points && thing && (word.hasParticle("으로", "로", "에", "대로", "에서", "에도") || word.isObject());
    }

    private static boolean readsBefore(Sentence sentence, int i) {
        for (int k = 0; k < i; k++) {
            Word word = sentence.words().get(k);
            if (word.isPredicate() && CUES.ends(Kind.ANALYSE, word.text())
                    || word.text().endsWith("분석")) {
                return true;
            }
        }
        Sentence before = sentence.previous();
        boolean right = before != null
                && (before.contains("분석")
                        || Basis.isTold(before)
                        || isGathered(before)
                        || Quoted.namesAnAnalysis(before));
        return right || before != null && before.line() == sentence.line() && isToldBefore(before);
    }

    /** “민원 4만 건을 뜯어봤다. 시민은 …. 이를 근거로”: what was seen in between parts the two. */
    private static boolean isToldBefore(Sentence between) {
        Sentence first = between.previous();
        return first != null && first.line() == between.line() && Basis.isTold(first);
    }

    /** 침수 신고 2,300건과 수위계 값을 차례로 모았다: what is gathered for what follows. */
    private static boolean isGathered(Sentence before) {
        List<Word> words = before.words();
        boolean data = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            data |= (DataNoun.is(words, i) || DataNoun.isRecord(words, i))
                    && !CUES.consistsOf(Kind.GENERIC, word.text());
            if (data && word.form() == Word.Form.FINAL) {
                return GATHERED.contains(word.text());
            }
        }
        return false;
    }
}
