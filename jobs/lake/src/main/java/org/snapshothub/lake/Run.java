package org.snapshothub.lake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One run over one lake: what a job may know and use.
 *
 * @param id time-ordered id of the run, as in {@code run_id}
 * @param startedAt when it began; the only clock that reaches a row
 */
public record Run(
        String id,
        Instant startedAt,
        Lake lake,
        Settings settings,
        Options options,
        Sequence sequence,
        Slices slices,
        Progress progress) {

    /**
     * What the command line asks of the jobs.
     *
     * @param inputs paths given by {@code --input}; empty for the configured sources
     * @param window the days to look at
     * @param reextract whether pages read by an older extractor are read again
     * @param verify whether inputs that look unchanged are digested all the same
     * @param redrive the reason whose open rejects are offered again, "" for every reason; empty when none are
     */
    public record Options(
            List<String> inputs, Window window, boolean reextract, boolean verify, Optional<String> redrive) {

        public static final Options NONE = new Options(List.of(), Window.ALL, false, false, Optional.empty());

        public Options redriving(String reason, List<String> ofInputs) {
            return new Options(ofInputs, window, reextract, verify, Optional.of(reason));
        }
    }

    /** What of a run travels to executors and into rows. */
    public record Stamp(String runId, Instant startedAt) implements java.io.Serializable {}

    public Stamp stamp() {
        return new Stamp(id, startedAt);
    }

    public SparkSession spark() {
        return lake.spark();
    }

    /** Where {@code target} stands with {@code source}: what it has taken in, and what there is. */
    public Position position(Table<?> target, Table<?> source) {
        long consumed =
                lake.log(target).lastNote().map(n -> n.consumedOf(source)).orElse(0L);
        Optional<List<CommitNote>> notes = lake.log(source).notesSince(consumed);
        long latest = lake.log(source).lastNote().map(CommitNote::seq).orElse(0L);
        return new Position(consumed, latest, notes);
    }

    /** A note for the next commit to {@code target}: carries on what it had consumed, with {@code positions} moved. */
    public CommitNote note(Table<?> target, Map<Table<?>, Position> positions, Set<String> slices) {
        return note(target, positions, slices, sequence.next());
    }

    /** The same with a sequence number that stands in the rows already. */
    public CommitNote note(Table<?> target, Map<Table<?>, Position> positions, Set<String> slices, long seq) {
        Map<String, Long> consumed = new HashMap<>(
                lake.log(target).lastNote().map(CommitNote::consumed).orElse(Map.of()));
        positions.forEach((source, position) -> consumed.put(source.name(), position.latest()));
        return new CommitNote(id, seq, consumed, slices);
    }

    /** Rows of records, ready to be written. */
    public <R extends Record> Dataset<Row> rows(Table<R> table, List<R> records) {
        return lake.rows(table, records);
    }

    /**
     * How far a table has been taken in.
     *
     * @param consumed sequence number taken in so far; 0 for nothing yet
     * @param latest sequence number of the source's newest commit
     * @param notes the commits between; empty when the log no longer reaches back so far
     */
    public record Position(long consumed, long latest, Optional<List<CommitNote>> notes) {

        public boolean isCaughtUp() {
            return latest <= consumed;
        }

        /** The slices changed since; empty when they can't be told and all must be looked at. */
        public Optional<Set<String>> slices() {
            return notes.map(list -> {
                Set<String> slices = new TreeSet<>();
                list.forEach(n -> slices.addAll(n.slices()));
                return slices;
            });
        }
    }
}
