package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The named rules of {@code data/reference/plausibility.csv}: what is refused on a page, and what is doubted in a day. */
public final class Plausibility {

    private final Map<String, PlausibilityRule> rules;

    private Plausibility(Map<String, PlausibilityRule> rules) {
        this.rules = rules;
    }

    /** The rules of {@code data/reference/plausibility.csv}, read once. */
    public static Plausibility bundled() {
        return Bundled.RULES;
    }

    static Plausibility of(ReferenceFile file) {
        Map<String, PlausibilityRule> rules = new LinkedHashMap<>();
        for (ReferenceFile.Row row : file.rows()) {
            PlausibilityRule rule = PlausibilityRule.of(row);
            if (rules.put(rule.name(), rule) != null) {
                throw row.wrong("rule '" + rule.name() + "' stands twice");
            }
        }
        return new Plausibility(rules);
    }

    /** Why a single temperature is refused; empty when it is not. */
    Optional<String> refusal(BigDecimal temperatureC) {
        return rules.values().stream()
                .filter(rule -> rule.action() == PlausibilityRule.Action.REJECT && rule.isRange())
                .filter(rule -> rule.isOutside(temperatureC))
                .map(rule -> temperatureC.toPlainString() + " is outside " + rule.below() + " to " + rule.above()
                        + " ℃ (rule " + rule.name() + ")")
                .findFirst();
    }

    private static final class Bundled {
        static final Plausibility RULES = Plausibility.of(ReferenceFile.bundled("plausibility.csv"));
    }
}
