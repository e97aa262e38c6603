package org.snapshothub.bronze;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.snapshothub.lake.Run;

/** The questions pulling asks of {@code bronze.inputs}. */
final class Ledger {

    private final Run run;
    private final boolean isEmpty;

    Ledger(Run run) {
        this.run = run;
        this.isEmpty = run.lake().log(Input.TABLE).lastNote().isEmpty();
    }

    /** Per path what was seen there: size and change mark, and the digests of its contents. */
    Map<String, List<Seen>> seenAt(Collection<InputFile> files) {
        Map<String, List<Seen>> seen = new HashMap<>();
        if (isEmpty || files.isEmpty()) {
            return seen;
        }
        List<String> paths = files.stream().map(InputFile::path).toList();
        rowsWith("path", paths)
                .select("path", "size_bytes", "change_mark", "content_digest")
                .collectAsList()
                .forEach(r -> seen.computeIfAbsent(r.getString(0), p -> new ArrayList<>())
                        .add(new Seen(r.getLong(1), r.getString(2), r.getString(3))));
        return seen;
    }

    /** Those of {@code digests} whose content the lake holds, under whatever path. */
    Set<String> held(Collection<String> digests) {
        Set<String> held = new HashSet<>();
        if (!isEmpty && !digests.isEmpty()) {
            rowsWith("content_digest", digests)
                    .where(col("status").notEqual(Status.UNCHANGED.code()))
                    .select("content_digest")
                    .collectAsList()
                    .forEach(r -> held.add(r.getString(0)));
        }
        return held;
    }

    private Dataset<Row> rowsWith(String column, Collection<String> values) {
        Dataset<Row> ledger = run.lake().read(Input.TABLE);
        if (values.size() <= 1_000) {
            return ledger.where(col(column).isin(values.toArray()));
        }
        Dataset<Row> asked = run.spark()
                .createDataset(List.copyOf(values), Encoders.STRING())
                .toDF(column)
                .distinct();
        return ledger.join(broadcast(asked), column);
    }

    /** What the ledger knows of one content at one path. */
    record Seen(long sizeBytes, String changeMark, String digest) {

        boolean looksLike(InputFile file) {
            return sizeBytes == file.sizeBytes() && changeMark.equals(file.changeMark());
        }
    }

    /** What became of an input. */
    enum Status {
        TAKEN,
        FAILED,
        UNCHANGED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
