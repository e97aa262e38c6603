package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import org.snapshothub.extract.page.Plain;

/**
 * An article's text as lines and sentences.
 *
 * @param body the text in NFC, from which evidence is cut
 * @param plain its plain form, char for char as long
 * @param title the headline in its plain form; "" when there is none
 */
record Story(String title, String body, String plain, List<Sentence> sentences) {

    private static final int LONGEST_QUOTATION = 400;
    private static final String ITEMS = "▲△▶▷■□●○◆◇";

    static Story of(String title, String body) {
        String nfc = Plain.nfc(body);
        String plain = Plain.of(nfc);
        List<Sentence> sentences = new ArrayList<>();
        int line = 0;
        int from = 0;
        while (from <= plain.length()) {
            int to = plain.indexOf('\n', from);
            to = to < 0 ? plain.length() : to;
            split(plain, from, to, line++, sentences);
            from = to + 1;
        }
        return new Story(title == null ? "" : Plain.of(title), nfc, plain, sentences);
    }

    private static void split(String plain, int from, int to, int line, List<Sentence> sentences) {
        String text = plain.substring(from, to);
        int begin = 0;
        for (int next : items(text)) {
            splitAtStops(plain, from + begin, from + next, line, sentences);
            begin = next;
        }
        splitAtStops(plain, from + begin, to, line, sentences);
    }

    /** “▲… 위치 조정 ▲… 쇠퇴 진단”: where the further items of a line of items begin; ▲A ▲B 등 분석 결과 is one sentence. */
    private static List<Integer> items(String line) {
        List<Integer> items = new ArrayList<>();
        String stripped = line.stripLeading();
        if (stripped.isEmpty() || ITEMS.indexOf(stripped.charAt(0)) < 0 || line.contains(" 등 ")) {
            return items;
        }
        String sign = " " + stripped.charAt(0);
        int from = line.length() - stripped.length() + 1;
        for (int at = line.indexOf(sign, from); at >= 0; at = line.indexOf(sign, at + 1)) {
            items.add(at + 1);
        }
        return items;
    }

    private static void splitAtStops(String plain, int from, int to, int line, List<Sentence> sentences) {
        int begin = from;
        int quoteEnd = -1;
        for (int i = from; i < to; i++) {
            char c = plain.charAt(i);
            if (c == '“' && i > quoteEnd) {
                quoteEnd = endOfQuotation(plain, i, to);
            }
            if (i > quoteEnd && isStop(plain, i, begin, to)) {
                int end = i + 1;
                while (end < to && "\"”’')」』]".indexOf(plain.charAt(end)) >= 0) {
                    end++;
                }
                add(plain, begin, end, line, sentences);
                begin = end;
                i = end - 1;
            }
        }
        add(plain, begin, to, line, sentences);
    }

    private static int endOfQuotation(String plain, int open, int to) {
        int limit = Math.min(to, open + LONGEST_QUOTATION);
        for (int i = open + 1; i < limit; i++) {
            if (plain.charAt(i) == '”') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isStop(String plain, int i, int begin, int to) {
        char c = plain.charAt(i);
        if (c == '!' || c == '?' || c == '。') {
            return true;
        }
        if (c != '.' || i - begin < 2) {
            return false;
        }
        char before = plain.charAt(i - 1);
        char after = i + 1 < to ? plain.charAt(i + 1) : ' ';
        boolean closes = after == ' ' || after == '\t' || after == '\r' || "\"”’')」』]".indexOf(after) >= 0;
        boolean afterWord = isHangul(before) || "\"”’')」』]%".indexOf(before) >= 0;
        return afterWord && (closes || (before == '다' && !Character.isDigit(after)));
    }

    private static boolean isHangul(char c) {
        return c >= '가' && c <= '힣';
    }

    private static void add(String plain, int from, int to, int line, List<Sentence> sentences) {
        while (from < to && Character.isWhitespace(plain.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(plain.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            Sentence previous = sentences.isEmpty() ? null : sentences.get(sentences.size() - 1);
            sentences.add(new Sentence(from, plain.substring(from, to), line, previous));
        }
    }
}
