package org.snapshothub.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * The lake: plain Delta tables at {@code <base>/<layer>/<table>} on any Hadoop file system.
 *
 * <p>Tables are addressed by path; no catalogue is needed to read or to write one.
 */
public final class Lake {

    /** How long a table keeps its history from its creation on; see {@link Retention}. */
    static final int RETENTION_DAYS = 30;

    private static final int CHECKPOINT_AFTER = 10;

    private final LazySession session;
    private final Path base;
    private final FileSystem files;

    public Lake(SparkSession spark, String uri) {
        this(LazySession.of(spark), uri);
    }

    /** A lake whose session is made when first asked for. */
    public Lake(LazySession session, String uri) {
        this.session = session;
        try {
            Path path = new Path(uri);
            this.files = path.getFileSystem(session.hadoop());
            this.base = files.makeQualified(path);
        } catch (IOException e) {
            throw new HubException(Outcome.USAGE, "lake " + uri + " can't be reached: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            // What Hadoop throws where its settings name a file system and no jar has it: s3a has none with Spark.
            if (e.getCause() instanceof ClassNotFoundException) {
                throw new HubException(
                        Outcome.USAGE,
                        "lake " + uri + " can't be reached: no jar has its file system; for s3a take along"
                                + " jobs/lake/target/s3 (HUB_JARS, or --jars of spark-submit)",
                        e);
            }
            throw e;
        }
    }

    /** The session, which is made now if it has not been. */
    public SparkSession spark() {
        return session.get();
    }

    /** The session if anything has asked for one. */
    public Optional<SparkSession> madeSession() {
        return session.made();
    }

    /** How Hadoop reaches its stores. */
    public Configuration hadoop() {
        return session.hadoop();
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
        return spark().read().format("delta").load(path(table).toString());
    }

    /** The table as it is now, read without Spark: for tables, or parts of them, that this JVM can hold. */
    public Snapshot snapshot(Table<?> table) {
        return Snapshot.newest(files, path(table), table.slice());
    }

    /** All rows as records; read without Spark. */
    public <R extends Record> List<R> records(Table<R> table) {
        return snapshot(table).rows(table.row()).toList();
    }

    /** The rows of {@code rows} as records of {@code table}. */
    public static <R extends Record> List<R> records(Table<R> table, Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(table.codec().fromRows(rows.schema()))
                .toList();
    }

    /** Rows of records, ready to be written. */
    <R extends Record> Dataset<Row> rows(Table<R> table, List<R> records) {
        return spark().createDataFrame(
                        records.stream().map(table.codec()::toRow).toList(), table.schema());
    }

    /** Creates what is missing. */
    public void create(List<Table<?>> tables) {
        for (Table<?> table : tables) {
            if (!has(table)) {
                create(table);
            }
        }
    }

    /**
     * A table begins with one commit that says its protocol and schema; written as the Delta protocol has it, since two
     * dozen CREATE TABLE commands cost a first run more than all its numbers.
     */
    private void create(Table<?> table) {
        Map<String, Object> metaData = new LinkedHashMap<>();
        metaData.put("id", UUID.randomUUID().toString());
        metaData.put("description", table.grain());
        metaData.put("format", Map.of("provider", "parquet", "options", Map.of()));
        metaData.put("schemaString", table.schema().json());
        metaData.put("partitionColumns", table.slice().map(List::of).orElse(List.of()));
        metaData.put("configuration", Retention.properties(RETENTION_DAYS));
        metaData.put("createdTime", System.currentTimeMillis());
        Map<String, Object> protocol = Map.of("minReaderVersion", 1, "minWriterVersion", 2);
        log(table).commit(0, List.of(Map.of("protocol", protocol), Map.of("metaData", metaData)));
    }

    /** Delta makes a checkpoint with every tenth commit, but not with one made without it: this makes what is missing. */
    public void checkpoint(Table<?> table) {
        if (snapshot(table).commitsSinceCheckpoint() >= CHECKPOINT_AFTER) {
            var log = DeltaLog.forTableWithSnapshot(spark(), path(table));
            log._1().checkpoint(log._2(), scala.Option.empty());
        }
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
