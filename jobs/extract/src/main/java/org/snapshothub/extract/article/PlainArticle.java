package org.snapshothub.extract.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snapshothub.extract.page.Plain;

/**
 * The article in a page that is only text: a saved page, or a WET record.
 *
 * <p>Its paragraphs are the densest run of lines that read as such; its title is the line above them that the page
 * repeats, else the first of the page's own first line's kind, else the nearest above.
 *
 * @param title null when no line can be the headline
 * @param subtitle null when there is none
 * @param lines all lines that are no chrome, among them the byline's
 * @param opening those between its title and its paragraphs
 * @param paragraphs the article's, in order
 */
record PlainArticle(String title, String subtitle, List<String> lines, List<String> opening, List<String> paragraphs) {

    private static final Pattern MENU = Pattern.compile("(?:[^|]{1,20} \\| ?){2}");
    private static final int LONGEST_TITLE = 200;
    private static final int SHORTEST_TITLE = 6;
    private static final int FARTHEST_TITLE = 60;
    private static final int LONGEST_OPENING = 12;

    /** Reads the text; null when it holds no paragraphs. */
    static PlainArticle in(String text) {
        List<String> lines = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        for (String line : Plain.nfc(text).split("\\R", -1)) {
            String plain = Plain.of(line).strip();
            if (Chrome.bundled().closes(plain)) {
                lines.add(Prose.END);
                printed.add("");
            } else if (!Chrome.bundled().holds(plain)) {
                lines.add(plain);
                printed.add(stripped(line));
            }
        }
        Prose.Run run = Prose.densest(lines);
        if (run == null) {
            return null;
        }
        int title = title(lines, run.from());
        List<String> paragraphs = new ArrayList<>();
        for (int i = run.from(); i < run.to(); i++) {
            if (!lines.get(i).isEmpty() && !Byline.is(lines.get(i))) {
                paragraphs.add(printed.get(i));
            }
        }
        String subtitle = title < 0 ? null : subtitle(lines, printed, title, run.from());
        return new PlainArticle(
                title < 0 ? null : printed.get(title),
                subtitle,
                around(lines, run),
                lines.subList(Math.max(title + 1, run.from() - LONGEST_OPENING), run.from()),
                List.copyOf(paragraphs));
    }

    /** The line above a text that can be its title, chosen as in a page that is only text. */
    static Optional<String> titleAbove(List<String> above) {
        List<String> lines =
                above.stream().filter(line -> !Chrome.bundled().holds(line)).toList();
        int title = title(lines, lines.size());
        return title < 0 ? Optional.empty() : Optional.of(lines.get(title));
    }

    /** NBSP is no white space to {@link String#strip()}. */
    private static String stripped(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && isSpace(line.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static int title(List<String> lines, int body) {
        int oldest = Math.max(0, body - FARTHEST_TITLE);
        java.util.Set<String> seen = new java.util.HashSet<>();
        int repeated = -1;
        int last = -1;
        for (int i = oldest; i < body; i++) {
            String line = lines.get(i);
            if (canBeTitle(line)) {
                repeated = !seen.add(line) && repeated < 0 ? i : repeated;
                last = last < 0 || !isClose(last, i, lines) ? i : last;
            }
        }
        if (repeated >= 0) {
            return repeated;
        }
        String first =
                lines.stream().filter(line -> !line.isEmpty()).findFirst().orElse("");
        for (int i = body - 1; i >= oldest; i--) {
            if (canBeTitle(lines.get(i)) && lines.get(i).length() >= 10 && first.contains(lines.get(i))) {
                return i;
            }
        }
        return last;
    }

    /** Lines that follow one another without a gap of more than an empty line are title, subtitle, caption. */
    private static boolean isClose(int title, int i, List<String> lines) {
        for (int k = title + 1; k < i; k++) {
            if (!lines.get(k).isEmpty() && !canBeTitle(lines.get(k))) {
                return false;
            }
        }
        return lines.get(title).length() >= 12;
    }

    private static boolean canBeTitle(String line) {
        return line.length() >= SHORTEST_TITLE
                && line.length() <= LONGEST_TITLE
                && !Prose.isParagraph(line)
                && !Byline.is(line)
                && line.indexOf('@') < 0
                && !MENU.matcher(line).find()
                && line.chars().anyMatch(Character::isLetter)
                && PrintedDate.dayIn(line, null).isEmpty();
    }

    private static String subtitle(List<String> lines, List<String> printed, int title, int body) {
        for (int i = title + 1; i < body; i++) {
            String line = lines.get(i);
            if (canBeTitle(line) && line.length() >= 10 && !line.equals(lines.get(title))) {
                return printed.get(i);
            }
        }
        return null;
    }

    private static List<String> around(List<String> lines, Prose.Run run) {
        List<String> around = new ArrayList<>();
        for (int i = 0; i < Math.min(lines.size(), run.to() + 8); i++) {
            if (!Prose.isParagraph(lines.get(i)) && !lines.get(i).isEmpty()) {
                around.add(lines.get(i));
            }
        }
        return around;
    }
}
