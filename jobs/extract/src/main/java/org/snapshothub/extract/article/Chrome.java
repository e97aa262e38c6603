package org.snapshothub.extract.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.snapshothub.extract.record.ReferenceFile;

/** Lines that belong to the page and not to its article: menus, shares, rights, the weather widget. */
final class Chrome {

    private static final Chrome BUNDLED = read(ReferenceFile.bundled("page_chrome.csv"));
    private static final Pattern WEATHER =
            Pattern.compile("[가-힣()0-9. ]{0,24}-?[0-9]{1,2}(?:\\.[0-9])?\\s?(?:℃|°C|˚C|°)");
    private static final Pattern DAY_LINE =
            Pattern.compile("[0-9]{4}[.\\-/년] ?[0-9]{1,2}[.\\-/월] ?[0-9]{1,2}[.일]? ?(?:\\([월화수목금토일]\\)|[월화수목금토일]요일)?");
    private static final int LONGEST_CHROME = 80;
    private static final int LONGEST_WIDGET = 6_000;
    private static final int FEWEST_TEMPERATURES = 5;

    private final Set<String> whole = new HashSet<>();
    private final List<String> beginnings = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();
    private final Set<String> closing = new HashSet<>();
    private final Set<String> titles = new HashSet<>();

    static Chrome bundled() {
        return BUNDLED;
    }

    static Chrome read(ReferenceFile file) {
        Chrome chrome = new Chrome();
        for (ReferenceFile.Row row : file.rows()) {
            String words = row.text("words");
            switch (row.text("how")) {
                case "is" -> chrome.whole.add(words);
                case "begins" -> chrome.beginnings.add(words);
                case "has" -> chrome.parts.add(words);
                case "dead" -> chrome.dead.add(words);
                case "closes" -> chrome.closing.add(words);
                case "titled" -> chrome.titles.add(words);
                default ->
                    throw row.wrong(
                            "how " + row.text("how") + " is unknown; expected is, begins, has, dead, closes or titled");
            }
        }
        return chrome;
    }

    /** Whether a stripped line in plain form is chrome. */
    boolean holds(String line) {
        if (line.length() > LONGEST_CHROME) {
            return temperatures(line) >= FEWEST_TEMPERATURES && line.length() / temperatures(line) < 30;
        }
        String bare = withoutBullet(line);
        return whole.contains(bare)
                || beginnings.stream().anyMatch(bare::startsWith)
                || parts.stream().anyMatch(bare::contains)
                || isWeather(bare)
                || DAY_LINE.matcher(bare).matches();
    }

    /** A widget printed as one line shows a temperature every few letters. */
    private static long temperatures(String line) {
        return line.length() > LONGEST_WIDGET
                ? 0
                : line.chars().filter(c -> c == '℃' || c == '°' || c == '˚').count();
    }

    static boolean isWeather(String line) {
        return line.length() <= 40 && WEATHER.matcher(line).matches();
    }

    /** Whether the line ends an article in plain text: what follows are other articles' lines. */
    boolean closes(String line) {
        return line.length() <= LONGEST_CHROME && closing.contains(withoutBullet(line));
    }

    /** Whether a page of that title is the site's own and no article. */
    boolean isOwnPage(String title) {
        return titles.stream().anyMatch(words -> title.equals(words) || title.startsWith(words + " "));
    }

    /** Whether the words are those of an error page. */
    boolean isDead(String text) {
        return dead.stream().anyMatch(text::contains);
    }

    private static String withoutBullet(String line) {
        int from = 0;
        while (from < line.length() && "•·*-|▶■☞[<【 ".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        int to = line.length();
        while (to > from && "]>】: ".indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return from < to ? line.substring(from, to) : line;
    }
}
