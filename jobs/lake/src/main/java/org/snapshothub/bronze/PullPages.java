package org.snapshothub.bronze;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.functions;
import org.snapshothub.audit.Reject;
import org.snapshothub.audit.Rejects;
import org.snapshothub.bronze.live.WebAddress;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Settings.SourceSetting;
import org.snapshothub.lake.Table;

/**
 * Takes every new input: files, folders and globs of the sources → {@code bronze.pages} and the ledger.
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
        Listing.check(Pull.sources(run), run.lake().hadoop());
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

    static Reject unreadable(Run run, String path, String fault) {
        return Rejects.of(run.stamp(), NAME, PullReason.unreadable(fault), path, null, null, null);
    }

    /** One pull, from the listing to the last batch. Without anything to take it makes no session. */
    private static final class Pull {

        private final Run run;
        private final Listing listing;
        private final Ledger ledger;
        /** Rejects of inputs that a redrive offers again. */
        private final List<Reject> offered;
        /** Their paths: of files, and of folders that couldn't be listed. */
        private final Set<String> offeredPaths;

        private final InputTally tally;

        private Pull(Run run) {
            this.run = run;
            this.ledger = new Ledger(run);
            this.tally = new InputTally(run.lake());
            this.offered = run.options().redrive().isEmpty()
                    ? List.of()
                    : Lake.records(
                            Reject.TABLE,
                            Rejects.offered(run)
                                    .where(functions
                                            .col("page_id")
                                            .isNull()
                                            .and(functions.col("job").equalTo(NAME))));
            this.offeredPaths = offered.stream().map(Reject::path).collect(Collectors.toSet());
            this.listing =
                    Listing.of(sources(run), run.options().window(), run.lake().hadoop());
            // What was given by --input once need not be named again.
            offeredPaths.forEach(listing::addAgain);
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
            tally.passedOver(listed, candidates);
            long passedOver = listed.size() - candidates.size();
            List<String> notes = new ArrayList<>(listing.warnings());
            Set<String> whole = Set.of();
            List<Reject> refused = listing.unreadable().entrySet().stream()
                    .map(place -> unreadable(run, place.getKey(), place.getValue()))
                    .toList();
            long rejects = Rejects.add(run, refused);
            JobResult result = JobResult.of(0, 0, rejects, passedOver);
            if (!candidates.isEmpty()) {
                Batches batches = new Batches(run, ledger, tally);
                batches.take(candidates);
                result = JobResult.of(
                        candidates.size(),
                        batches.pagesWritten(),
                        rejects + batches.rejectsWritten(),
                        passedOver + batches.knownHere());
                refused = Stream.concat(refused.stream(), batches.refused().stream())
                        .toList();
                whole = batches.whole();
            }
            if (!offered.isEmpty()) {
                notes.add(
                        close(listed, whole, refused) + " of " + offered.size() + " rejects offered again were taken");
            }
            return result.withSources(tally.sources()).withNotes(notes);
        }

        /** Only inputs that were there to be read again, and to their end, can have lost their rejects, and folders listed. */
        private long close(List<InputFile> listed, Set<String> whole, List<Reject> again) {
            Set<String> folders = listed.stream()
                    .flatMap(file -> foldersAround(file.path()))
                    .filter(offeredPaths::contains)
                    .collect(Collectors.toSet());
            folders.removeAll(listing.unreadable().keySet());
            List<Reject> readAgain = offered.stream()
                    .filter(r -> whole.contains(r.path()) || folders.contains(r.path()))
                    .toList();
            return Rejects.close(run, readAgain, again);
        }

        private static Stream<String> foldersAround(String path) {
            return Stream.iterate(path.lastIndexOf('/'), at -> at > 0, at -> path.lastIndexOf('/', at - 1))
                    .map(at -> path.substring(0, at));
        }

        /** Those whose size or change mark the ledger doesn't know; with {@code --verify} all. */
        private List<InputFile> candidates(List<InputFile> listed) {
            if (run.options().verify()) {
                return listed;
            }
            if (run.options().redrive().isPresent()) {
                // Nobody has read what lies in a folder that couldn't be listed.
                Set<String> unseen = ledger
                        .unseen(listed.stream()
                                .filter(f -> LiveArchive.holds(run.lake(), f.path())
                                        || foldersAround(f.path()).anyMatch(offeredPaths::contains))
                                .toList())
                        .stream()
                        .map(InputFile::path)
                        .collect(Collectors.toSet());
                return listed.stream()
                        .filter(f -> offeredPaths.contains(f.path()) || unseen.contains(f.path()))
                        .toList();
            }
            return ledger.unseen(listed);
        }
    }
}
