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
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.snapshothub.lake.CommitNote;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Slices;

/** The questions pulling asks of {@code bronze.inputs}, and what it enters there. */
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

    /** How the contents that were seen at the paths of {@code files} looked last. */
    Map<Content, Look> looksAt(Collection<InputFile> files) {
        Map<Content, Look> seen = new HashMap<>();
        if (files.isEmpty() || isEmpty()) {
            return seen;
        }
        List<String> paths = files.stream().map(InputFile::path).toList();
        rowsWith("path", paths)
                .select("path", "content_digest", "size_bytes", "change_mark")
                .collectAsList()
                .forEach(r -> seen.put(
                        new Content(r.getString(0), r.getString(1)),
                        new Look(r.getString(0), r.getLong(2), r.getString(3))));
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

    /**
     * Adds {@code rows}, and lets the rows of files that were only touched look as those do now, in one commit or none.
     *
     * <p>The rows to be replaced are named by digest, since a path may hold what SQL takes for a variable or an escape;
     * other paths of an equal digest get back the rows they had. A kill leaves the older marks, and one more digest to take.
     */
    void enter(List<Input> rows, List<TakeInputs.Order> touched) {
        if (touched.isEmpty()) {
            if (!rows.isEmpty()) {
                run.slices().append(Input.TABLE, run.rows(Input.TABLE, rows), note());
            }
            return;
        }
        Map<Content, InputFile> now = touched.stream()
                .collect(Collectors.toMap(o -> new Content(o.file().path(), o.digest()), TakeInputs.Order::file));
        Set<String> digests = now.keySet().stream().map(Content::digest).collect(Collectors.toSet());
        Stream<Input> replaced = Lake.records(Input.TABLE, rowsWith("content_digest", digests)).stream()
                .map(row -> {
                    InputFile file = now.get(Content.of(row));
                    return file == null ? row : row.lookingLike(file);
                });
        List<Input> all = Stream.concat(replaced, rows.stream()).toList();
        run.slices()
                .replaceWhere(
                        Input.TABLE, Slices.predicate("content_digest", digests), run.rows(Input.TABLE, all), note());
    }

    private CommitNote note() {
        return run.note(Input.TABLE, Map.of(), Set.of());
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

    /** What tells a row from others. */
    record Content(String path, String digest) {

        static Content of(Input row) {
            return new Content(row.path(), row.contentDigest());
        }
    }

    /** How an input looked when its content was last met. */
    record Look(String path, long sizeBytes, String changeMark) {

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
