package org.snapshothub.bronze;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.snapshothub.audit.Reject;
import org.snapshothub.audit.Rejects;
import org.snapshothub.lake.Progress;
import org.snapshothub.lake.RecordCodec;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.SoFar;

/**
 * Takes inputs on the executors, in batches of a set size.
 *
 * <p>A batch commits its pages, then its rejects, then its inputs: a kill before the last leaves inputs that are read
 * again, whose pages and rejects are then found to be there already.
 */
final class Batches {

    private final Run run;
    private final JavaSparkContext spark;
    private final Ledger ledger;
    private final InputTally tally;
    private final Broadcast<SerializableConfiguration> configuration;

    /** All that was refused, new or known. */
    private final List<Reject> refused = new ArrayList<>();

    /** Paths of the inputs that were read to their end. */
    private final Set<String> whole = new HashSet<>();

    private final Revisits revisits;
    /** Revisits whose original was not there yet when their batch was taken. */
    private final List<Revisits.Lone> lone = new ArrayList<>();

    private final LongAccumulator bytesRead;
    private final LongAccumulator pagesRead;
    /** Bytes of inputs that need no reading; told to the thread that shows progress. */
    private volatile long bytesSkipped;

    private long pagesWritten;
    private long rejectsWritten;
    private long knownHere;

    Batches(Run run, Ledger ledger, InputTally tally) {
        this.run = run;
        this.spark = new JavaSparkContext(run.spark().sparkContext());
        this.ledger = ledger;
        this.tally = tally;
        this.revisits = new Revisits(run, PullPages.NAME);
        this.bytesRead = spark.sc().longAccumulator("bytes read");
        this.pagesRead = spark.sc().longAccumulator("pages read");
        this.configuration = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    }

    List<Reject> refused() {
        return refused;
    }

    /** Paths of the inputs that were read to their end, and were still then as they were listed. */
    Set<String> whole() {
        return whole;
    }

    long pagesWritten() {
        return pagesWritten;
    }

    long rejectsWritten() {
        return rejectsWritten;
    }

    /** Inputs that were looked into, and found to be as the ledger has them. */
    long knownHere() {
        return knownHere;
    }

    void take(List<InputFile> candidates) {
        long bytes = candidates.stream().mapToLong(InputFile::sizeBytes).sum();
        try (SoFar read = new SoFar(run.spark().sparkContext(), bytesRead);
                SoFar pages = new SoFar(run.spark().sparkContext(), pagesRead);
                var watch = run.progress()
                        .watch(Progress.Stage.of("reading", bytes, "bytes", () -> bytesSkipped + read.value())
                                .beside("pages", pages::value))) {
            List<List<InputFile>> batches = batches(candidates);
            batches.forEach(this::takeBatch);
            if (batches.size() > 1) {
                resolveLone();
            }
        }
    }

    private List<List<InputFile>> batches(List<InputFile> files) {
        List<List<InputFile>> batches = new ArrayList<>();
        long room = 0;
        for (InputFile file : files) {
            if (batches.isEmpty() || room < file.sizeBytes()) {
                batches.add(new ArrayList<>());
                room = run.settings().pull().batchBytes();
            }
            batches.get(batches.size() - 1).add(file);
            room -= file.sizeBytes();
        }
        return batches;
    }

    private void takeBatch(List<InputFile> batch) {
        List<Digests.Digested> digested = digest(batch);
        List<Reject> rejects = new ArrayList<>();
        digested.stream().filter(d -> d.fault() != null).forEach(d -> {
            rejects.add(PullPages.unreadable(run, d.file().path(), d.fault()));
            tally.failed(d.file());
        });
        Map<Ledger.Content, Ledger.Look> seen = ledger.looksAt(batch);
        Set<String> held = ledger.held(digested.stream()
                .filter(d -> d.fault() == null)
                .map(Digests.Digested::digest)
                .collect(Collectors.toSet()));
        Set<String> met = new HashSet<>(held);
        List<TakeInputs.Order> toTake = new ArrayList<>();
        List<TakeInputs.Order> copies = new ArrayList<>();
        List<TakeInputs.Order> touched = new ArrayList<>();
        for (Digests.Digested d : digested) {
            if (d.fault() != null) {
                continue;
            }
            TakeInputs.Order order = new TakeInputs.Order(d.file(), d.digest());
            Ledger.Look known = seen.get(new Ledger.Content(d.file().path(), d.digest()));
            if (run.options().redrive().isPresent()) {
                toTake.add(order);
            } else if (known != null) {
                knownHere++;
                tally.unchanged(d.file());
                if (!known.isOf(d.file())) {
                    touched.add(order);
                }
            } else if (met.add(d.digest())) {
                toTake.add(order);
            } else {
                copies.add(order);
            }
        }
        long toRead = toTake.stream().mapToLong(o -> o.file().sizeBytes()).sum();
        bytesSkipped += batch.stream().mapToLong(InputFile::sizeBytes).sum() - toRead;
        long seq = run.sequence().next();
        List<Input> ledgerRows = new ArrayList<>();
        read(toTake, seq, rejects, ledgerRows);
        // A copy of what could not be taken after all is no copy: the next run takes one of the two.
        ledgerRows.forEach(row -> {
            whole.add(row.path());
            held.add(row.contentDigest());
        });
        copies.stream()
                .filter(o -> held.contains(o.digest()))
                .forEach(o ->
                        ledgerRows.add(TakeInputs.inputRow(run.stamp(), seq, o, Ledger.Status.UNCHANGED, 0, 0, 0)));
        tally.taken(Stream.concat(toTake.stream(), copies.stream()).toList(), ledgerRows, rejects);
        ledgerRows.removeIf(row -> seen.containsKey(Ledger.Content.of(row)));
        ledger.enter(ledgerRows, still(touched));
    }

