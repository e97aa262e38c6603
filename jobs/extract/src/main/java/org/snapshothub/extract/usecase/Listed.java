package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/**
 * Items set under a heading that says they are cases: “□ 2023년 빅데이터 분석 완료 과제”, then ▲ ① ○ - lines.
 *
 * <p>The same marks list strategies, directions and courses; only the heading tells. Details under an item, set with
 * another mark, are none.
 */
final class Listed {

    private static final String BULLETS = "▲△▶▷■□●○◦◆◇•·-–—*❍※∙▪▫☞✓✔➊➋➌➍➎ㅇ";
    private static final int FIRST_ITEMS = 6;
    private static final int LONGEST_HEADING = 80;
    private static final List<String> TOLD = List.of("과제", "사례", "성과", "결과", "실적", "분석", "데이터");
    private static final Cues CUES = Cues.bundled();

    private Listed() {}

    static List<Candidate> find(List<Sentence> sentences) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (isHeading(sentences.get(i)) || headsAnalyses(sentences, i)) {
                i = items(sentences, i, false, found);
            } else if (headsDetails(sentences, i)) {
                i = items(sentences, i, true, found);
            }
        }
        return found;
    }

    /** “우수사례 소개” over items of which some are analyses. */
    private static boolean headsAnalyses(List<Sentence> sentences, int at) {
        String text = sentences.get(at).text();
        boolean cases = text.length() <= LONGEST_HEADING
                && text.contains("사례")
                && !sentences.get(at).endsAsASentence()
                && !CUES.within(Kind.HEADING_REFUSED, text);
        for (int i = at + 1; cases && i < Math.min(sentences.size(), at + FIRST_ITEMS); i++) {
            Sentence item = sentences.get(i);
            if (mark(item.text()).isEmpty()) {
                return false;
            }
            if (item.contains("분석") || item.contains("예측") || item.contains("데이터")) {
                return true;
            }
        }
        return false;
    }

    /** “한 해 성과” over “▲A 노선: 승하차 기록을 바탕으로 …”: items that tell how each was done with data. */
    private static boolean headsDetails(List<Sentence> sentences, int at) {
        String text = sentences.get(at).text();
        if (TOLD.stream().noneMatch(text::contains) || CUES.within(Kind.HEADING_REFUSED, text)) {
            return false;
        }
        int items = 0;
        int read = 0;
        String mark = null;
        for (int i = at + 1; i < Math.min(sentences.size(), at + 1 + FIRST_ITEMS); i++) {
            Sentence item = sentences.get(i);
            String own = mark(item.text());
            if (own.isEmpty() || mark != null && !own.equals(mark)) {
                break;
            }
            mark = own;
            items++;
            read += isDetailed(item) ? 1 : 0;
        }
        return items > 1 && read * 2 >= items;
    }

    /** 동선을 비교한 쓰레기통 위치 조정; what stood before the list is not asked. */
    private static boolean readsByItself(Sentence item) {
        boolean data = CUES.within(Kind.DATA, item.text()) || CUES.within(Kind.RECORD, item.text());
        return data && new Sentence(0, item.text(), item.line(), null).basis() >= 0;
    }

    private static boolean isDetailed(Sentence item) {
        int detail = Detailed.at(item.text());
        return detail > 0 && Detailed.readsData(item, detail) || readsByItself(item);
    }

    private static int items(List<Sentence> sentences, int heading, boolean detailed, List<Candidate> found) {
        // An item of another list heads none of its neighbours.
        String own = mark(sentences.get(heading).text());
        String mark = null;
        int i = heading + 1;
        List<Candidate> items = new ArrayList<>();
        Optional<String> actor = body(sentences.get(heading).text());
        for (; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            String at = mark(sentence.text());
            if (at.isEmpty()) {
                break;
            }
            if (sentence.text().startsWith("※")) {
                actor = actor.or(() -> body(sentence.text()));
                break;
            }
            if (at.equals(own)) {
                break;
            }
            mark = mark == null ? at : mark;
            if (at.equals(mark) && (!detailed || isDetailed(sentence))) {
                item(sentence, heading(sentences.get(heading))).ifPresent(items::add);
            }
        }
        for (Candidate item : items) {
            found.add(item.actor() == null && actor.isPresent() ? item.by(actor.get()) : item);
        }
        return i - 1;
    }

    private static Optional<String> body(String text) {
        return new Sentence(0, text, 0, null)
                .mentions().stream()
                        .filter(m -> m.organisation() != null)
                        .map(Mention::printed)
                        .findFirst();
    }

    private static Status heading(Sentence heading) {
        if (heading.contains("소개")) {
            return Status.MENTIONED;
        }
        return heading.contains("계획") || heading.contains("예정") || heading.contains("착수")
                ? Status.PLANNED
                : Status.DONE;
    }

    static boolean isHeading(Sentence sentence) {
        String text = sentence.text();
        if (text.length() > LONGEST_HEADING || !(text.contains("데이터") || text.contains("분석"))) {
            return false;
        }
        if (CUES.within(Kind.HEADING_REFUSED, text.replace("데이터기반행정", ""))) {
            return false;
        }
        boolean said = text.endsWith("다.") && (text.contains("다음과 같") || text.contains("아래와 같"));
        boolean title = !sentence.endsAsASentence();
        boolean cases = text.contains("사례")
                || text.contains("과제")
                || text.contains("실적")
                || text.contains("성과")
                || text.contains("활용 현황")
                || text.contains("활용현황")
                || text.contains("분석 결과")
                || text.contains("분석 목록")
                || text.contains("분석 내용")
                || text.contains("분석사업")
                || text.contains("분석 사업");
        return cases && (title || said);
    }

    /** The kind of mark an item begins with: its sign, or "1" for all numbers; "" when it begins with none. */
    static String mark(String text) {
        char c = text.charAt(0);
        if (BULLETS.indexOf(c) >= 0) {
            return String.valueOf(c);
        }
        if (c >= '①' && c <= '⑳' || c >= '㉠' && c <= '㉿') {
            return "①";
        }
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean numbered =
                digits > 0 && digits <= 2 && digits < text.length() && ".)".indexOf(text.charAt(digits)) >= 0;
        boolean lettered = "가나다라마바사아자차카타파하".indexOf(c) >= 0 && text.length() > 1 && ".)".indexOf(text.charAt(1)) >= 0;
        return numbered ? "1" : lettered ? "가" : "";
    }

    private static Optional<Candidate> item(Sentence sentence, Status heading) {
        if (sentence.endsAsASentence()) {
            return Optional.empty();
        }
        List<Word> words = sentence.words();
        int from = 0;
        while (from < words.size() && (words.get(from).form() == Word.Form.MARK || isNumber(words.get(from), from))) {
            from++;
        }
        int to = from;
        while (to < words.size() && words.get(to).form() != Word.Form.MARK) {
            to++;
        }
        String before = null;
        if (to < words.size()
                && (words.get(to).text().equals(":")
                        || words.get(to).text().equals("-")
                        || words.get(to).text().equals("–"))) {
            String head = sentence.text()
                    .substring(
                            words.get(Math.min(from, words.size() - 1)).begin(),
                            words.get(to).begin())
                    .strip();
            if (Quoted.isBody(head)) {
                before = head;
                from = to + 1;
                to = from;
                while (to < words.size() && words.get(to).form() != Word.Form.MARK) {
                    to++;
                }
            }
        }
        if (from >= to) {
            return Optional.empty();
        }
        if (words.subList(from, to).stream().anyMatch(Word::isObject)
                && words.get(to - 1).form() == Word.Form.FINAL) {
            // 회차를 9회로 늘림: told as a deed, not named.
            return Optional.empty();
        }
        int begin = afterMeans(words, from, to);
        Optional<Span> span = Names.trimmed(words, begin, to)
                .filter(s -> Names.fits(words, s) && words.get(s.to() - 1).isBare() && s.to() - s.from() > 1);
        String tail = sentence.text().substring(words.get(to - 1).end());
        String actor = before != null
                ? before
                : inParentheses(tail).filter(Quoted::isBody).orElse(null);
        boolean open = tail.contains("예정") || tail.contains("계획") || tail.contains("내년") || tail.contains("순연");
        Status status = open ? Status.PLANNED : heading;
        return span.map(s -> Candidate.of(sentence, s, "list", 0.85).by(actor).as(status));
    }

    private static boolean isNumber(Word word, int at) {
        return at == 0
                && (word.form() == Word.Form.QUANTITY && word.text().length() <= 2
                        || word.text().length() == 1);
    }

    /** “…예측을 통한 예약제 적용 구간 확대” is known by what follows 통한. */
    private static int afterMeans(List<Word> words, int from, int to) {
        int begin = from;
        for (int i = from; i < to - 1; i++) {
            String text = words.get(i).text();
            boolean means = words.get(i).form() == Word.Form.ADNOMINAL
                    && (text.equals("통하")
                            || text.equals("따르")
                            || CUES.is(Kind.READ, text)
                            || CUES.is(Kind.ANALYSE, text));
            begin = means ? i + 1 : begin;
        }
        return begin;
    }

    private static Optional<String> inParentheses(String text) {
        int open = text.indexOf('(');
        int close = text.indexOf(')', open + 1);
        return open >= 0 && close > open
                ? Optional.of(text.substring(open + 1, close).strip())
                : Optional.empty();
    }
}
