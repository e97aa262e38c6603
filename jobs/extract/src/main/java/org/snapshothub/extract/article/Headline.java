package org.snapshothub.extract.article;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.snapshothub.extract.page.Plain;

/** Headlines as pages print and declare them. */
final class Headline {

    /** From this {@link #share} on a heading says what a title says. */
    static final double SAME = 0.7;

    /** What a terminal would take for a colour. */
    private static final Pattern TERMINAL = Pattern.compile("\\u001B\\[[0-9;]{0,16}[A-Za-z]");

    private static final String BAR = " (?:\\||-|::|<|>|–|—|»|:) ";
    private static final int MOST_PARTS = 8;
    private static final Pattern SITE = Pattern.compile(
            "[^가-힣A-Za-z]{0,4}(?:[가-힣A-Za-z]{1,12} ){0,2}[가-힣A-Za-z]{0,12}(?:신문|일보|뉴스|타임스|타임즈|닷컴|저널|매일|경제|투데이|데일리|미디어|통신|방송|News|Times|Daily)[^가-힣A-Za-z]{0,4}");
    private static final Pattern ENTITY = Pattern.compile("&(?:[A-Za-z]{2,8}|#x?[0-9A-Fa-f]{1,6});");

    private Headline() {}

    /** One line in NFC, without control characters and the marks that turn the writing direction. */
    static String clean(String text) {
        // Some papers escape a title twice.
        String once = ENTITY.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
        StringBuilder line = new StringBuilder();
        TERMINAL.matcher(Plain.nfc(once)).replaceAll("").codePoints().forEach(c -> {
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            boolean invisible = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT && c != 0x200D;
            boolean doubled = space && (line.isEmpty() || line.charAt(line.length() - 1) == ' ');
            if (space && !doubled) {
                line.append(' ');
            } else if (!space && !invisible) {
                line.appendCodePoint(c);
            }
        });
        return line.toString().strip();
    }

    /**
     * Without the site's name and section before or after a bar: what the page also prints as a line, else the longest
     * part that is no site's name.
     */
    static String withoutSite(String title, String site, List<String> lines) {
        String clean = clean(title);
        List<String> parts = List.of(clean.split(BAR, MOST_PARTS));
        Set<String> printed = new HashSet<>(lines);
        for (int length = parts.size(); length > 0; length--) {
            for (int from = 0; from + length <= parts.size(); from++) {
                String run = between(clean, parts, from, from + length);
                if (printed.contains(Plain.of(run)) && !isSite(run, site)) {
                    return run;
                }
            }
        }
        return parts.stream()
                .max(Comparator.<String>comparingInt(part -> isSite(part, site) ? 0 : 1)
                        .thenComparingInt(String::length))
                .map(String::strip)
                .orElse("");
    }

    private static String between(String clean, List<String> parts, int from, int to) {
        int begin = 0;
        for (int i = 0; i < from; i++) {
            begin = clean.indexOf(parts.get(i), begin) + parts.get(i).length();
        }
        begin = clean.indexOf(parts.get(from), begin);
        int end = begin;
        for (int i = from; i < to; i++) {
            end = clean.indexOf(parts.get(i), end) + parts.get(i).length();
        }
        return clean.substring(begin, end).strip();
    }

    /** Whether the words are a paper's name and no headline. */
    static boolean isSite(String words, String site) {
        return !site.isEmpty() && words.equals(site) || SITE.matcher(words).matches();
    }

    /** The share of a heading's letter pairs that the declared title holds, 0 to 1. */
    static double share(String heading, String declared) {
        Set<String> pairs = pairs(heading);
        if (pairs.isEmpty()) {
            return 0;
        }
        Set<String> shared = new HashSet<>(pairs);
        shared.retainAll(pairs(declared));
        return (double) shared.size() / pairs.size();
    }

    private static Set<String> pairs(String text) {
        String letters = Plain.of(text).replaceAll("[^\\p{L}\\p{N}]", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= letters.length(); i++) {
            pairs.add(letters.substring(i, i + 2));
        }
        return pairs;
    }
}
