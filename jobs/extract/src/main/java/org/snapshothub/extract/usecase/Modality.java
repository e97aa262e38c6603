package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;

/** What is not done: wished, demanded, possible, denied or failed. */
final class Modality {

    private static final Cues CUES = Cues.bundled();

    /** How many predicates before the end of a sentence say how it is meant. */
    private static final int LAST = 3;

    /** What nouns need: 보강이 시급한, 점검이 필요한. */
    private static final Set<String> NEEDED = Set.of("필요하", "시급하", "절실하", "우려되", "어렵", "의심하");

    private static final Set<String> ADVISED = Set.of("좋", "낫", "바람직하");

    private static final Set<String> BEGUN = Set.of("착수", "추진", "시행", "도입", "가동", "시작", "실시");
    private static final Set<String> CLAIMS = Set.of("보도", "주장", "의혹", "소문", "지적", "약속", "공약");

    private Modality() {}

    /** Whether the whole sentence only demands, hopes or supposes. */
    static boolean isTalk(Sentence sentence) {
        List<Word> words = sentence.words();
        if (isAsked(sentence)) {
            return true;
        }
        int predicates = 0;
        for (int i = words.size() - 1; i >= 0 && predicates < LAST; i--) {
            Word word = words.get(i);
            if (word.isPredicate()) {
                predicates++;
                String ending = word.particle();
                if (CUES.is(Kind.MODAL, word.text()) && !isOfANoun(words, i)
                        || ending.endsWith("아야")
                        || ending.endsWith("어야")
                        || ending.endsWith("자") && !isThereupon(word)) {
                    return true;
                }
            }
        }
        return isConditional(words)
                || isWithoutGround(words)
                || isRequested(words)
                || isAdvised(words)
                || CUES.within(Kind.SUPPOSING, sentence.text());
    }

