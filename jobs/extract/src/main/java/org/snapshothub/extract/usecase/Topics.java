package org.snapshothub.extract.usecase;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.snapshothub.extract.record.ReferenceFile;

/** The sixteen themes of data.go.kr and the words that speak for each. */
final class Topics {

    private static final Topics BUNDLED =
            read(ReferenceFile.bundled("topics.csv"), ReferenceFile.bundled("topic_words.csv"));
    private static final int IN_TITLE = 3;
    private static final int AS_HEAD = 1;
    private static final int OF_A_BODY = 2;

    /** A long sentence may speak of many things; the title, of one. */
    private static final int MOST_OF_A_SENTENCE = 7;

    /** What stands in the sentences beside it only tips the scales. */
    private static final int MOST_BESIDE = 3;

    /** When no word speaks: what a public body does about its own work. */
    private static final String NONE_SPEAKS = "공공행정";

    private final Map<String, Map<String, Integer>> weights = new HashMap<>();
    private final Set<String> topics = new LinkedHashSet<>();

    /** For each first letter, the longest word that begins with it: most places in a text begin none. */
    private final Map<Character, Integer> longest = new HashMap<>();

    static Topics bundled() {
        return BUNDLED;
    }

    static Topics read(ReferenceFile topics, ReferenceFile words) {
        Topics read = new Topics();
        topics.rows().forEach(row -> read.topics.add(row.text("topic")));
        for (ReferenceFile.Row row : words.rows()) {
            String topic = row.text("topic");
            if (!read.topics.contains(topic)) {
                throw row.wrong("topic " + topic + " is not in " + topics.name());
            }
            String word = row.text("word");
            read.weights.computeIfAbsent(word, w -> new LinkedHashMap<>()).put(topic, weight(row));
            read.longest.merge(word.charAt(0), word.length(), Math::max);
        }
        return read;
    }

    private static int weight(ReferenceFile.Row row) {
        try {
            return Integer.parseInt(row.text("weight"));
        } catch (NumberFormatException e) {
            throw row.wrong("weight " + row.text("weight") + " is no whole number");
        }
    }

    Set<String> all() {
        return topics;
    }

    /** The theme for which title, sentence and organisation speak loudest; ties go to the first in the file. */
    String of(String title, String sentence, String beside, String organisation) {
        Map<String, Integer> scores = new HashMap<>();
        add(title, IN_TITLE, scores);
        add(title.substring(title.length() / 2), AS_HEAD, scores);
        Map<String, Integer> around = new HashMap<>();
        add(sentence, 1, around);
        around.forEach((topic, score) -> scores.merge(topic, Math.min(score, MOST_OF_A_SENTENCE), Integer::sum));
        Map<String, Integer> near = new HashMap<>();
        add(beside, 1, near);
        near.forEach((topic, score) -> scores.merge(topic, Math.min(score, MOST_BESIDE), Integer::sum));
        if (organisation != null) {
            add(organisation, OF_A_BODY, scores);
        }
        String best = NONE_SPEAKS;
        int most = 0;
        for (String topic : topics) {
            int score = scores.getOrDefault(topic, 0);
            if (score > most) {
                most = score;
                best = topic;
            }
        }
        return best;
    }

    /** How loudly words speak for any theme; 0 where they hold no word of one. */
    int loudness(String words) {
        Map<String, Integer> scores = new HashMap<>();
        add(words, 1, scores);
        return scores.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private void add(String text, int times, Map<String, Integer> scores) {
        int i = 0;
        while (i < text.length()) {
            int end = Math.min(text.length(), i + longest.getOrDefault(text.charAt(i), 0));
            while (end > i && !weights.containsKey(text.substring(i, end))) {
                end--;
            }
            if (end > i) {
                weights.get(text.substring(i, end))
                        .forEach((topic, weight) -> scores.merge(topic, weight * times, Integer::sum));
                i = end;
            } else {
                i++;
            }
        }
    }
}
