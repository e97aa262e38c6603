package org.snapshothub.lake;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The lake: plain Delta tables at {@code <base>/<layer>/<table>} on any Hadoop file system.
 *
 * <p>Tables are addressed by path; no catalogue is needed to read or to write one.
 */
public final class Lake {

    /**
     * How long deleted files and the log are kept: an edition of the report must stay readable that long. Delta refuses
     * time travel past the first, vacuumed or not.
     */
    private static final String RETENTION = "interval 30 days";

    private final SparkSession spark;
    private final Path base;
    private final FileSystem files;

    public Lake(SparkSession spark, String uri) {
        this.spark = spark;
        try {
            Path path = new Path(uri);
            this.files = path.getFileSystem(spark.sessionState().newHadoopConf());
            this.base = files.makeQualified(path);
        } catch (IOException e) {
            throw new HubException(Outcome.USAGE, "lake " + uri + " can't be reached: " + e.getMessage(), e);
        }
    }

    public SparkSession spark() {
        return spark;
    }

    public Path base() {
        return base;
    }

    public FileSystem files() {
        return files;
    }

    public Path path(Table<?> table) {
        return new Path(new Path(base, table.layer()), table.shortName());
    }

    public CommitLog log(Table<?> table) {
        return new CommitLog(files, path(table), table.name());
    }

    public boolean has(Table<?> table) {
        return log(table).version() >= 0;
    }

    /** The table as it is now. */
    public Dataset<Row> read(Table<?> table) {
        return spark.read().format("delta").load(path(table).toString());
    }

    /** All rows as records, on the driver: for tables that are small by nature. */
    public <R extends Record> List<R> records(Table<R> table) {
        return records(table, read(table));
    }

    /** The rows of {@code rows} as records of {@code table}. */
    public static <R extends Record> List<R> records(Table<R> table, Dataset<Row> rows) {
        return rows.collectAsList().stream().map(table.codec()::fromRow).toList();
    }

    /** Creates what is missing; a table whose schema differs from its declaration stops the run. */
    public void create(List<Table<?>> tables) {
        for (Table<?> table : tables) {
            if (!has(table)) {
                create(table);
            }
        }
    }

    private void create(Table<?> table) {
        DeltaTableBuilder builder = DeltaTable.createIfNotExists(spark)
                .location(path(table).toString())
                .addColumns(table.schema())
                .property("delta.deletedFileRetentionDuration", RETENTION)
                .property("delta.logRetentionDuration", RETENTION);
        table.slice().ifPresent(builder::partitionedBy);
        builder.execute();
    }

    /** Whether a path below the lake exists. */
    public boolean exists(Path path) {
        try {
            return files.exists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
