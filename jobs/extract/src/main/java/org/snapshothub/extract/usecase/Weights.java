package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.snapshothub.extract.record.ReferenceFile;

/** How loudly each trait speaks for (above 0) or against a phrase being a case: {@code data/reference/case_weights.csv}. */
final class Weights {

    /** The trait of everything: where the scale begins. */
    static final String ALWAYS = "always";

    /** By trait, then by the word it is told of; a trait without a word, or told of an empty one, has "". Most traits have no weight at all. */
    private final Map<String, Map<String, Weight>> weights = new HashMap<>();

    static Weights read(ReferenceFile file) {
        Weights read = new Weights();
        for (ReferenceFile.Row row : file.rows()) {
            String trait = row.text("trait");
            String word = row.find("word").orElse("");
            Weight before = read.weights
                    .computeIfAbsent(trait, t -> new HashMap<>())
                    .put(word, new Weight(row.decimal("weight").doubleValue()));
            if (before != null) {
                throw row.wrong(named(trait, word) + " stands there twice");
            }
        }
        if (!read.weights.containsKey(ALWAYS)) {
            throw new IllegalArgumentException("data/reference/" + file.name() + ": no row says " + ALWAYS);
        }
        return read;
    }

    /** One trait as a text. */
    static String named(String trait, Object word) {
        return trait.equals(ALWAYS) ? trait : trait + ":" + word;
    }

    /** What has been said of one phrase or sentence, added up. */
    Sum sum() {
        return new Sum();
    }

    /** The share of cases among phrases of that weight. */
    static double probability(double weight) {
        return 1 / (1 + Math.exp(-weight));
    }

    /** Compared by itself, not by its value: two traits may weigh the same. */
    private static final class Weight {
        private final double value;

        Weight(double value) {
            this.value = value;
        }
    }

    /** Adds up the traits that it is told; each counts once, however often it is told. */
    final class Sum implements BiConsumer<String, Object> {
        private final List<Weight> counted = new ArrayList<>();
        private double total;

        @Override
        public void accept(String trait, Object word) {
            Map<String, Weight> words = weights.get(trait);
            Weight weight = words == null ? null : words.get(word.toString());
            if (weight != null && !counted.contains(weight)) {
                counted.add(weight);
                total += weight.value;
            }
        }

        double total() {
            return total;
        }
    }
}
