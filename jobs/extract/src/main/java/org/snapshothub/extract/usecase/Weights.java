package org.snapshothub.extract.usecase;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.snapshothub.extract.record.ReferenceFile;

/** How loudly each trait speaks for (above 0) or against a phrase being a case: {@code data/reference/case_weights.csv}. */
final class Weights {

    /** The trait of everything: where the scale begins. */
    static final String ALWAYS = "always";

    private final Map<String, Double> weights;

    Weights(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    static Weights read(ReferenceFile file) {
        Map<String, Double> weights = new HashMap<>();
        for (ReferenceFile.Row row : file.rows()) {
            String trait =
                    row.text("trait") + row.find("word").map(word -> ":" + word).orElse("");
            if (weights.put(trait, row.decimal("weight").doubleValue()) != null) {
                throw row.wrong(trait + " stands there twice");
            }
        }
        if (!weights.containsKey(ALWAYS)) {
            throw new IllegalArgumentException("data/reference/" + file.name() + ": no row says " + ALWAYS);
        }
        return new Weights(weights);
    }

    double of(String trait) {
        return weights.getOrDefault(trait, 0.0);
    }

    double of(Collection<String> traits) {
        double sum = 0;
        for (String trait : traits) {
            sum += of(trait);
        }
        return sum;
    }

    /** The share of cases among phrases of that weight. */
    static double probability(double weight) {
        return 1 / (1 + Math.exp(-weight));
    }
}
