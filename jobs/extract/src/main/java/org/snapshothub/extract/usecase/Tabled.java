package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables turned to text, a row a line and its cells parted by one sign: the column headed 과제명 or 사례명 names the cases, those
 * headed 기관 and 상태 tell who and how far.
 */
final class Tabled {

    private static final List<String> SIGNS = List.of("\t", "|", " / ", "│");
    private static final List<String> NAMES =
            List.of("과제명", "사례명", "분석과제", "분석명", "사례", "과제", "분석 과제", "활용사례", "분석 내용");
    private static final List<String> BODIES = List.of("기관", "기관명", "수행기관", "시군", "시·군", "지자체", "자치단체");
    private static final List<String> STATES = List.of("상태", "추진상황", "진행상황", "추진현황", "진행", "비고", "결과");
    private static final int MOST_ROWS = 200;

    private Tabled() {}

    static List<Candidate> find(List<Sentence> sentences) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence head = sentences.get(i);
            String sign = sign(head.text());
            int names = sign == null ? -1 : column(cells(head.text(), sign), NAMES);
            if (names >= 0 && isOfCases(head)) {
                i = rows(sentences, i, sign, names, found);
            }
        }
        return found;
    }

    /** The table's own heading or the line above it says that its rows are cases of data. */
    private static boolean isOfCases(Sentence head) {
        Sentence above = head.previous();
        String text = head.text();
        if (text.contains("자료") || text.contains("데이터") || text.contains("기록")) {
            // 과제명 | 쓴 자료 | 결과: a column tells what each was made of.
            return true;
        }
        return Listed.isHeading(head) || above != null && above.line() == head.line() - 1 && Listed.isHeading(above);
    }

    private static int rows(List<Sentence> sentences, int head, String sign, int names, List<Candidate> found) {
        List<String> heads = cells(sentences.get(head).text(), sign);
        int bodies = column(heads, BODIES);
        int states = column(heads, STATES);
        List<Candidate> rows = new ArrayList<>();
        int i = head + 1;
        for (; i < sentences.size() && rows.size() < MOST_ROWS; i++) {
            List<String> cells = cells(sentences.get(i).text(), sign);
            if (cells.size() != heads.size()) {
                break;
            }
            row(sentences.get(i), sign, names)
                    .map(row -> bodies < 0 ? row : row.by(cells.get(bodies)))
                    .map(row -> row.as(states < 0 ? Status.DONE : status(cells.get(states))))
                    .ifPresent(rows::add);
        }
        Optional<String> body = bodies < 0 ? bodyAround(sentences, head, i) : Optional.empty();
        rows.forEach(row -> found.add(body.map(row::by).orElse(row)));
        return i - 1;
    }

    private static Optional<Candidate> row(Sentence sentence, String sign, int column) {
        int begin = 0;
        for (int i = 0; i < column; i++) {
            begin = sentence.text().indexOf(sign, begin) + sign.length();
        }
        int close = sentence.text().indexOf(sign, begin);
        int end = close < 0 ? sentence.text().length() : close;
        List<Word> words = sentence.words();
        int from = 0;
        while (from < words.size()
                && (words.get(from).begin() < begin || words.get(from).form() == Word.Form.MARK)) {
            from++;
        }
        int to = from;
        while (to < words.size() && words.get(to).end() <= end && words.get(to).form() != Word.Form.MARK) {
            to++;
        }
        return Names.trimmed(words, from, to)
                .filter(span -> span.to() - span.from() > 1 && Names.fits(words, span))
                .map(span -> Candidate.of(sentence, span, "table", 0.8));
    }

    /** The body in the line above the table or right below it: “(자료: 김해시)”. */
    private static Optional<String> bodyAround(List<Sentence> sentences, int head, int after) {
        Optional<String> above = head == 0 ? Optional.empty() : body(sentences.get(head - 1));
        return above.or(() -> after < sentences.size() ? body(sentences.get(after)) : Optional.empty());
    }

    private static Optional<String> body(Sentence sentence) {
        return sentence.mentions().stream()
                .filter(m -> m.organisation() != null)
                .map(Mention::printed)
                .findFirst();
    }

    private static Status status(String state) {
        boolean open = state.contains("예정")
                || state.contains("내년")
                || state.contains("하반기")
                || state.endsWith("착수")
                || state.contains("계획")
                || state.contains("추진 중")
                || state.contains("추진중");
        return open ? Status.PLANNED : Status.DONE;
    }

    private static String sign(String text) {
        return SIGNS.stream().filter(text::contains).findFirst().orElse(null);
    }

    private static List<String> cells(String text, String sign) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, from)) {
            cells.add(text.substring(from, at).strip());
            from = at + sign.length();
        }
        cells.add(text.substring(from).strip());
        return cells;
    }

    private static int column(List<String> heads, List<String> known) {
        for (int i = 0; i < heads.size() && heads.size() > 1; i++) {
            if (known.contains(heads.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
