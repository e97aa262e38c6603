package org.snapshothub.lake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/**
 * A Delta table, declared once: its record says what a row is, this says where rows live and what tells them apart.
 *
 * @param name layer and table, e.g. {@code gold.sky_by_region}; the table lies at {@code <lake>/gold/sky_by_region}
 * @param row the record whose components are the columns
 * @param grain the sentence that says what one row is
 * @param key the columns that tell rows apart
 * @param slice the partition column by which the table is rewritten; empty when it is only appended to
 */
public record Table<R extends Record>(
        String name, Class<R> row, String grain, List<String> key, Optional<String> slice) {

    public Table {
        if (!name.matches("(bronze|silver|gold|audit)\\.[a-z_0-9]+")) {
            throw new IllegalArgumentException("a table's name is layer.table in lower case, not " + name);
        }
        List<String> columns = RecordCodec.columns(row);
        Stream.concat(key.stream(), slice.stream())
                .filter(c -> !columns.contains(c))
                .forEach(c -> {
                    throw new IllegalArgumentException(name + " has no column " + c + "; it has " + columns);
                });
    }

    public static <R extends Record> Table<R> of(String name, Class<R> row, String grain) {
        return new Table<>(name, row, grain, List.of(), Optional.empty());
    }

    public Table<R> key(String... columns) {
        return new Table<>(name, row, grain, List.of(columns), slice);
    }

    public Table<R> slicedBy(String column) {
        return new Table<>(name, row, grain, key, Optional.of(column));
    }

    public String layer() {
        return name.substring(0, name.indexOf('.'));
    }

    public String shortName() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** The schema, with comments and NOT NULL, as it is created in the lake. */
    public StructType schema() {
        return codec().schema();
    }

    public RecordCodec<R> codec() {
        return RecordCodec.of(row);
    }

    /** The columns with their documentation, in order. */
    public List<Column> columns() {
        return RecordCodec.documented(row);
    }

    /** A column as the data dictionary shows it. */
    public record Column(String name, String type, boolean nullable, String unit, String doc) {}

    @Override
    public String toString() {
        return name;
    }
}
