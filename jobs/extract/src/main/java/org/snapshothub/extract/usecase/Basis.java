package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;

/**
 * Where a sentence reads data: a noun that is data, and the verb or particle that makes use of it.
 *
 * <p>“민원 38만 건을 쪼개 분석해”, “급제동 기록으로”, “검침 이력에서”, “관측 자료를 토대로”, and “이를 바탕으로” after a sentence that did.
 */
final class Basis {

    private static final Cues CUES = Cues.bundled();
    private static final Set<String> USES = Set.of("활용", "분석", "이용");
    private static final Set<String> FOLLOW = Set.of("맞추", "따르", "비추", "기대", "근거하", "기초하", "터하");
    private static final int FARTHEST_VERB = 14;
    private static final int FARTHEST_READING = 6;

    private static final Set<String> TOGETHER = Set.of("함께", "같이", "나란히", "한데", "한자리", "펼치", "줄", "겹치");

    private Basis() {}

    /** The index of the word with which the reading of data is said; -1 when it is not. */
    static int at(Sentence sentence) {
        List<Word> words = sentence.words();
        for (int i = 0; i < words.size(); i++) {
            if (DataNoun.is(words, i) && !DataNoun.isInMarks(words, i)) {
                int end = link(words, i);
                if (end >= 0) {
                    return earliest(words, i, end);
                }
            }
            if (DataNoun.isRecord(words, i)) {
                int end = reading(words, i);
                if (end >= 0) {
                    return end;
                }
            }
            if (isAnalysed(words, i) || isTaught(words, i)) {
                return i;
            }
            if (words.get(i).text().endsWith("분석") && words.get(i).hasParticle("으로") && readsNext(words, i)) {
                return i + 1;
            }
            if (isReadOfSomething(sentence, words, i) || readsItsClause(words, i)) {
                return i;
            }
            int back = BackReference.at(sentence, i);
            if (back >= 0) {
                return back;
            }
        }
        return -1;
    }

    /** 영상과 센서 자료로 균열을 판독하는: 자료로 comes before the verb that the first of them meets. */
    private static int earliest(List<Word> words, int first, int end) {
        for (int i = first + 1; i < end; i++) {
            int other = DataNoun.is(words, i) && !DataNoun.isInMarks(words, i) ? link(words, i) : -1;
            if (other >= 0 && other < end) {
                return other;
            }
        }
        return end;
    }

    /** 송장을 분석해: what is analysed and acted on need not be called data, unless it is a cause or an opinion. */
    private static boolean isAnalysed(List<Word> words, int i) {
        Word word = words.get(i);
        boolean analyses =
                i > 0 && word.form() == Word.Form.CONNECTIVE && word.text().equals("분석하") && !isIdle(words, i);
        if (!analyses || !(words.get(i - 1).isObject() || words.get(i - 1).isBare())) {
            return false;
        }
        boolean years =
                i > 1 && words.get(i - 1).text().equals("치") && words.get(i - 2).form() == Word.Form.QUANTITY;
        return (years
                        || words.get(i - 1).text().length() > 1
                        || words.get(i - 1).form() == Word.Form.QUANTITY)
                && !CUES.ends(Kind.NOT_DATA, words.get(i - 1).text());
    }

    /** 생활습관 설문을 학습시킨 …: only machines are taught so. */
    private static boolean isTaught(List<Word> words, int i) {
        Word word = words.get(i);
        return i > 0
                && word.isPredicate()
                && word.form() != Word.Form.FINAL
                && word.text().equals("학습시키")
                && words.get(i - 1).isObject()
                && !isIdle(words, i);
    }

    /** 텍스트 분석으로 훑어. */
    private static boolean readsNext(List<Word> words, int i) {
        return i + 1 < words.size()
                && words.get(i + 1).form() == Word.Form.CONNECTIVE
                && CUES.is(Kind.READ, words.get(i + 1).text());
    }

    /** After a sentence that speaks of data, 흐름을 분석해 and 시간을 살펴 need not say data again. */
    private static boolean isReadOfSomething(Sentence sentence, List<Word> words, int i) {
        Word word = words.get(i);
        boolean reads = word.form() == Word.Form.CONNECTIVE && CUES.is(Kind.READ, word.text()) && !isIdle(words, i);
        Sentence before = sentence.previous();
        if (!reads || before == null || !before.contains("데이터")) {
            return false;
        }
        for (int k = i - 1; k >= Math.max(0, i - 2); k--) {
            if (words.get(k).isObject()) {
                return true;
            }
        }
        return false;
    }

