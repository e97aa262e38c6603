package org.snapshothub.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Writes to the tables of the lake: every commit of ours goes through here.
 *
 * <p>A run rewrites all slices it touches of a table in one commit by {@code replaceWhere}, which empties a slice that
 * has no rows any more and refuses a row outside. The commit carries Delta's transaction identifier, table and sequence
 * number, so that it can't happen twice; since Delta passes over a used or older number without a word, the version is
 * compared before and after.
 */
public final class Slices {

    /** Whether Delta asks the condition of a {@code replaceWhere} of every row it writes. */
    private static final String CHECK = "spark.databricks.delta.replaceWhere.constraintCheck.enabled";

    private final Lake lake;
    private final Ownership ownership;

    public Slices(Lake lake, Ownership ownership) {
        this.lake = lake;
        this.ownership = ownership;
    }

    /** Whoever may write; asked before each commit. */
    @FunctionalInterface
    public interface Ownership {

        /** Throws when the lake is no longer ours. */
        void check();
    }

    /** Replaces the slices named in {@code note} by {@code rows}. */
    public void replace(Table<?> table, Dataset<Row> rows, CommitNote note) {
        String column = table.slice().orElseThrow(() -> new IllegalArgumentException(table + " has no slices"));
        commit(table, rows, note, writer -> writer.mode(SaveMode.Overwrite)
                .option("replaceWhere", predicate(column, note.slices())));
    }

    /** Adds {@code rows}. */
    public void append(Table<?> table, Dataset<Row> rows, CommitNote note) {
        commit(table, rows, note, writer -> writer.mode(SaveMode.Append));
    }

    /** Adds a few rows: without Spark where nothing has asked for a session yet, whose start would cost more than they. */
    public <R extends Record> void append(Table<R> table, List<R> rows, CommitNote note) {
        if (lake.madeSession().isEmpty() && lake.snapshot(table).isPlain()) {
            ownership.check();
            PlainAppend.to(lake, table, rows, note);
            return;
        }
        append(table, lake.rows(table, rows), note);
        lake.checkpoint(table);
    }

    /**
     * Puts {@code rows} in the place of those that meet {@code predicate}; the new ones need not meet it.
     *
     * <p>A predicate that names a hundred thousand ids would be asked of each of a hundred thousand rows, one id after
     * the other. Named are rows that are to go, so whoever calls answers for those that come.
     */
    public void replaceWhere(Table<?> table, String predicate, Dataset<Row> rows, CommitNote note) {
        RuntimeConfig conf = rows.sparkSession().conf();
        String before = conf.get(CHECK, "true");
        conf.set(CHECK, "false");
        try {
            commit(table, rows, note, writer -> writer.mode(SaveMode.Overwrite).option("replaceWhere", predicate));
        } finally {
            conf.set(CHECK, before);
        }
    }

    private void commit(
            Table<?> table,
            Dataset<Row> rows,
            CommitNote note,
            java.util.function.UnaryOperator<DataFrameWriter<Row>> how) {
        ownership.check();
        long before = lake.log(table).version();
        DataFrameWriter<Row> writer = shaped(table, rows)
                .write()
                .format("delta")
                .option("txnAppId", table.name())
                .option("txnVersion", note.seq())
                .option("userMetadata", note.json());
        how.apply(writer).save(lake.path(table).toString());
        long after = lake.log(table).version();
        if (after <= before) {
            throw new IllegalStateException(table + ": Delta passed over commit " + note.seq()
                    + " as one it has seen; the sequence of this lake runs behind its tables");
        }
    }

    /** The rows with exactly the table's columns, in its order. */
    private static Dataset<Row> shaped(Table<?> table, Dataset<Row> rows) {
        StructType schema = table.schema();
        return rows.select(java.util.Arrays.stream(schema.fields())
                .map(f -> functions.col(f.name()))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    /**
     * The rows of these slices, with null where "" stands for it; values are days or words of our own making.
     *
     * <p>Delta asks this of each row it writes, one comparison after the other: days that follow on each other are one
     * range, and dates are written as dates, or a run over three years would parse a thousand of them for each row.
     */
    public static String predicate(String column, Set<String> slices) {
        List<String> wanted = new ArrayList<>();
        if (slices.contains("")) {
            wanted.add(column + " IS NULL");
        }
        List<String> words = new ArrayList<>();
        for (DayRange range : DayRange.of(slices)) {
            if (range.isOneDay()) {
                words.add("DATE'" + range.first() + "'");
            } else {
                // Not BETWEEN: Delta checks a condition as it is parsed, and that is a function nobody has looked up
                // yet.
                wanted.add("(" + column + " >= DATE'" + range.first() + "' AND " + column + " <= DATE'" + range.last()
                        + "')");
            }
        }
        slices.stream()
                .filter(s -> !s.isEmpty() && !DayRange.isDay(s))
                .sorted()
                .forEach(s -> words.add("'" + s.replace("'", "''") + "'"));
        if (!words.isEmpty()) {
            wanted.add(column + " IN (" + String.join(", ", words) + ")");
        }
        return switch (wanted.size()) {
            case 0 -> "false";
            case 1 -> wanted.get(0);
            default -> wanted.stream().collect(Collectors.joining(" OR ", "(", ")"));
        };
    }
}
