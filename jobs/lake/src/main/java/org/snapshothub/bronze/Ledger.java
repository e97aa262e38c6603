package org.snapshothub.bronze;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.snapshothub.lake.Run;

/** The questions pulling asks of {@code bronze.inputs}. */
final class Ledger {

    private final Run run;

    Ledger(Run run) {
        this.run = run;
    }

    /** Asked each time: the first run fills it batch by batch. */
    private boolean isEmpty() {
        return run.lake().log(Input.TABLE).lastNote().isEmpty();
    }

    /** Those of {@code files} whose size or change mark is not known at their path; read without Spark. */
    List<InputFile> unseen(Collection<InputFile> files) {
        if (files.isEmpty() || isEmpty()) {
            return List.copyOf(files);
        }
        Map<String, InputFile> listed =
                files.stream().collect(Collectors.toConcurrentMap(InputFile::path, file -> file));
        run.lake()
                .snapshot(Input.TABLE)
                .rows(Look.class)
                .filter(look -> look.isOf(listed.get(look.path())))
                .forEach(look -> listed.remove(look.path()));
        return files.stream().filter(file -> listed.containsKey(file.path())).toList();
    }

    /** Per path the digests of the contents that were seen there. */
    Map<String, Set<String>> digestsAt(Collection<InputFile> files) {
        Map<String, Set<String>> seen = new HashMap<>();
        if (files.isEmpty() || isEmpty()) {
            return seen;
        }
        List<String> paths = files.stream().map(InputFile::path).toList();
        rowsWith("path", paths).select("path", "content_digest").collectAsList().forEach(r -> seen.computeIfAbsent(
                        r.getString(0), p -> new HashSet<>())
                .add(r.getString(1)));
        return seen;
    }

    /** Those of {@code digests} whose content the lake holds, under whatever path. */
    Set<String> held(Collection<String> digests) {
        Set<String> held = new HashSet<>();
        if (!digests.isEmpty() && !isEmpty()) {
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

    /** How an input looked when it was taken. */
    private record Look(String path, long sizeBytes, String changeMark) {

        boolean isOf(InputFile file) {
            return file != null && sizeBytes == file.sizeBytes() && changeMark.equals(file.changeMark());
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
