package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;

/** How a sentence tells of a deed: done, to come, only told of, or not done at all. */
final class Telling {

    private static final Set<String> COURSES = Set.of("교육", "강좌", "특강", "강의", "캠프", "워크숍", "아카데미", "교육과정");
    private static final Cues CUES = Cues.bundled();

    /** Verbs that announce when they stand in the present: 도입한다고 밝혔다. */
    private static final Set<String> STARTS = Set.of(
            "추진하", "나서", "착수하", "도입하", "시작하", "시행하", "운영하", "실시하", "적용하", "확대하", "시작되", "시행되", "적용되", "도입되", "가동하",
            "제공하", "넓히", "늘리");

    private Telling() {}

    /** The status of what the sentence says from word {@code at} on. */
    static Status statusFrom(Sentence sentence, int at) {
        if (isOnlyTold(sentence) || isToldThere(sentence)) {
            return Status.MENTIONED;
        }
        return isPlannedFrom(sentence.words(), at) ? Status.PLANNED : Status.DONE;
    }

    /** “토론회에서는 다른 도시의 시도가 입에 올랐다. …”: what a meeting's first sentence announces. */
    private static boolean isToldThere(Sentence sentence) {
        Sentence before = sentence.previous();
        for (int i = 0; i < 2 && before != null && before.line() == sentence.line(); i++) {
            if (before.contains("예로 들") || before.contains("사례로 들")) {
                return true;
            }
            for (Word word : before.words()) {
                boolean meeting = word.isNoun()
                        && (word.hasParticle("에서", "에서는", "은", "는", "의", "이")
                                || word.isBare() && before.text().length() < 40)
                        && CUES.ends(Kind.TOLD_AT, word.text());
                if (meeting) {
                    return true;
                }
            }
            before = before.previous();
        }
        return false;
    }

    static boolean isOnlyTold(Sentence sentence) {
        for (Word word : sentence.words()) {
            boolean verb = word.isPredicate() && CUES.is(Kind.MENTIONED, word.text());
            boolean place = word.hasParticle("에서", "에서는", "에", "에는") && CUES.ends(Kind.TOLD_AT, word.text());
            boolean always = word.isNoun() && CUES.ends(Kind.TOLD_OF, word.text());
            if (verb || place || always) {
                return true;
            }
        }
        return isInABook(sentence.text())
                || sentence.contains("사례를 들")
                || sentence.contains("사례로 들")
                || sentence.contains("예로 들");
    }

    /** 『데이터 분석 모음』에는 …이 담겼다. */
    private static boolean isInABook(String text) {
        return text.contains("』에 ") || text.contains("』에는 ") || text.contains("』에도 ");
    }

    /** Whether whatever data the sentence speaks of, nobody is said to have used them: it only talks, is of another field, or of a course. */
    static boolean tellsNoUse(Sentence sentence) {
        return Modality.isTalk(sentence) || Modality.isOfAnotherField(sentence) || isOfACourse(sentence);
    }

    /** Whether it tells of a course, a contest or a call for applicants. */
    static boolean isOfACourse(Sentence sentence) {
        List<Word> words = sentence.words();
        for (int i = 0; i < words.size(); i++) {
            Word w = words.get(i);
            // 훈련 수료 자료: what is known of courses is data like any other.
            boolean data = w.isBare() && i + 1 < words.size() && DataNoun.is(words, i + 1)
                    || DataNoun.is(words, i) && sentence.basis() > i;
            boolean course = CUES.is(Kind.COURSE, w.text())
                    || w.hasParticle("은", "는", "에서는") && COURSES.stream().anyMatch(w.text()::endsWith)
                    || w.text().startsWith("수강")
                    || w.text().startsWith("모집");
            if (course && !data) {
                return true;
            }
        }
        return false;
    }

