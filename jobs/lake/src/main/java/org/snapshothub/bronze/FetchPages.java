package org.snapshothub.bronze;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snapshothub.bronze.live.Fetcher;
import org.snapshothub.lake.CommitNote;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.LiveSource;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Table;

/**
 * Fetches the live sources into archives, which {@link PullPages} takes like any other.
 *
 * <p>All fetching is done by the driver, a lane for each host: since a lake has one writer, a host has one connection
 * across the whole cluster. A run makes the archives durable under names that nobody lists, adds its rejects, commits
 * its validators, and then gives the archives their names: a kill before the commit loses nothing but the asking, and
 * after it the next run finishes the names. An archive stays until it was taken, and a while longer.
 */
public final class FetchPages implements Job {

    static final String NAME = "fetch-pages";

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
        return "fetches the pages of live sources, politely, and only those that have changed";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(HttpValidator.TABLE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(HttpValidator.TABLE);
    }

    /** Without a user agent that names a contact nothing is fetched, and nothing else is done either. */
    @Override
    public void check(Run run) {
        List<LiveSource> sources = LiveSources.of(run);
        if (!sources.isEmpty()) {
            run.settings().http().requireContact();
            sources.forEach(s -> LiveSources.addresses(s, run.lake().hadoop()));
        }
    }

    @Override
    public JobResult run(Run run) {
        LiveArchive archive = new LiveArchive(run.lake(), run.id());
        archive.settle(run.lake().log(HttpValidator.TABLE).lastNote().map(CommitNote::runId));
        List<LiveSource> sources = LiveSources.of(run);
        if (sources.isEmpty()) {
            return JobResult.nothingNew();
        }
        if (!run.options().window().holds(LocalDate.ofInstant(run.startedAt(), TakeInputs.KST))) {
            return JobResult.nothingNew().withNotes(List.of("--from and --to leave out today: nothing is fetched"));
        }
        try (Fetcher fetcher = Fetcher.of(run.settings().http())) {
            return new LiveFetch(run, sources, fetcher, archive).result();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("fetching was interrupted", e);
        }
    }

    /** The sources that a run would ask, without asking: for {@code --dry-run}. */
    public static Map<String, String> plan(Run run) {
        Map<String, String> plan = new LinkedHashMap<>();
        LiveSources.of(run).forEach(s -> plan.put(s.name(), s.kind().key() + " " + String.join(" ", s.addresses())));
        return plan;
    }
}
