package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;

/** What the words around quotation marks call that which they hold: a motto, a course, a team, a law, a book, a contest. */
final class Called {

    private static final Cues CUES = Cues.bundled();
    private static final int FARTHEST = 4;
    private static final int FARTHEST_OF_ALL = 7;

    /** After these the sentence goes on: what follows is not what the marks hold. */
    private static final Set<String> PARTICLES =
            Set.of("을", "를", "은", "는", "이", "가", "에", "으로", "로", "도", "과", "와", "에서");

    /** ‘…’을 배운다, 발표했다, 누르면: what is done to a lesson, a paper, a button. */
    private static final Set<String> DONE_TO_OTHERS =
            Set.of("배우", "익히", "가르치", "발표하", "출품하", "누르", "클릭하", "선택하", "풀", "읽", "듣", "강의하", "수강하");

    /** 주제는 ‘…’: what is nobody's deed when marks say which it is. */
    private static final Set<String> THEMES = Set.of("주제", "제목", "논제", "표어", "슬로건", "구호", "비전", "목표", "팀명");

    private Called() {}

    /**
     * Whether the marks hold no case.
     *
     * @param inside index of the first word in the marks
     * @param after index of the first word after them
     */
    static boolean otherwise(Sentence sentence, int inside, int after, int close) {
        List<Word> words = sentence.words();
        return before(words, inside) || after(words, after, close) || isTheme(sentence.text(), close);
    }

    /** ‘…’, ‘…’ 등 논문 38편, ‘…’, ‘…’을 배운다: word {@code etc} begins what is said of all that stand before it. */
    static boolean inARow(Sentence sentence, int etc) {
        List<Word> words = sentence.words();
        if (isObjectOfAnother(words, etc)) {
            return true;
        }
        if (etc >= words.size()
                || !words.get(etc).text().equals("등")
                || !words.get(etc).isNoun()) {
            return false;
        }
        for (int i = etc + 1; i < Math.min(words.size(), etc + FARTHEST_OF_ALL); i++) {
            Word word = words.get(i);
            boolean goesOn =
                    word.isBare() && i + 1 < words.size() && words.get(i + 1).isNoun() || word.hasParticle("의");
            if (word.isNoun() && !goesOn) {
                return CUES.ends(Kind.STOP_AFTER, word.text());
            }
        }
        return false;
    }

    /** 논문 ‘…’, 주제는 ‘…’. */
    private static boolean before(List<Word> words, int inside) {
        if (inside < 2) {
            return false;
        }
        Word word = words.get(inside - 2);
        return word.isNoun()
                && (word.isOpen() && CUES.is(Kind.STOP_AFTER, word.text())
                        || word.hasParticle("은", "는") && THEMES.contains(word.text()));
    }

    /** ‘…’ 특강, ‘…’이라는 제목. */
    private static boolean after(List<Word> words, int after, int close) {
        if (isObjectOfAnother(words, after) || isExample(words, after)) {
            return true;
        }
        if (isSaid(words, after)) {
            Word name = words.get(after + 1);
            return name.isNoun() && !name.text().equals("이름") && CUES.is(Kind.STOP_AFTER, name.text());
        }
        for (int i = after; i < Math.min(words.size(), after + FARTHEST); i++) {
            Word word = words.get(i);
            String text = word.text();
            boolean particle = i == after && PARTICLES.contains(text) && word.begin() == close + 1;
            if (word.form() == Word.Form.MARK || text.equals("등") || particle) {
                return false;
            }
            if (word.isNoun() && CUES.ends(Kind.STOP_AFTER, text)) {
                return true;
            }
            if (word.isPredicate() || word.isNoun() && !word.isBare() && !word.hasParticle("의")) {
                return false;
            }
        }
        return false;
    }

    /** ‘감금’ ‘여권 압수’ 같은 낱말. */
    private static boolean isExample(List<Word> words, int after) {
        return after < words.size()
                && words.get(after).text().equals("같")
                && words.get(after).form() == Word.Form.ADNOMINAL;
    }

    /** ‘…’을 배우는. */
    private static boolean isObjectOfAnother(List<Word> words, int after) {
        return after + 1 < words.size()
                && (words.get(after).text().equals("을")
                        || words.get(after).text().equals("를"))
                && DONE_TO_OTHERS.contains(words.get(after + 1).text())
                && !(after + 2 < words.size() && words.get(after + 2).text().equals("오"));
    }

    /** ‘…’이라는, ‘…’이란. */
    private static boolean isSaid(List<Word> words, int after) {
        return after + 1 < words.size()
                && words.get(after).form() == Word.Form.ADNOMINAL
                && words.get(after).text().equals("이")
                && words.get(after).hasEnding("라는", "란");
    }

    private static boolean isTheme(String text, int close) {
        String rest = text.substring(close + 1, Math.min(text.length(), close + 12));
        return rest.startsWith("(이)라")
                || rest.startsWith("을 주제")
                || rest.startsWith("를 주제")
                || rest.startsWith("을 비전")
                || rest.startsWith("를 비전");
    }
}