    /**
     * Those that are there as they were listed, after their digests were taken: only then the mark that was listed is
     * that of the content digested. Else what was listed, put back with its time, would be passed over unread.
     */
    private List<TakeInputs.Order> still(List<TakeInputs.Order> touched) {
        if (touched.isEmpty()) {
            return touched;
        }
        Broadcast<SerializableConfiguration> hadoop = configuration;
        return spark.parallelize(touched, Math.min(touched.size(), spark.defaultParallelism()))
                .filter(o -> o.file().isSurelyStill(hadoop.value().value()))
                .collect();
    }

    private List<Digests.Digested> digest(List<InputFile> batch) {
        List<List<InputFile>> bins = Bins.of(batch, InputFile::sizeBytes, spark.defaultParallelism());
        return spark.parallelize(bins, bins.size()).flatMap(new Digests(configuration)).collect().stream()
                .sorted(Comparator.comparing((Digests.Digested d) -> d.file().path()))
                .toList();
    }

    private void read(List<TakeInputs.Order> orders, long seq, List<Reject> rejects, List<Input> ledgerRows) {
        if (orders.isEmpty()) {
            add(rejects);
            return;
        }
        List<List<TakeInputs.Order>> bins = Bins.of(orders, o -> o.file().sizeBytes(), spark.defaultParallelism());
        JavaRDD<Row> rows = spark.parallelize(bins, bins.size())
                .flatMap(new TakeInputs(
                        run.stamp(),
                        seq,
                        Math.toIntExact(run.settings().pull().maxPageBytes()),
                        run.options().window().from().orElse(LocalDate.MIN),
                        run.options().window().to().orElse(LocalDate.MAX),
                        configuration,
                        bytesRead,
                        pagesRead));
        Dataset<Row> taken = run.spark()
                .createDataFrame(rows, RecordCodec.of(Taken.class).schema())
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            // Everything but the contents in one pass: a batch is bounded, and so is what comes back.
            List<Row> light = taken.select(
                            functions.col("reject"),
                            functions.col("input"),
                            functions.col("revisit"),
                            functions.col("page.page_id"),
                            functions.col("page.path"),
                            functions.col("page.archive_offset"),
                            functions.col("page.fetch_date"))
                    .collectAsList();
            List<Mark> marks = new ArrayList<>();
            List<Taken.Revisit> revisits = new ArrayList<>();
            for (Row row : light) {
                if (!row.isNullAt(0)) {
                    rejects.add(Reject.TABLE.codec().fromRow(row.getStruct(0)));
                } else if (!row.isNullAt(1)) {
                    ledgerRows.add(Input.TABLE.codec().fromRow(row.getStruct(1)));
                } else if (!row.isNullAt(2)) {
                    revisits.add(RecordCodec.of(Taken.Revisit.class).fromRow(row.getStruct(2)));
                } else {
                    marks.add(Mark.of(row, 3));
                }
            }
            append(taken.where(functions.col("page").isNotNull()).select("page.*"), marks, seq);
            if (!revisits.isEmpty()) {
                List<Revisits.Lone> left = resolve(this.revisits.refused(revisits));
                left.forEach(l -> rejects.add(l.reject()));
                lone.addAll(left);
            }
        } finally {
            taken.unpersist();
        }
        add(rejects);
    }

    /** Takes the pages of the revisits whose original is there; answers the others. */
    private List<Revisits.Lone> resolve(List<Revisits.Lone> found) {
        long seq = run.sequence().next();
        Revisits.Resolved resolved = revisits.resolve(found, seq);
        if (!resolved.pages().isEmpty()) {
            append(
                    revisits.rows(resolved.pages()),
                    resolved.pages().stream().map(r -> Mark.of(r.page())).toList(),
                    seq);
        }
        return resolved.lone();
    }

    /** An original may lie in a smaller file, and those come later. */
    private void resolveLone() {
        if (lone.isEmpty()) {
            return;
        }
        Set<String> still = resolve(List.copyOf(lone)).stream()
                .map(l -> l.reject().rejectId())
                .collect(Collectors.toSet());
        List<Reject> found = lone.stream()
                .map(Revisits.Lone::reject)
                .filter(r -> !still.contains(r.rejectId()))
                .toList();
        Set<String> ids = found.stream().map(Reject::rejectId).collect(Collectors.toSet());
        refused.removeIf(r -> ids.contains(r.rejectId()));
        rejectsWritten = Math.max(0, rejectsWritten - Rejects.close(run, found, List.of()));
    }

    private void add(List<Reject> rejects) {
        refused.addAll(rejects);
        rejectsWritten += Rejects.add(run, rejects);
    }

    /** Appends those pages that the lake doesn't hold yet, each once: of equals the first by path and offset. */
    private void append(Dataset<Row> pages, List<Mark> marks, long seq) {
        Set<String> known = knownAmong(marks);
        Map<String, Mark> first = new HashMap<>();
        marks.stream()
                .filter(m -> !known.contains(m.pageId()))
                .forEach(m -> first.merge(m.pageId(), m, (a, b) -> a.compareTo(b) <= 0 ? a : b));
        if (first.isEmpty()) {
            return;
        }
        Dataset<Row> fresh = first.size() == marks.size() ? pages : only(pages, first.values());
        long places = marks.stream().map(Mark::key).distinct().count();
        if (places < marks.size()) {
            // The same page twice in one member, which has one place for all its records.
            fresh = fresh.dropDuplicates("page_id");
        }
        run.slices().append(CapturedPage.TABLE, fresh, run.note(CapturedPage.TABLE, Map.of(), Set.of(), seq));
        pagesWritten += first.size();
    }

    private Dataset<Row> only(Dataset<Row> pages, Collection<Mark> keep) {
        Dataset<Row> kept = run.spark()
                .createDataset(keep.stream().map(Mark::key).toList(), Encoders.STRING())
                .toDF("kept");
        return pages.join(functions.broadcast(kept), Mark.key(pages).equalTo(kept.col("kept")), "left_semi");
    }

    /** Only the days of the new pages are asked: equal ids have equal capture times. */
    private Set<String> knownAmong(List<Mark> marks) {
        if (marks.isEmpty() || run.lake().log(CapturedPage.TABLE).lastNote().isEmpty()) {
            return Set.of();
        }
        Set<String> days = marks.stream().map(Mark::fetchDate).collect(Collectors.toSet());
        Set<String> ids = marks.stream().map(Mark::pageId).collect(Collectors.toSet());
        return run
                .lake()
                .read(CapturedPage.TABLE)
                .where(Slices.predicate("fetch_date", days))
                .select("page_id")
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .filter(ids::contains)
                .collect(Collectors.toSet());
    }

    /** A page without its content: what it takes to tell it from others. */
    private record Mark(String pageId, String path, long offset, String fetchDate) implements Comparable<Mark> {

        static Mark of(Row row, int from) {
            return new Mark(
                    row.getString(from),
                    row.getString(from + 1),
                    row.isNullAt(from + 2) ? -1 : row.getLong(from + 2),
                    row.isNullAt(from + 3) ? "" : row.get(from + 3).toString());
        }

        static Mark of(CapturedPage page) {
            return new Mark(
                    page.pageId(),
                    page.path(),
                    page.archiveOffset() == null ? -1 : page.archiveOffset(),
                    page.fetchDate() == null ? "" : page.fetchDate().toString());
        }

        String key() {
            return pageId + "\n" + path + "\n" + offset;
        }

        /** {@link #key()} as a column of pages. */
        static Column key(Dataset<Row> pages) {
            Column offset = functions.coalesce(pages.col("archive_offset"), functions.lit(-1L));
            return functions.concat_ws("\n", pages.col("page_id"), pages.col("path"), offset.cast("string"));
        }

        @Override
        public int compareTo(Mark other) {
            int byPath = path.compareTo(other.path);
            return byPath != 0 ? byPath : Long.compare(offset, other.offset);
        }
    }
}
