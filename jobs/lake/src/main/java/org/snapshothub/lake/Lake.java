package org.snapshothub.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /** How long a table keeps its history from its creation on; see {@link Retention}. */
    static final int RETENTION_DAYS = 30;

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
        return rows.collectAsList().stream()
                .map(table.codec().fromRows(rows.schema()))
                .toList();
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
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> metaData = new LinkedHashMap<>();
        metaData.put("id", UUID.randomUUID().toString());
        metaData.put("description", table.grain());
        metaData.put("format", Map.of("provider", "parquet", "options", Map.of()));
        metaData.put("schemaString", table.schema().json());
        metaData.put("partitionColumns", table.slice().map(List::of).orElse(List.of()));
        metaData.put("configuration", Retention.properties(RETENTION_DAYS));
        metaData.put("createdTime", System.currentTimeMillis());
        Map<String, Object> protocol = Map.of("minReaderVersion", 1, "minWriterVersion", 2);
        Path first = new Path(path(table), "_delta_log/00000000000000000000.json");
        Path half = new Path(path(table), "_delta_log/." + UUID.randomUUID() + ".half");
        try {
            try (OutputStream out = files.create(half, false)) {
                out.write(json.writeValueAsBytes(Map.of("protocol", protocol)));
                out.write('\n');
                out.write(json.writeValueAsBytes(Map.of("metaData", metaData)));
                out.write('\n');
            }
            if (!files.rename(half, first)) {
                throw new IOException(first + " can't be made");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(table + " can't be created: " + e.getMessage(), e);
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
