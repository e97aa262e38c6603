package org.snapshothub.bronze;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.functions;
import org.snapshothub.audit.Reject;
import org.snapshothub.audit.Rejects;
import org.snapshothub.bronze.live.AddressLists;
import org.snapshothub.bronze.live.FetchFault;
import org.snapshothub.bronze.live.Fetcher;
import org.snapshothub.bronze.live.Lanes;
import org.snapshothub.bronze.live.Visited;
import org.snapshothub.bronze.live.Visits;
import org.snapshothub.bronze.live.WebAddress;
import org.snapshothub.extract.record.Rejected;
import org.snapshothub.lake.HttpSettings;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.LiveSource;
import org.snapshothub.lake.Progress;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.SourceTally;

/** One fetch of {@link FetchPages}, from the lists of addresses to the names of the archives. */
final class LiveFetch {

    private final Run run;
    private final HttpSettings http;
    private final Map<String, LiveSource> sources;
    private final Fetcher fetcher;
    private final LiveArchive archive;
    private final Map<String, Map<String, HttpValidator>> known = new HashMap<>();
    /** Rejects that a redrive offers again. */
    private final List<Reject> offered;

    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, SourceTally> tallies = new TreeMap<>();
    private final ConcurrentLinkedQueue<HttpValidator> answered = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Reject> rejects = new ConcurrentLinkedQueue<>();
    private final List<String> notes = new ArrayList<>();

    LiveFetch(Run run, List<LiveSource> sources, Fetcher fetcher, LiveArchive archive) {
        this.run = run;
        this.http = run.settings().http();
        this.sources =
                sources.stream().collect(Collectors.toMap(LiveSource::name, s -> s, (a, b) -> a, LinkedHashMap::new));
        this.fetcher = fetcher;
        this.archive = archive;
        this.offered = run.options().redrive().isEmpty()
                ? List.of()
                : Lake.records(
                        Reject.TABLE,
                        Rejects.offered(run).where(functions.col("job").equalTo(FetchPages.NAME)));
        knownOf(this.sources.keySet()).forEach(v -> known.computeIfAbsent(v.source(), s -> new HashMap<>())
                .put(v.url(), v));
    }

    private List<HttpValidator> knownOf(Set<String> names) {
        if (run.lake().log(HttpValidator.TABLE).lastNote().isEmpty()) {
            return List.of();
        }
        return Lake.records(
                HttpValidator.TABLE, run.lake().read(HttpValidator.TABLE).where(Slices.predicate("source", names)));
    }

    JobResult result() throws InterruptedException {
        long begin = System.nanoTime();
        // Lists that answer slowly must not take all the time from the pages.
        long half = begin + http.runTime().toNanos() / 2;
        List<LiveCall> calls = calls(new AddressLists(fetcher, http, half));
        Visits visits =
                new Visits(fetcher, Math.toIntExact(run.settings().pull().maxPageBytes()));
        LongAdder done = new LongAdder();
        List<LiveCall> left;
        try (var watch = run.progress().watch(Progress.Stage.of("fetching", calls.size(), "pages", done::sum))) {
            Duration time = http.runTime().minusNanos(System.nanoTime() - begin);
            left = new Lanes(http.connections(), time, http.giveUpAfter(), http.maxBackoff())
                    .run(calls, LiveCall::address, call -> {
                        Visited visited = visits.visit(call.address(), call.known());
                        enter(call, visited);
                        done.increment();
                        return visited;
                    });
        } finally {
            archive.close();
        }
        left.forEach(call -> tally(new SourceTally(call.source(), 0, 0, 0, 1)));
        return commit();
    }

    private JobResult commit() {
        long newRejects = Rejects.add(run, List.copyOf(rejects));
        if (!answered.isEmpty()) {
            Set<String> touched = answered.stream().map(HttpValidator::source).collect(Collectors.toSet());
            run.slices()
                    .replace(
                            HttpValidator.TABLE,
                            run.rows(HttpValidator.TABLE, remembered(touched)),
                            run.note(HttpValidator.TABLE, Map.of(), touched));
            archive.publish();
        }
        sweep();
        if (!offered.isEmpty()) {
            List<Reject> again =
                    offered.stream().filter(r -> asked.contains(r.path())).toList();
            notes.add(Rejects.close(run, again, List.copyOf(rejects)) + " of " + offered.size()
                    + " rejects offered again were fetched");
        }
        long taken = tallies.values().stream().mapToLong(SourceTally::taken).sum();
        long unchanged =
                tallies.values().stream().mapToLong(SourceTally::unchanged).sum();
        return JobResult.of(answered.size(), taken, newRejects, unchanged)
                .withSources(List.copyOf(tallies.values()))
                .withNotes(notes);
    }