    /** 카드 매출과 임차료 연체, 보험 변동을 달마다 들여다보며: of a row of objects one that is data makes all of them so. */
    private static boolean readsItsClause(List<Word> words, int i) {
        Word verb = words.get(i);
        boolean reads = verb.isPredicate()
                && verb.form() != Word.Form.FINAL
                && verb.form() != Word.Form.COPULA
                && CUES.is(Kind.READ, verb.text())
                && !isIdle(words, i);
        int object = i - 1;
        while (reads
                && object > i - FARTHEST_READING
                && object >= 0
                && !words.get(object).isObject()) {
            object--;
        }
        if (!reads
                || object < 0
                || !words.get(object).isObject()
                || CUES.ends(Kind.NOT_DATA, words.get(object).text())) {
            return false;
        }
        for (int k = object; k >= Math.max(0, i - FARTHEST_VERB); k--) {
            Word word = words.get(k);
            if (k < object && (word.isTopic() || word.isObject() || word.isPredicate() && !isInside(word))) {
                return false;
            }
            boolean listed = k == object || word.comma() || word.hasParticle("과", "와", "하고", "이나", "나");
            boolean data = DataNoun.is(words, k) || CUES.ends(Kind.RECORD, word.text());
            if (listed && word.isNoun() && data && !DataNoun.isInMarks(words, k)) {
                return true;
            }
        }
        return false;
    }

    /** 새로 쌓인 민원을: a verb before a noun parts no row of objects. */
    private static boolean isInside(Word verb) {
        return verb.form() == Word.Form.ADNOMINAL;
    }

    static boolean isIn(Sentence sentence) {
        return sentence.basis() >= 0;
    }

    /** Whether it reads data at all, be it with its last verb: “카드 매출을 들여다봤다.” */
    static boolean isTold(Sentence sentence) {
        return isIn(sentence) || endsReading(sentence.words());
    }

    /** Whether this sentence or one right beside it reads data. */
    static boolean isNear(Sentence sentence) {
        Sentence next = sentence.next();
        Sentence before = sentence.previous();
        Sentence earlier = before == null ? null : before.previous();
        return isTold(sentence)
                || before != null && before.line() == sentence.line() && isTold(before)
                || earlier != null && earlier.line() == sentence.line() && isTold(earlier)
                || next != null && next.line() == sentence.line() && (isTold(next) || Reasoned.isGround(next));
    }