    /** Whether the deed at word {@code at} is still to come: 할 예정, 하기로 했다, 하겠다, 하반기에 착수한다. */
    static boolean isPlannedFrom(List<Word> words, int at) {
        if (at > 0 && isPast(words.get(at))) {
            return false;
        }
        boolean later = hasFutureTime(words);
        for (int i = at; i < words.size(); i++) {
            Word word = words.get(i);
            String text = word.text();
            if (isIntent(words, i)) {
                return true;
            }
            if (!word.isPredicate()) {
                continue;
            }
            String ending = word.particle();
            boolean goesOn = ending.equals("고")
                    && i > at
                    && i + 1 < words.size()
                    && words.get(i + 1).text().equals("있");
            if (goesOn && !isStart(text) || goesOn && text.equals("제공하")) {
                // 제공하고 있으며, 하반기에는 넓힌다: it is under way.
                return false;
            }
            if (word.form() == Word.Form.COPULA && hasComing(words)) {
                return true;
            }
            if (ending.contains("겠") || ending.endsWith("기로") || text.endsWith("하기로")) {
                return true;
            }
            boolean present =
                    ending.endsWith("ᆫ다") || ending.endsWith("는다") || ending.equals("ᆫ다고") || ending.equals("는다고");
            if (present && (later || isStart(text))) {
                return true;
            }
            boolean past = ending.contains("았") || ending.contains("었") || ending.contains("였");
            if (past && !isSpeech(text)) {
                return false;
            }
        }
        return false;
    }

    /** 넓힐 계획이다, 시험할 참이다; 작업 계획에 쓰인다 tells of a plan that another has. */
    private static boolean isIntent(List<Word> words, int i) {
        Word word = words.get(i);
        String text = word.text();
        if (word.form() == Word.Form.COPULA && text.equals("참")) {
            return true;
        }
        boolean anothers = i > 0 && words.get(i - 1).isNoun() && word.hasParticle("에", "에서", "에는", "의");
        return (word.isNoun() || word.form() == Word.Form.COPULA)
                && !anothers
                && (text.endsWith("예정") || text.endsWith("계획") || text.endsWith("방침") || text.endsWith("구상"));
    }

    /** 매긴 데 이어, 옮겼으며: done, whatever the sentence goes on to announce. */
    private static boolean isPast(Word word) {
        String ending = word.particle();
        boolean attributive = word.form() == Word.Form.ADNOMINAL && (ending.equals("ᆫ") || ending.equals("은"));
        boolean connected = word.form() == Word.Form.CONNECTIVE && (ending.startsWith("았") || ending.startsWith("었"));
        return attributive || connected && !ending.contains("다");
    }

    private static boolean isStart(String lemma) {
        return STARTS.contains(lemma);
    }

    /** 올해 추진할 과제는 …이다. */
    private static boolean hasComing(List<Word> words) {
        return words.stream()
                .anyMatch(w -> w.form() == Word.Form.ADNOMINAL
                        && w.text().equals("추진하")
                        && w.particle().equals("ᆯ"));
    }

    private static boolean isSpeech(String lemma) {
        return lemma.equals("밝히") || lemma.equals("전하") || lemma.equals("말하") || lemma.equals("설명하");
    }

    /** 2학기에, 4분기부터, 새 학기에, 겨울부터. */
    private static boolean isSeason(Word word) {
        String text = word.text();
        boolean term = text.endsWith("학기") || text.endsWith("분기") || SEASONS.contains(text);
        return term && word.hasParticle("에", "에는", "부터");
    }

    private static final Set<String> SEASONS =
            Set.of("봄", "여름", "가을", "겨울", "올봄", "올여름", "올가을", "올겨울", "새해", "연말", "말", "중순", "초");

    /** 다음 달, 다음 주부터. */
    private static boolean isNextMonth(List<Word> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).text().equals("다음") && words.get(i).isBare()) {
                String next = words.get(i + 1).text();
                return next.equals("달") || next.equals("주") || next.equals("해") || next.equals("학기");
            }
        }
        return false;
    }

    private static boolean hasFutureTime(List<Word> words) {
        boolean from = words.stream()
                .anyMatch(w -> w.form() == Word.Form.QUANTITY
                        && (w.hasParticle("부터") || w.text().endsWith("월") && (w.isBare() || w.hasParticle("에", "에는"))));
        boolean coming = words.stream()
                .anyMatch(w -> w.form() == Word.Form.ADNOMINAL && (w.text().equals("오")));
        return from
                || coming
                || words.stream().anyMatch(Telling::isSeason)
                || isNextMonth(words)
                || words.stream().anyMatch(w -> switch (w.text()) {
                    case "내년", "하반기", "상반기", "오는", "다음달", "내달", "올해", "부터", "연말", "앞으로", "향후", "내후년" -> true;
                    default -> false;
                });
    }
}