    /** 바꿔 달라고 요청했다, 배치해 줄 것을 건의했다. */
    private static boolean isRequested(List<Word> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            Word word = words.get(i);
            boolean asked = word.text().equals("달") && word.isPredicate() && word.hasEnding("라고", "라며");
            boolean wished = word.text().equals("주")
                    && word.form() == Word.Form.ADNOMINAL
                    && word.hasEnding("ᆯ")
                    && words.get(i + 1).text().equals("것");
            if (asked || wished) {
                return true;
            }
        }
        return false;
    }

    /** 분석 자료가 한 장도 없습니다. */
    private static boolean isWithoutGround(List<Word> words) {
        for (int i = words.size() - 1; i >= 0; i--) {
            Word word = words.get(i);
            if (word.form() == Word.Form.FINAL) {
                boolean none = word.text().equals("없");
                return none
                        && words.subList(Math.max(0, i - 4), i).stream()
                                .anyMatch(w -> w.hasParticle("이", "가", "은", "는", "도") && GROUNDS.contains(w.text()));
            }
        }
        return false;
    }

    private static final Set<String> GROUNDS = Set.of("자료", "근거", "데이터", "기록", "분석", "통계");

    /** 정하는 것이 좋다. */
    private static boolean isAdvised(List<Word> words) {
        for (int i = Math.max(1, words.size() - LAST); i < words.size(); i++) {
            Word word = words.get(i);
            if (word.form() == Word.Form.FINAL && ADVISED.contains(word.text())) {
                return words.get(i - 1).text().equals("것") && words.get(i - 1).hasParticle("이");
            }
        }
        return false;
    }

    /** 왜 못 합니까? */
    private static boolean isAsked(Sentence sentence) {
        String text = sentence.text();
        return text.endsWith("?") || text.endsWith("까.") || text.endsWith("?”") || text.endsWith("?\"");
    }

    /** 보강이 시급한 주택을 선정했다: what is urgent is a house, not the deed. */
    private static boolean isOfANoun(List<Word> words, int i) {
        return words.get(i).form() == Word.Form.ADNOMINAL
                && i + 1 < words.size()
                && words.get(i + 1).isNoun()
                && words.get(i + 1).text().length() > 1
                && NEEDED.contains(words.get(i).text());
    }

    /** Whether it says what somebody has to do: “결과물을 내야 한다”. */
    static boolean isDemanded(Sentence sentence) {
        List<Word> words = sentence.words();
        for (int i = Math.max(0, words.size() - LAST); i < words.size(); i++) {
            String ending = words.get(i).isPredicate() ? words.get(i).particle() : "";
            if (ending.endsWith("아야") || ending.endsWith("어야")) {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands before word {@code from} is said to have come to nothing. */
    static boolean failsAfter(List<Word> words, int from) {
        for (int i = from; i < words.size(); i++) {
            if (isFailure(words.get(i)) && !isPaidBack(words, i)
                    || isHalted(words, i)
                    || isNeverBegun(words, i)
                    || isGroundless(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** 납품도 되기 전에 멈춰 섰다. */
    private static boolean isHalted(List<Word> words, int i) {
        return words.get(i).text().equals("멈추")
                && i + 1 < words.size()
                && words.get(i + 1).text().equals("서")
                && words.get(i + 1).form() == Word.Form.FINAL;
    }

    /** 착수조차 못 하고, 추진한 바 없으며, 해 보지 못했다; 굴착 없이 and 시행하지 않던 곳까지 tell of something else. */
    private static boolean isNeverBegun(List<Word> words, int i) {
        Word word = words.get(i);
        boolean denial =
                word.text().startsWith("못") || word.text().equals("없") && i > 1 && isIdleNoun(words.get(i - 1));
        boolean ends = word.form() == Word.Form.FINAL
                || word.form() == Word.Form.CONNECTIVE && !word.hasEnding("이", "던")
                || word.form() == Word.Form.OTHER
                        && i + 1 < words.size()
                        && words.get(i + 1).form() != Word.Form.ADNOMINAL;
        for (int k = i - 1; denial && ends && k >= Math.max(0, i - 2); k--) {
            Word deed = words.get(k);
            String text = deed.isPredicate() && deed.text().endsWith("하")
                    ? deed.text().substring(0, deed.text().length() - 1)
                    : deed.text();
            boolean tried = k > 0 && text.equals("보") && words.get(k - 1).text().equals("하");
            if (tried || BEGUN.contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** 아무런 분석 없이 결정되었고. */
    private static boolean isGroundless(List<Word> words, int i) {
        return i > 1
                && words.get(i).text().startsWith("없")
                && GROUNDS.contains(words.get(i - 1).text())
                && words.get(i - 2).text().startsWith("아무");
    }

    private static boolean isIdleNoun(Word word) {
        return word.text().equals("바") || word.text().equals("적");
    }

    /** 213억 원을 되돌려 받았다: what comes back is money, not the deed. */
    private static boolean isPaidBack(List<Word> words, int i) {
        boolean back = words.get(i).text().startsWith("되돌리") && words.get(i).form() == Word.Form.CONNECTIVE;
        return back
                && i + 1 < words.size()
                && Set.of("받", "주").contains(words.get(i + 1).text());
    }

    /** 되면 … 알려 주게 된다: what would be, unless the sentence ends in the past. */
    private static boolean isConditional(List<Word> words) {
        if (isRunning(words)) {
            return false;
        }
        boolean supposed = words.stream()
                .anyMatch(w -> w.form() != Word.Form.FINAL
                        && w.isPredicate()
                        && (w.particle().equals("면") || w.particle().equals("으면"))
                        && !w.text().equals("따르")
                        && !w.text().equals("의하")
                        && !w.text().equals("보"));
        return supposed
                && words.stream().filter(w -> w.form() == Word.Form.FINAL).noneMatch(Modality::isPast);
    }

    /** 점수가 뜨면 찾는다, 잡히면 알림이 간다: what a thing in use does each time. */
    private static boolean isRunning(List<Word> words) {
        for (int i = words.size() - 1; i >= 0; i--) {
            Word word = words.get(i);
            if (word.form() == Word.Form.FINAL) {
                return word.hasEnding("ᆫ다", "는다", "고있다")
                        && words.stream().anyMatch(w -> w.text().equals("‘"));
            }
        }
        return false;
    }

    private static boolean isPast(Word word) {
        String ending = word.particle();
        return ending.contains("았") || ending.contains("었") || ending.contains("였");
    }

    /** 드러나자, 이르자 are when; a demand ends its sentence. */
    private static boolean isThereupon(Word word) {
        return word.form() == Word.Form.CONNECTIVE && word.hasEnding("자", "았자", "었자");
    }

    /** Sports, laboratories and single criminal cases read data too, but nobody's service or decision rests on it. */
    static boolean isOfAnotherField(Sentence sentence) {
        Sentence before = sentence.previous();
        return CUES.within(Kind.OTHER_FIELD, sentence.text())
                || isAStrangers(sentence)
                || before != null && before.line() == sentence.line() && CUES.within(Kind.OTHER_FIELD, before.text());
    }

    /** 코치진은 …: who does it is named first, and is no body. */
    private static boolean isAStrangers(Sentence sentence) {
        for (Word word : sentence.words()) {
            if (word.isNoun() && word.hasParticle("은", "는", "이", "가", "들은", "들이")) {
                return CUES.ends(Kind.STRANGER, word.text())
                        && sentence.mentions().stream().noneMatch(m -> m.begin() < word.begin());
            }
        }
        return false;
    }

    /** 어디에 놓을지 정했다. */
    static boolean isDecidedQuestion(List<Word> words, int i) {
        String ending = words.get(i).particle();
        boolean asks = ending.equals("ᆯ지") || ending.equals("을지") || ending.equals("ᆫ지") || ending.equals("는지");
        if (!asks || i + 1 >= words.size()) {
            return false;
        }
        if (words.get(i + 1).hasEnding("ᆯ")) {
            // 정할 때: not yet.
            return false;
        }
        String next = words.get(i + 1).text();
        return next.equals("정하") || next.equals("결정하") || next.equals("고르") || next.equals("판단하");
    }

    /** Whether the deed at word {@code verb} is denied, failed or only possible. */
    static boolean isUndone(List<Word> words, int verb) {
        String ending = words.get(verb).particle();
        if (ending.endsWith("지")
                || ending.contains("아야")
                || ending.contains("어야")
                || ending.endsWith("면")
                || ending.endsWith("려")
                || ending.endsWith("려고")
                || isCommanded(words, verb)
                || isClaimed(words, verb)) {
            return true;
        }
        if (verb + 1 < words.size()) {
            String next = words.get(verb + 1).text();
            if (next.equals("수") && !isAchieved(words, verb + 2) || next.startsWith("않") || next.startsWith("못")) {
                return true;
            }
        }
        return failsAfter(words, verb + 1);
    }

    /** 찾아낸다는 보도, 쓰겠다던 약속: what others say of it. */
    private static boolean isClaimed(List<Word> words, int verb) {
        boolean told = words.get(verb).particle().endsWith("다는")
                || words.get(verb).particle().endsWith("다던");
        for (int i = verb + 1; told && i < Math.min(words.size(), verb + 3); i++) {
            if (CLAIMS.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** 놓으라고 외쳤다; what those in charge bid others to do is done. */
    private static boolean isCommanded(List<Word> words, int verb) {
        Word word = words.get(verb);
        boolean bids = word.hasEnding("라", "으라", "라고", "으라고", "라며", "으라며", "아라", "어라")
                && !word.text().equals("이");
        return bids && words.stream().skip(verb + 1L).noneMatch(w -> w.isPredicate() && CHARGED.contains(w.text()));
    }

    private static final Set<String> CHARGED = Set.of("권고하", "통보하", "명령하");

    /** 시작할 수 있었다. */
    private static boolean isAchieved(List<Word> words, int i) {
        return i < words.size() && words.get(i).text().equals("있") && isPast(words.get(i));
    }

    private static boolean isFailure(Word word) {
        String text = word.text();
        return switch (text) {
            case "무산", "백지화", "철회", "보류", "폐기", "실패", "좌초", "불발", "중단", "포기", "취소", "삭감", "유찰", "백지", "불용" -> true;
            default ->
                word.isPredicate()
                        && (text.startsWith("되돌리")
                                || text.startsWith("무산")
                                || text.startsWith("백지화")
                                || text.startsWith("철회")
                                || text.startsWith("삭감되")
                                || text.startsWith("유찰")
                                || text.startsWith("보류되")
                                || text.startsWith("보류하")
                                || text.startsWith("폐기되")
                                || text.startsWith("실패")
                                || text.startsWith("좌초")
                                || text.startsWith("중단")
                                || text.startsWith("포기하")
                                || text.startsWith("취소되")
                                || text.startsWith("해지하")
                                || text.equals("멈추") && word.form() == Word.Form.FINAL);
        };
    }
}
