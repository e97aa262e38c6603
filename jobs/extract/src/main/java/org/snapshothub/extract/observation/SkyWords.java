package org.snapshothub.extract.observation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.record.ReferenceFile;

/**
 * The sky words we know, with their class on the 3-level scale. The set is open: a page may print others.
 *
 * <p>Words are compared without spaces, commas and slashes, because pages differ in them.
 */
public final class SkyWords {

    private static final Set<String> LEVELS = Set.of("맑음", "구름많음", "흐림");

    /** By compact word; the value is the class, or empty for a word beyond cloudiness. */
    private final Map<String, String> levels;

    private final int longest;

    private SkyWords(Map<String, String> levels) {
        this.levels = levels;
        this.longest = levels.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The words of {@code data/reference/sky.csv}, read once. */
    public static SkyWords bundled() {
        return Bundled.WORDS;
    }

    static SkyWords of(ReferenceFile file) {
        Map<String, String> levels = new HashMap<>();
        for (ReferenceFile.Row row : file.rows()) {
            String word = compact(row.text("word"));
            String level = row.find("sky3").orElse("");
            if (!level.isEmpty() && !LEVELS.contains(level)) {
                throw row.wrong("sky3 '" + level + "' is none of "
                        + LEVELS.stream().sorted().toList());
            }
            String before = levels.put(word, level);
            if (before != null && !before.equals(level)) {
                throw row.wrong("'" + row.text("word") + "' has two classes: '" + before + "' and '" + level + "'");
            }
        }
        return new SkyWords(levels);
    }

    /** The word without the characters in which pages differ. */
    static String compact(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (isLeftOut(word.charAt(i))) {
                return without(word);
            }
        }
        return word;
    }

    private static String without(String word) {
        StringBuilder compact = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!isLeftOut(c)) {
                compact.append(c);
            }
        }
        return compact.toString();
    }

    private static boolean isLeftOut(char c) {
        return c == ',' || c == '/' || Character.isWhitespace(c);
    }

    /** 맑음, 구름많음 or 흐림; empty for a word beyond cloudiness or unknown. */
    public Optional<String> level(String sky) {
        return Optional.ofNullable(levels.get(compact(sky))).filter(level -> !level.isEmpty());
    }

    boolean knows(String word) {
        return levels.containsKey(compact(word));
    }

    /** Length of the longest known word that {@code text} begins with; 0 when there is none. */
    int prefixOf(String text) {
        for (int length = Math.min(longest, text.length()); length > 0; length--) {
            if (levels.containsKey(text.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }

    /** Length of the longest known word that {@code text} ends with; 0 when there is none. */
    int suffixOf(String text) {
        for (int length = Math.min(longest, text.length()); length > 0; length--) {
            if (levels.containsKey(text.substring(text.length() - length))) {
                return length;
            }
        }
        return 0;
    }

    private static final class Bundled {
        static final SkyWords WORDS = SkyWords.of(ReferenceFile.bundled("sky.csv"));
    }
}
