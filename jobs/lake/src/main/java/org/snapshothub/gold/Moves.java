package org.snapshothub.gold;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The published numbers that a rewriting moved, each as a line for the people who read the summary. */
final class Moves {

    private static final int SHOWN = 20;

    private Moves() {}

    /**
     * What a line says of a row.
     *
     * @param name the row, e.g. {@code 2026-01-18 KR-45}
     * @param meanC ℃; null when the row has none
     * @param unit what is counted
     */
    record Published(String name, BigDecimal meanC, BigDecimal minC, BigDecimal maxC, String unit, int count) {}

    /** The rows of the changed slices that were there before and say another number now, or are gone. */
    static <R extends Record> List<String> of(GoldTable.Change<R> change, Function<R, Published> published) {
        List<String> lines = new ArrayList<>();
        for (String slice : change.slices()) {
            Map<String, Published> now = new HashMap<>();
            rows(change.after(), slice, published).forEach(row -> now.put(row.name(), row));
            for (Published was : rows(change.before(), slice, published)) {
                Published is = now.get(was.name());
                List<String> figures = new ArrayList<>();
                figure(figures, "mean", was.meanC(), is == null ? null : is.meanC());
                figure(figures, "min", was.minC(), is == null ? null : is.minC());
                figure(figures, "max", was.maxC(), is == null ? null : is.maxC());
                if (!figures.isEmpty()) {
                    lines.add(was.name() + " " + String.join(", ", figures) + " (" + was.unit() + " " + was.count()
                            + " → " + (is == null ? 0 : is.count()) + ")");
                }
            }
        }
        return lines;
    }

    /** As many as a person reads, and how many there are more. */
    static List<String> shown(List<String> moves) {
        if (moves.size() <= SHOWN) {
            return moves;
        }
        List<String> shown = new ArrayList<>(moves.subList(0, SHOWN));
        shown.add("and " + (moves.size() - SHOWN) + " more published numbers moved");
        return shown;
    }

    private static <R> List<Published> rows(
            Map<String, List<R>> slices, String slice, Function<R, Published> published) {
        return slices.getOrDefault(slice, List.of()).stream()
                .map(published)
                .sorted(java.util.Comparator.comparing(Published::name))
                .toList();
    }

    private static void figure(List<String> figures, String name, BigDecimal was, BigDecimal is) {
        if (was != null && !Objects.equals(was, is)) {
            figures.add(name + " " + was.toPlainString() + " → " + (is == null ? "none" : is.toPlainString()));
        }
    }
}