    private static boolean endsReading(List<Word> words) {
        boolean data = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            data |= (DataNoun.is(words, i) || DataNoun.isRecord(words, i)) && !DataNoun.isInMarks(words, i);
            boolean told = word.form() == Word.Form.FINAL || word.text().equals("보") && word.isPredicate();
            boolean reads = CUES.is(Kind.READ, word.text())
                    || told && i > 0 && CUES.is(Kind.READ, words.get(i - 1).text())
                    || word.text().endsWith("분석") && word.isObject();
            if (data && reads && (told || word.isObject()) && !isIdle(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static int reading(List<Word> words, int record) {
        for (int i = record + 1; i < Math.min(words.size(), record + FARTHEST_READING); i++) {
            Word word = words.get(i);
            if (word.isPredicate()) {
                if (i + 1 < words.size() && isTried(words, i + 1)) {
                    return i + 1;
                }
                boolean reads = CUES.is(Kind.READ, word.text()) || isByUnit(words, record, i) || isSeen(word);
                return reads && word.form() != Word.Form.FINAL && !isIdle(words, i) ? i : -1;
            }
        }
        return -1;
    }

    private static int link(List<Word> words, int data) {
        Word noun = words.get(data);
        if (noun.isBare() && Mentions.afterBrackets(words, data).matches("으?로")) {
            // 빅데이터(big data)로.
            return data;
        }
        int last = data;
        while (last + 1 < words.size()
                && words.get(last).isOpen()
                && (words.get(last + 1).isNoun() || words.get(last + 1).form() == Word.Form.QUANTITY)) {
            last++;
        }
        if (last > data && CUES.ends(Kind.NOT_DATA, words.get(data + 1).text())) {
            // 데이터 요금제, 데이터 산업: what is spoken of is no data.
            return -1;
        }
        if (words.get(last).hasParticle("으로", "로", "에서") && isDataOrCount(words, last) && !isOther(words, last)) {
            return last;
        }
        if (noun.text().endsWith("분석") && words.get(last).hasParticle("으로", "로")) {
            return last;
        }
        if (words.get(last).hasParticle("에") && isFollowed(words, last + 1)) {
            return last + 1;
        }
        if (words.get(last).hasParticle("이", "가", "은", "는") && isDataOrCount(words, last) && moves(words, last)) {
            return last;
        }
        if (last > data
                && words.get(last).hasParticle("으로", "로")
                && CUES.is(Kind.READ, words.get(last).text() + "하")) {
            // 소득 자료 연계로.
            return last;
        }
        for (int i = last + 1; i < Math.min(words.size(), data + FARTHEST_VERB); i++) {
            Word word = words.get(i);
            if (isBasisNoun(word) && isDataBefore(words, i)) {
                return i;
            }
            if (word.form() == Word.Form.FINAL || word.form() == Word.Form.COPULA) {
                return -1;
            }
            boolean reads = word.isPredicate() && CUES.ends(Kind.ANALYSE, word.text());
            if ((reads || isDoneWith(words, last, i) || isByUnit(words, last, i) || isSeen(word) || isLaidOut(words, i))
                    && !isIdle(words, i)) {
                return i;
            }
            boolean looks = word.text().equals("보")
                    && (word.particle().equals("고")
                            || word.particle().endsWith("니")
                            || word.particle().endsWith("더니"));
            boolean counted = i == last + 2 && words.get(last + 1).form() == Word.Form.QUANTITY;
            if (looks && (i == last + 1 || counted) && words.get(last).isObject() || isTried(words, i)) {
                return i;
            }
            boolean named = word.isBare() && word.comma() && USES.contains(word.text());
            if (named || CUES.ends(Kind.ANALYSE, Doing.impliedBy(words, i))) {
                return i;
            }
            if (word.text().equals("분석") && word.isObject()
                    || word.text().endsWith("분석") && word.hasParticle("으로", "을", "를")) {
                return i;
            }
        }
        return -1;
    }

    /** 함께 놓고, 한데 놓고, 나란히 세워: data are laid side by side to be read. */
    private static boolean isLaidOut(List<Word> words, int i) {
        Word word = words.get(i);
        boolean lays =
                word.text().equals("놓") && word.hasEnding("고") || word.text().equals("세우") && word.hasEnding("어");
        if (!lays || word.form() != Word.Form.CONNECTIVE || i == 0) {
            return false;
        }
        Word how = words.get(i - 1);
        // 한데 is read as 하다 with an ending.
        return TOGETHER.contains(how.text()) || how.text().equals("하") && how.hasEnding("ᆫ데");
    }

    /** 매표 자료가 증편 횟수를 정했다: data that do a deed are what it rests on. */
    private static boolean moves(List<Word> words, int data) {
        boolean object = false;
        for (int i = data + 1; i < Math.min(words.size(), data + FARTHEST_VERB); i++) {
            Word word = words.get(i);
            if (word.isTopic()) {
                return false;
            }
            object |= word.isObject();
            if (word.isPredicate() && word.form() != Word.Form.ADNOMINAL) {
                return object && word.hasEnding("게")
                        || (object || word.text().equals("정하")) && MOVED.contains(word.text());
            }
        }
        return false;
    }

    private static final Set<String> MOVED =
            Set.of("바꾸", "정하", "옮기", "결정하", "가르", "매기", "고르", "늦추", "앞당기", "늘리", "줄이", "돌리");

    /** 수온 기록에 맞춰, 결과에 따라. */
    private static boolean isFollowed(List<Word> words, int i) {
        return i < words.size()
                && words.get(i).form() == Word.Form.CONNECTIVE
                && FOLLOW.contains(words.get(i).text())
                && !isIdle(words, i);
    }

    /** 기록을 거꾸로 따라가 …: what is done with data in order to do something else reads them, unless it only keeps or gives them. */
    private static boolean isDoneWith(List<Word> words, int data, int i) {
        Word word = words.get(i);
        boolean near = i - data <= 3 && words.get(data).isObject()
                || i == data + 1 && words.get(data).isOpen()
                || isOfTheRow(words, data, i);
        boolean inOrder = word.form() == Word.Form.CONNECTIVE && word.hasEnding("아", "어", "여", "아서", "어서");
        boolean names = word.form() == Word.Form.ADNOMINAL
                && i + 1 < words.size()
                && words.get(i + 1).text().equals("‘");
        return near && (inOrder || names) && !CUES.ends(Kind.KEEP, word.text());
    }

    /** 신고 내역과 확정일자를 교차 검증해: the object that ends the row in which the data stand. */
    private static boolean isOfTheRow(List<Word> words, int data, int verb) {
        if (!words.get(data).hasParticle("과", "와") && !words.get(data).comma()) {
            return false;
        }
        for (int i = data + 1; i < verb; i++) {
            Word word = words.get(i);
            boolean inside = word.isNoun() || word.form() == Word.Form.QUANTITY || word.form() == Word.Form.OTHER;
            if (!inside) {
                return false;
            }
            if (word.isObject()) {
                return verb - i <= 3;
            }
        }
        return false;
    }

    /** 신고를 100미터 격자로 나누고, 문구를 낱말별로 갈라: what is cut into units is read. */
    private static boolean isByUnit(List<Word> words, int data, int verb) {
        for (int i = data + 1; i < verb && verb - data <= FARTHEST_READING; i++) {
            Word word = words.get(i);
            boolean unit = word.hasParticle("로", "으로")
                    && UNITS.stream().anyMatch(word.text()::endsWith)
                    && word.text().length() > 1;
            if (unit) {
                return words.get(verb).form() == Word.Form.CONNECTIVE
                        && !CUES.ends(Kind.KEEP, words.get(verb).text());
            }
        }
        return false;
    }

    private static final List<String> UNITS = List.of("별", "단위", "격자", "유형", "항목");

    /** 위치를 여섯 달 모았더니: what was seen by it follows. */
    private static boolean isSeen(Word verb) {
        return verb.form() == Word.Form.CONNECTIVE
                && verb.particle().endsWith("더니")
                && !verb.text().equals("이")
                && !verb.text().equals("있")
                && !verb.text().equals("하");
    }

    /** 자료를 붙여 보니, 기록을 모아 본 끝에: whatever is tried with data to see what comes of it reads them. */
    private static boolean isTried(List<Word> words, int i) {
        Word word = words.get(i);
        Word before = words.get(i - 1);
        boolean verb = before.form() == Word.Form.CONNECTIVE
                && (before.particle().endsWith("아")
                        || before.particle().endsWith("어")
                        || before.particle().equals("고"));
        return verb
                && word.text().equals("보")
                && word.isPredicate()
                && word.form() != Word.Form.FINAL
                && !isIdle(words, i);
    }

    /** 자료를 토대로, 분석을 통해, 결과를 바탕으로: what the basis is of stands right before it. */
    private static boolean isDataBefore(List<Word> words, int basis) {
        for (int k = basis - 1; k >= Math.max(0, basis - 2); k--) {
            String text = words.get(k).text();
            if (DataNoun.is(words, k)
                    || text.endsWith("분석")
                    || text.endsWith("결과")
                    || words.get(k).form() == Word.Form.QUANTITY
                    || text.endsWith("치")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDataOrCount(List<Word> words, int i) {
        return DataNoun.is(words, i) || words.get(i).form() == Word.Form.QUANTITY;
    }

    /** 기록으로 남기다, 자료에서 밝히다 do not read data. */
    private static boolean isOther(List<Word> words, int i) {
        String next = i + 1 < words.size() ? words.get(i + 1).text() : "";
        return next.startsWith("남")
                || next.startsWith("밝히")
                || next.startsWith("보") && next.length() == 1
                || next.startsWith("확인");
    }

    /** 활용할 수 있도록: nothing is read yet. */
    private static boolean isIdle(List<Word> words, int i) {
        Word word = words.get(i);
        String ending = word.particle();
        if (ending.endsWith("려면")
                || ending.endsWith("면")
                || ending.endsWith("지만")
                || ending.endsWith("지")
                || ending.endsWith("도록")) {
            return true;
        }
        boolean able = word.form() == Word.Form.ADNOMINAL && ending.endsWith("ᆯ");
        return able && i + 1 < words.size() && words.get(i + 1).text().equals("수");
    }

    static boolean isBasisNoun(Word word) {
        boolean taken = word.text().equals("가지") || word.text().equals("갖");
        return taken && word.form() == Word.Form.CONNECTIVE && word.particle().equals("고")
                || word.isNoun() && CUES.is(Kind.BASIS, word.text()) && word.hasParticle("으로", "로")
                || word.isPredicate()
                        && (word.text().equals("통하")
                                || word.text().equals("바탕하")
                                || word.text().equals("토대하")
                                || word.text().equals("기반하"));
    }
}
