package org.snapshothub.gold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.Table;

/**
 * Rewriting slices of a gold table, and only those whose rows differ: computing the same numbers again writes nothing.
 *
 * <p>Gold is small by nature (a day is a few hundred rows), so slices are compared on the driver.
 */
final class GoldTable<R extends Record> {

    private final Run run;
    private final Table<R> table;
    private final Function<R, String> sliceOf;

    GoldTable(Run run, Table<R> table, Function<R, String> sliceOf) {
        this.run = run;
        this.table = table;
        this.sliceOf = sliceOf;
    }

    /** What became of a table: rows written, and the slices that changed with their rows before and after. */
    record Change<R>(long rowsWritten, Set<String> slices, Map<String, List<R>> before, Map<String, List<R>> after) {}

    /** Makes the slices of {@code looked} hold exactly {@code rows}; {@code consumed} moves in the same commit. */
    Change<R> set(Set<String> looked, List<R> rows, Map<Table<?>, Run.Position> consumed) {
        Map<String, List<R>> after = bySlice(rows);
        Map<String, List<R>> before = bySlice(current(looked));
        Set<String> changed = new TreeSet<>();
        for (String slice : looked) {
            if (!asSet(before.get(slice)).equals(asSet(after.get(slice)))) {
                changed.add(slice);
            }
        }
        List<R> written = new ArrayList<>();
        changed.forEach(slice -> written.addAll(after.getOrDefault(slice, List.of())));
        var note = run.note(table, consumed, changed);
        if (changed.isEmpty()) {
            if (!consumed.isEmpty()) {
                run.slices().append(table, run.rows(table, List.of()), note);
            }
        } else if (before.isEmpty()) {
            run.slices().append(table, run.rows(table, written).coalesce(1), note);
        } else {
            run.slices().replace(table, run.rows(table, written).coalesce(1), note);
        }
        return new Change<>(written.size(), changed, before, after);
    }

    private List<R> current(Set<String> slices) {
        if (slices.isEmpty() || run.lake().log(table).lastNote().isEmpty()) {
            return List.of();
        }
        String column = table.slice().orElseThrow();
        return Lake.records(table, run.lake().read(table).where(Slices.predicate(column, slices)));
    }

    private Map<String, List<R>> bySlice(List<R> rows) {
        return rows.stream().collect(Collectors.groupingBy(sliceOf, HashMap::new, Collectors.toList()));
    }

    private static <R> Set<R> asSet(List<R> rows) {
        return rows == null ? Set.of() : Set.copyOf(Objects.requireNonNull(rows));
    }
}
