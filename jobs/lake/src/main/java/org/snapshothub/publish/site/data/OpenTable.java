package org.snapshothub.publish.site.data;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.snapshothub.lake.Table;

/**
 * A table as it is given away: its columns as declared, its rows in the order of its key.
 *
 * @param name the files' name, e.g. {@code temperature_by_region}
 * @param rows cells in the order of the columns: String, number, LocalDate or null
 */
public record OpenTable(
        String name,
        String title,
        String titleEnglish,
        String grain,
        List<String> key,
        List<Table.Column> columns,
        List<Object[]> rows) {

    /** The columns that say of when a row is; a table has one of them. */
    private static final List<String> TIMES = List.of("observed_on", "month", "published_month", "captured_on");

    public OpenTable {
        int[] order = key.stream()
                .mapToInt(k -> columns.stream().map(Table.Column::name).toList().indexOf(k))
                .toArray();
        rows = new ArrayList<>(rows);
        rows.sort((a, b) -> compare(a, b, order));
    }

    public static <R extends Record> OpenTable of(Table<R> table, String title, String titleEnglish, List<R> rows) {
        RecordComponent[] components = table.row().getRecordComponents();
        return new OpenTable(
                table.shortName(),
                title,
                titleEnglish,
                table.grain(),
                table.key(),
                table.columns(),
                rows.stream()
                        .map(row ->
                                Arrays.stream(components).map(c -> cell(row, c)).toArray())
                        .toList());
    }

    /** From which to which day or month the rows are; empty where the table has neither. */
    public List<String> span() {
        List<String> names = columns.stream().map(Table.Column::name).toList();
        int at = TIMES.stream()
                .mapToInt(names::indexOf)
                .filter(i -> i >= 0)
                .findFirst()
                .orElse(-1);
        List<String> days = at < 0
                ? List.of()
                : rows.stream()
                        .map(row -> String.valueOf(row[at]))
                        .filter(day -> Character.isDigit(day.charAt(0)))
                        .sorted()
                        .toList();
        return days.isEmpty() ? List.of() : List.of(days.get(0), days.get(days.size() - 1));
    }

    private static Object cell(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " can't be read", e);
        }
    }

    private static int compare(Object[] a, Object[] b, int[] order) {
        for (int i : order) {
            int way = NULLS_LAST.compare(a[i], b[i]);
            if (way != 0) {
                return way;
            }
        }
        return 0;
    }

    @SuppressWarnings("unchecked")
    private static final Comparator<Object> NULLS_LAST =
            Comparator.nullsLast((a, b) -> ((Comparable<Object>) a).compareTo(b));
}
