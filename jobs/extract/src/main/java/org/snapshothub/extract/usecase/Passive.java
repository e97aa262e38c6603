package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;

/** What was done without saying by whom: “분석 결과에 따라 버스정류장 3곳이 이전됐다”. */
final class Passive {

    private static final int FARTHEST = 7;
    private static final Set<String> DONE = Set.of(
            "선정되", "지정되", "확정되", "결정되", "배치되", "재배치되", "설치되", "신설되", "조정되", "변경되", "개편되", "이전되", "연장되", "단축되", "증설되",
            "증편되", "투입되", "폐지되", "편성되", "수립되", "정비되", "교체되", "마련되", "제작되", "정해지", "만들어지", "바뀌", "옮겨지", "들어서", "세워지",
            "추가되", "개발되", "도출되", "선별되", "통합되", "도입되");

    private Passive() {}

    /** The verb whose subject word {@code i} is, where that is a deed; 0 when it is none. */
    static int at(List<Word> words, int i) {
        Word word = words.get(i);
        boolean thing = word.isNoun() || word.form() == Word.Form.QUANTITY;
        if (!thing || !word.hasParticle("이", "가", "은", "는")) {
            return 0;
        }
        for (int k = i + 1; k < Math.min(words.size(), i + FARTHEST); k++) {
            Word verb = words.get(k);
            if (verb.isObject() || verb.hasParticle("이", "가")) {
                return 0;
            }
            if (verb.isPredicate()) {
                boolean told = verb.form() != Word.Form.ADNOMINAL || isTold(words, k + 1);
                boolean done = isDone(verb) || i > 0 && words.get(i - 1).isOpen() && isDoneTo(words, i, verb);
                return told && done && !Modality.isUndone(words, k) ? k : 0;
            }
        }
        return 0;
    }

    /** 정해지다 comes as 정하지, with what was done before it. */
    static boolean isDone(Word verb) {
        String text = verb.text();
        boolean became = text.length() > 1
                        && text.endsWith("지")
                        && verb.particle().startsWith("아")
                || text.length() > 1 && text.endsWith("지") && verb.particle().startsWith("어");
        return DONE.contains(text) || became && CUES.ends(Kind.OUTCOME, text.substring(0, text.length() - 1));
    }

    /** 전시실 동선이 뒤집혔다: of what somebody sets any passive of a deed. */
    private static boolean isDoneTo(List<Word> words, int i, Word verb) {
        String text = verb.text();
        boolean passive = text.endsWith("되") && CUES.ends(Kind.OUTCOME, text.substring(0, text.length() - 1) + "하")
                || TURNED.contains(text);
        return passive && Names.endsWithAction(words.get(i));
    }

    private static final Set<String> TURNED =
            Set.of("뒤집히", "달라지", "늘어나", "줄어들", "당겨지", "바뀌", "갈리", "짜이", "매기지", "놓이", "깔리", "서");
    private static final Cues CUES = Cues.bundled();

    /** 바뀐 것이다. */
    private static boolean isTold(List<Word> words, int i) {
        return i < words.size()
                && words.get(i).form() == Word.Form.COPULA
                && words.get(i).text().equals("것");
    }
}
