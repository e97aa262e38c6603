package org.snapshothub.extract.article;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.snapshothub.extract.page.Plain;

/** Headlines as pages print and declare them. */
final class Headline {

    /** What a terminal would take for a colour. */
    private static final Pattern TERMINAL = Pattern.compile("\\u001B\\[[0-9;]{0,16}[A-Za-z]");

    private Headline() {}

    /** One line in NFC, without control characters and the marks that turn the writing direction. */
    static String clean(String text) {
        StringBuilder line = new StringBuilder();
        TERMINAL.matcher(Plain.nfc(text)).replaceAll("").codePoints().forEach(c -> {
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

    /** Without the site's name before or after a bar: the longest part is the headline. */
    static String withoutSite(String title) {
        return Arrays.stream(clean(title).split(" (?:\\||-|::|<|>|–|—|»|:) "))
                .max(Comparator.comparingInt(String::length))
                .map(String::strip)
                .orElse("");
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