    /** What was asked now, and what is known of the addresses of the same sources that were not. */
    private List<HttpValidator> remembered(Set<String> touched) {
        Instant forgotten = run.startedAt().minus(http.forget());
        Map<List<String>, HttpValidator> rows = new LinkedHashMap<>();
        touched.stream()
                .flatMap(s -> known.getOrDefault(s, Map.of()).values().stream())
                .filter(v -> v.checkedAt().isAfter(forgotten))
                .forEach(v -> rows.put(List.of(v.source(), v.url()), v));
        answered.forEach(v -> rows.put(List.of(v.source(), v.url()), v));
        return List.copyOf(rows.values());
    }

    /** Removes archives that were taken long enough ago. */
    private void sweep() {
        long before = run.startedAt().minus(http.keep()).toEpochMilli();
        List<Path> old = archive.olderThan(before);
        if (!old.isEmpty() && run.lake().log(Input.TABLE).lastNote().isPresent()) {
            Set<String> taken = run
                    .lake()
                    .read(Input.TABLE)
                    .where(functions
                            .col("path")
                            .isin(old.stream().map(Path::toString).toArray()))
                    .select("path")
                    .collectAsList()
                    .stream()
                    .map(r -> r.getString(0))
                    .collect(Collectors.toSet());
            old.stream().filter(p -> taken.contains(p.toString())).forEach(archive::delete);
        }
    }

    /** The addresses to ask: of each source those longest not asked, as many as allowed; each address once. */
    private List<LiveCall> calls(AddressLists lists) throws InterruptedException {
        Set<String> wanted = offered.stream().map(Reject::path).collect(Collectors.toSet());
        Set<WebAddress> seen = new LinkedHashSet<>();
        List<LiveCall> calls = new ArrayList<>();
        for (LiveSource source : sources.values()) {
            tally(new SourceTally(source.name(), 0, 0, 0, 0));
            List<LiveCall> listed = listed(source, lists).stream()
                    .filter(seen::add)
                    .map(address -> call(source, address))
                    .filter(c -> run.options().redrive().isEmpty()
                            || wanted.contains(c.address().toString()))
                    .sorted(Comparator.comparing(LiveCall::checkedAt))
                    .toList();
            int most = Math.min(http.maxPages(), listed.size());
            if (most < listed.size()) {
                tally(new SourceTally(source.name(), 0, 0, 0, listed.size() - most));
            }
            calls.addAll(listed.subList(0, most));
        }
        calls.forEach(c -> asked.add(c.address().toString()));
        return calls;
    }

    private LiveCall call(LiveSource source, WebAddress address) {
        HttpValidator before = known.getOrDefault(source.name(), Map.of()).get(address.toString());
        return new LiveCall(source.name(), address, Optional.ofNullable(before));
    }

    private Set<WebAddress> listed(LiveSource source, AddressLists lists) throws InterruptedException {
        Set<WebAddress> roots = LiveSources.addresses(source, run.lake().hadoop());
        if (source.kind() == LiveSource.Kind.URLS) {
            return roots;
        }
        AddressLists.Scope scope =
                source.kind() == LiveSource.Kind.SITEMAP ? AddressLists.Scope.OWN_SITE : AddressLists.Scope.ANY_SITE;
        Set<WebAddress> pages = new LinkedHashSet<>();
        for (WebAddress root : roots) {
            asked.add(root.toString());
            AddressLists.Listed listed = lists.below(root, scope);
            listed.faults().forEach(f -> {
                reject(f.address(), f.fault());
                tally(new SourceTally(source.name(), 0, 0, 1, 0));
            });
            notes.addAll(listed.warnings());
            pages.addAll(listed.pages());
        }
        return pages;
    }

    /** Writes down what came of a call; called by the lanes. */
    private void enter(LiveCall call, Visited visited) {
        if (visited instanceof Visited.Taken taken) {
            archive.add(sources.get(call.source()), taken.answer());
            tally(new SourceTally(call.source(), 1, 0, 0, 0));
        } else if (visited instanceof Visited.Unchanged) {
            tally(new SourceTally(call.source(), 0, 1, 0, 0));
        } else if (visited instanceof Visited.Failed failed) {
            reject(call.address().toString(), failed.fault());
            tally(new SourceTally(call.source(), 0, 0, 1, 0));
        }
        answered.add(call.after(visited, Instant.now(), run.id()));
    }

    private void reject(String address, FetchFault fault) {
        Rejected rejected = Rejected.of(fault.reason(), fault.getMessage(), "", 0);
        rejects.add(Rejects.of(run.stamp(), FetchPages.NAME, rejected, address, address, null, null));
    }

    private void tally(SourceTally one) {
        synchronized (tallies) {
            tallies.merge(one.source(), one, SourceTally::plus);
        }
    }
}
