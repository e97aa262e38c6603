package org.snapshothub.extract.article;

import java.util.ArrayList;
import java.util.List;

/** Lines of a page, told apart by how they read: paragraphs of an article, short lines, cut teasers. */
final class Prose {

    /** What a line that is no paragraph costs a run of paragraphs: a caption or subheading is borne, a menu is not. */
    private static final int COST = 40;

    private static final int LONGEST_GAIN = 400;

    /** Stands for a line behind which no article goes on, such as 관련기사. */
    static final String END = "\f";

    private Prose() {}

    /** Whether a line reads as a paragraph: long enough, and ending as sentences end. */
    static boolean isParagraph(String line) {
        return line.length() >= 25 && endsASentence(line) && line.indexOf(' ') > 0 || isJapaneseOrChinese(line);
    }

    private static boolean isJapaneseOrChinese(String line) {
        return line.length() >= 25 && line.endsWith("。");
    }

    private static boolean endsASentence(String line) {
        if (line.endsWith("...") || line.endsWith("…")) {
            return false;
        }
        for (int i = line.length() - 1; i >= 0; i--) {
            char c = line.charAt(i);
            if ("\"'”’)」』]>＞ ".indexOf(c) < 0) {
                return c == '.' || c == '!' || c == '?' || c == '。' || c == '다' || c == '요';
            }
        }
        return false;
    }

    /** A run of lines: indices, the end exclusive. */
    record Run(int from, int to) {}

    /** The densest run of paragraphs; null when the lines hold none. */
    static Run densest(List<String> lines) {
        int best = 0;
        int sum = 0;
        int from = 0;
        Run run = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            sum += isParagraph(line)
                    ? Math.min(line.length(), LONGEST_GAIN)
                    : line.isEmpty() || isItem(line) ? 0 : -COST;
            sum = line.equals(END) ? 0 : sum;
            if (sum <= 0) {
                sum = 0;
                from = i + 1;
            } else if (sum > best) {
                best = sum;
                run = new Run(from, i + 1);
            }
        }
        return run == null ? null : withItems(lines, run);
    }

    /** A list that ends the article belongs to it. */
    private static Run withItems(List<String> lines, Run run) {
        int from = run.from();
        while (from < run.to() && !isParagraph(lines.get(from)) && !isItem(lines.get(from))) {
            from++;
        }
        int to = run.to();
        for (int i = to; i < lines.size() && (lines.get(i).isEmpty() || isItem(lines.get(i))); i++) {
            to = lines.get(i).isEmpty() ? to : i + 1;
        }
        return new Run(from, to);
    }

    /** Whether a line is an item of a list as writers set them; the • of menus is none. */
    static boolean isItem(String line) {
        if (line.isEmpty()) {
            return false;
        }
        char c = line.charAt(0);
        return "▲△▶□■○◦●◆❍※ㅇ".indexOf(c) >= 0 || c >= '①' && c <= '⑳';
    }

    /** The lines of a text, stripped, in plain form, empty ones kept as "". */
    static List<String> lines(String plain) {
        List<String> lines = new ArrayList<>();
        plain.lines().forEach(line -> lines.add(line.strip()));
        return lines;
    }
}
