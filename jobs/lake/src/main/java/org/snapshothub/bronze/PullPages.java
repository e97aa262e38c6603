package org.snapshothub.bronze;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.snapshothub.bronze.live.WebAddress;
import org.snapshothub.extract.record.Rejected;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.Progress;
import org.snapshothub.lake.RecordCodec;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Settings.SourceSetting;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.SoFar;
import org.snapshothub.lake.Table;

/**
 * Takes every new input: files, folders and globs of the sources → {@code bronze.pages} and the ledger.
 *
 * <p>Inputs are taken in batches of a set size. A batch commits its pages, then its rejects, then its inputs: a kill
 * before the last leaves inputs that are read again, whose pages and rejects are then found to be there already.
 *
 * <p>With a window of days, pages captured outside it are left where they are, and an input that holds one is not marked
 * as taken: a later run reads it again.
 */
public final class PullPages implements Job {

    static final String NAME = "pull-pages";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Layer layer() {
        return Layer.BRONZE;
    }

    @Override
    public String purpose() {
        return "takes every new input of the sources, page by page, as it is";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(Input.TABLE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(CapturedPage.TABLE, Input.TABLE);
    }

    /** A literal path that is absent ends the run before anything is written. */
    @Override
    public void check(Run run) {
        Listing.of(
                Pull.sources(run),
                run.options().window(),
                run.spark().sparkContext().hadoopConfiguration());
    }

    @Override
    public JobResult run(Run run) {
        return new Pull(run).result();
    }

    /** The inputs a run would take, without taking them: for {@code --dry-run}. */
    public static Plan plan(Run run) {
        Pull pull = new Pull(run);
        List<InputFile> listed = pull.listing.inputs();
        List<InputFile> candidates = pull.candidates(listed);
        return new Plan(
                listed.size(),
                candidates.stream().map(InputFile::path).sorted().toList(),
                candidates.stream().mapToLong(InputFile::sizeBytes).sum());
    }

    /** What {@code --dry-run} tells: inputs listed, and of them those to be looked into. */
    public record Plan(int listed, List<String> candidates, long bytes) {}

    /** One pull, from the listing to the last batch. */
    private static final class Pull {

        private final Run run;
        private final JavaSparkContext spark;
        private final Listing listing;
        private final Ledger ledger;
        private final Broadcast<SerializableConfiguration> configuration;
        /** Rejects of inputs that a redrive offers again. */
        private final List<Reject> offered;

        private final List<Reject> again = new ArrayList<>();
        private final Revisits revisits;
        /** Revisits whose original was not there yet when their batch was taken. */
        private final List<Revisits.Lone> lone = new ArrayList<>();

        private final InputTally tally;
        private final LongAccumulator bytesRead;
        private final LongAccumulator pagesRead;
        /** Bytes of inputs that need no reading; told to the thread that shows progress. */
        private volatile long bytesSkipped;

        private long pagesWritten;
        private long rejectsWritten;
        private long passedOver;

        private Pull(Run run) {
            this.run = run;
            this.spark = new JavaSparkContext(run.spark().sparkContext());
            this.listing = Listing.of(sources(run), run.options().window(), spark.hadoopConfiguration());
            this.ledger = new Ledger(run);
            this.revisits = new Revisits(run, NAME);
            this.tally = new InputTally(run.lake());
            this.bytesRead = spark.sc().longAccumulator("bytes read");
            this.pagesRead = spark.sc().longAccumulator("pages read");
            this.offered = run.options().redrive().isEmpty()
                    ? List.of()
                    : Lake.records(
                            Reject.TABLE,
                            Rejects.offered(run)
                                    .where(functions
                                            .col("page_id")
                                            .isNull()
                                            .and(functions.col("job").equalTo(NAME))));
            this.configuration = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        }

        private static List<SourceSetting> sources(Run run) {
            List<String> inputs = run.options().inputs();
            List<SourceSetting> sources = new ArrayList<>(
                    inputs.isEmpty()
                            ? run.settings().sources()
                            : inputs.stream()
                                    .filter(input -> !WebAddress.isMeant(input))
                                    .map(path -> new SourceSetting("input", path, "", ""))
                                    .toList());
            if (inputs.isEmpty() || inputs.stream().anyMatch(WebAddress::isMeant)) {
                sources.addAll(LiveArchive.sources(run.lake()));
            }
            return sources;
        }

        private JobResult result() {
            List<InputFile> listed = listing.inputs();
            List<InputFile> candidates = candidates(listed);
            passedOver = listed.size() - candidates.size();
            tally.passedOver(listed, candidates);
            refuseUnreadableFolders();
            takeAll(candidates);
            List<String> notes = new ArrayList<>(listing.warnings());
            if (!offered.isEmpty()) {
                notes.add(close(candidates) + " of " + offered.size() + " rejects offered again were taken");
            }
            return JobResult.of(candidates.size(), pagesWritten, rejectsWritten, passedOver)
                    .withSources(tally.sources())
                    .withNotes(notes);
        }

        private void takeAll(List<InputFile> candidates) {
            if (candidates.isEmpty()) {
                return;
            }
            long bytes = candidates.stream().mapToLong(InputFile::sizeBytes).sum();
            try (SoFar read = new SoFar(run.spark().sparkContext(), bytesRead);
                    SoFar pages = new SoFar(run.spark().sparkContext(), pagesRead);
                    var watch = run.progress()
                            .watch(Progress.Stage.of("reading", bytes, "bytes", () -> bytesSkipped + read.value())
                                    .beside("pages", pages::value))) {
                List<List<InputFile>> batches = batches(candidates);
                batches.forEach(this::take);
                if (batches.size() > 1) {
                    resolveLone();
                }
            }
        }

        /** Only inputs that were there to be read again can have lost their rejects. */
        private long close(List<InputFile> candidates) {
            Set<String> read = candidates.stream().map(InputFile::path).collect(Collectors.toSet());
            List<Reject> readAgain = offered.stream()
                    .filter(r -> read.contains(r.path()) || isListedAgain(r.path()))
                    .toList();
            return Rejects.close(run, readAgain, again);
        }

        /** Of a folder: its files are candidates of their own. */
        private boolean isListedAgain(String path) {
            return !listing.unreadable().containsKey(path)
                    && listing.inputs().stream().anyMatch(f -> f.path().startsWith(path + "/"));
        }

        /** Those whose size or change mark the ledger doesn't know; with {@code --verify} all. */
        private List<InputFile> candidates(List<InputFile> listed) {
            if (run.options().verify()) {
                return listed;
            }
            if (run.options().redrive().isPresent()) {
                Set<String> refused = offered.stream().map(Reject::path).collect(Collectors.toSet());
                Set<String> fetched =
                        unseen(listed.stream()
                                        .filter(f -> LiveArchive.holds(run.lake(), f.path()))
                                        .toList())
                                .stream()
                                .map(InputFile::path)
                                .collect(Collectors.toSet());
                return listed.stream()
                        .filter(f -> refused.contains(f.path()) || fetched.contains(f.path()))
                        .toList();
            }
            return unseen(listed);
        }

        private List<InputFile> unseen(List<InputFile> listed) {
            Map<String, List<Ledger.Seen>> seen = ledger.seenAt(listed);
            return listed.stream()
                    .filter(f -> seen.getOrDefault(f.path(), List.of()).stream().noneMatch(s -> s.looksLike(f)))
                    .toList();
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

        private void take(List<InputFile> batch) {
            List<Digests.Digested> digested = digest(batch);
            List<Reject> rejects = new ArrayList<>();
            digested.stream().filter(d -> d.fault() != null).forEach(d -> {
                rejects.add(unreadable(d.file().path(), d.fault()));
                tally.failed(d.file());
            });
            Map<String, List<Ledger.Seen>> seen = ledger.seenAt(batch);
            Set<String> held = ledger.held(digested.stream()
                    .filter(d -> d.fault() == null)
                    .map(Digests.Digested::digest)
                    .collect(Collectors.toSet()));
            List<TakeInputs.Order> toTake = new ArrayList<>();
            List<TakeInputs.Order> unchanged = new ArrayList<>();
            for (Digests.Digested d : digested) {
                if (d.fault() != null) {
                    continue;
                }
                TakeInputs.Order order = new TakeInputs.Order(d.file(), d.digest());
                boolean knownHere = seen.getOrDefault(d.file().path(), List.of()).stream()
                        .anyMatch(s -> s.digest().equals(d.digest()));
                if (run.options().redrive().isPresent()) {
                    toTake.add(order);
                } else if (knownHere) {
                    passedOver++;
                    tally.unchanged(d.file());
                } else if (held.add(d.digest())) {
                    toTake.add(order);
                } else {
                    unchanged.add(order);
                }
            }
            long toRead = toTake.stream().mapToLong(o -> o.file().sizeBytes()).sum();
            bytesSkipped += batch.stream().mapToLong(InputFile::sizeBytes).sum() - toRead;
            long seq = run.sequence().next();
            List<Input> ledgerRows = new ArrayList<>(unchanged.stream()
                    .map(o -> TakeInputs.inputRow(run.stamp(), seq, o, Ledger.Status.UNCHANGED, 0, 0, 0))
                    .toList());
            read(toTake, seq, rejects, ledgerRows);
            tally.taken(batch, ledgerRows);
            ledgerRows.removeIf(row -> seen.getOrDefault(row.path(), List.of()).stream()
                    .anyMatch(s -> s.digest().equals(row.contentDigest())));
            if (!ledgerRows.isEmpty()) {
                run.slices()
                        .append(
                                Input.TABLE,
                                run.rows(Input.TABLE, ledgerRows),
                                run.note(Input.TABLE, Map.of(), Set.of()));
            }
        }

        private List<Digests.Digested> digest(List<InputFile> batch) {
            List<List<InputFile>> bins = Bins.of(batch, InputFile::sizeBytes, spark.defaultParallelism());
            return spark.parallelize(bins, bins.size()).flatMap(new Digests(configuration)).collect().stream()
                    .sorted(java.util.Comparator.comparing(
                            (Digests.Digested d) -> d.file().path()))
                    .toList();
        }

        private Reject unreadable(String path, String fault) {
            Rejected rejected = Rejected.of(PullReason.UNREADABLE_INPUT, fault, "", 0);
            return Rejects.of(run.stamp(), NAME, rejected, path, null, null, null);
        }

        private void refuseUnreadableFolders() {
            add(listing.unreadable().entrySet().stream()
                    .map(folder -> unreadable(folder.getKey(), folder.getValue()))
                    .toList());
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
            again.removeAll(found);
            rejectsWritten = Math.max(0, rejectsWritten - Rejects.close(run, found, List.of()));
        }

        private void add(List<Reject> rejects) {
            again.addAll(rejects);
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
