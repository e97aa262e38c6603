package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import org.snapshothub.extract.record.ReferenceFile;

/**
 * One line of the rule file.
 *
 * @param name one of the five that the program can apply
 * @param action whether what it hits still counts; only a range, which judges a reading alone, may reject
 * @param below ℃; lower is outside; null for no bound
 * @param above ℃; higher, or a larger difference, is outside; null for no bound
 * @param withinHours a step counts only between readings this close; null for other rules
 * @param distanceKm how far away a neighbour may be; null for other rules
 * @param run how many readings of exactly 0.0 in a row are suspect; null for other rules
 */
record PlausibilityRule(
        String name,
        Action action,
        BigDecimal below,
        BigDecimal above,
        Integer withinHours,
        Integer distanceKm,
        Integer run) {

    enum Action {
        WARN,
        REJECT
    }

    static PlausibilityRule of(ReferenceFile.Row row) {
        String name = row.text("rule");
        Action action =
                switch (row.text("action")) {
                    case "warn" -> Action.WARN;
                    case "reject" -> Action.REJECT;
                    default -> throw row.wrong("action '" + row.text("action") + "' is neither warn nor reject");
                };
        PlausibilityRule rule = new PlausibilityRule(
                name,
                action,
                row.findDecimal("below").orElse(null),
                row.findDecimal("above").orElse(null),
                row.find("within_hours")
                        .map(hours -> row.number("within_hours"))
                        .orElse(null),
                row.find("distance_km").map(km -> row.number("distance_km")).orElse(null),
                row.find("run").map(run -> row.number("run")).orElse(null));
        boolean isComplete =
                switch (name) {
                    case "range", "climatological-range" -> rule.below != null && rule.above != null;
                    case "step" -> rule.above != null && rule.withinHours != null;
                    case "neighbours" -> rule.above != null && rule.distanceKm != null;
                    case "zero-run" -> rule.run != null;
                    default ->
                        throw row.wrong("rule '" + name
                                + "' is none of range, climatological-range, step, neighbours, zero-run");
                };
        if (!isComplete) {
            throw row.wrong("rule '" + name + "' lacks a bound it needs");
        }
        if (action == Action.REJECT && !rule.isRange()) {
            throw row.wrong("rule '" + name
                    + "' compares readings and does not tell which of them is wrong: it can warn," + " not reject");
        }
        return rule;
    }

    boolean isRange() {
        return name.endsWith("range");
    }

    boolean isOutside(BigDecimal temperatureC) {
        return temperatureC.compareTo(below) < 0 || temperatureC.compareTo(above) > 0;
    }

    String outside(BigDecimal temperatureC) {
        return temperatureC.toPlainString() + " ℃ is outside " + below + " to " + above;
    }

    BigDecimal boundPassed(BigDecimal temperatureC) {
        return temperatureC.compareTo(below) < 0 ? below : above;
    }

    Doubt doubt(TimedReading reading, BigDecimal comparedC, String detail) {
        return new Doubt(name, reading, comparedC, detail);
    }
}
