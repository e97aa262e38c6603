package org.snapshothub.lake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.Path;

/** Adds rows to a table without Spark: a Parquet file, and the commit that names it, as the Delta protocol has them. */
final class PlainAppend {

    private PlainAppend() {}

    static <R extends Record> void to(Lake lake, Table<R> table, List<R> rows, CommitNote note) {
        if (table.slice().isPresent()) {
            throw new IllegalArgumentException(table + " is cut into slices, which want folders of their own");
        }
        Path file = new Path(lake.path(table), "part-00000-" + UUID.randomUUID() + "-c000.snappy.parquet");
        try {
            try (OutputStream out = lake.files().create(file, false)) {
                ParquetOut.write(
                        "row",
                        table.columns(),
                        () -> rows.stream().map(table.codec()::cells).iterator(),
                        out);
            }
            long now = System.currentTimeMillis();
            Map<String, Object> info = Map.of(
                    "timestamp",
                    now,
                    "operation",
                    "WRITE",
                    "operationParameters",
                    Map.of("mode", "Append", "partitionBy", "[]"),
                    "isBlindAppend",
                    true,
                    "engineInfo",
                    "Snapshot-Hub/" + Program.VERSION,
                    "userMetadata",
                    note.json());
            Map<String, Object> txn = Map.of("appId", table.name(), "version", note.seq(), "lastUpdated", now);
            Map<String, Object> add = Map.of(
                    "path",
                    file.getName(),
                    "partitionValues",
                    Map.of(),
                    "size",
                    lake.files().getFileStatus(file).getLen(),
                    "modificationTime",
                    now,
                    "dataChange",
                    true,
                    "stats",
                    "{\"numRecords\":" + rows.size() + "}");
            CommitLog log = lake.log(table);
            log.commit(log.version() + 1, List.of(Map.of("commitInfo", info), Map.of("txn", txn), Map.of("add", add)));
        } catch (IOException e) {
            throw new UncheckedIOException(table + " can't be added to: " + e.getMessage(), e);
        }
    }
}
