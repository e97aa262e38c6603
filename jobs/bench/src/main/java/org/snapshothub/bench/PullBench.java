package org.snapshothub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a page costs from archive to report: the program beside plain unpacking and a reader on one thread. */
@Command(
        name = "pull",
        mixinStandardHelpOptions = true,
        description = "The whole run over N and 2N new pages; the difference is what N more pages cost.")
final class PullBench implements Callable<Integer> {

    @Option(names = "--pages", defaultValue = "5000", description = "N; default ${DEFAULT-VALUE}.")
    private int pages;

    @Option(names = "--sites", defaultValue = "10", description = "Papers; default ${DEFAULT-VALUE}.")
    private int sites;

    @Option(names = "--bytes", defaultValue = "80000", description = "Size of a page; default ${DEFAULT-VALUE}.")
    private int bytes;

    @Option(names = "--hourly", defaultValue = "400", description = "Pages an hour; default ${DEFAULT-VALUE}.")
    private int hourly;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Times all is measured, one after the other; the middle counts. Default ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--one-core", description = "Also with one core shown, to see that wall time falls with cores.")
    private boolean oneCore;

    @Override
    public Integer call() throws Exception {
        if (rounds < 1) {
            System.err.println("--rounds must be at least 1");
            return 2;
        }
        try (WorkFolder work = WorkFolder.make()) {
            Corpus corpus = new Corpus(
                    new MadePages(sites, bytes, 0.3),
                    hourly,
                    Instant.parse("2026-02-28T15:00:00Z"),
                    Math.max(1, Math.min(2_000, pages / 4)));
            Path once = corpus.write(work.folder("once"), 0, pages);
            Path twice = work.folder("twice");
            corpus.write(twice, pages, 2 * pages);
            for (Path archive : Readers.archives(once)) {
                Files.createLink(twice.resolve(archive.getFileName()), archive);
            }
            List<Path> half = Readers.archives(once);
            List<Path> all = Readers.archives(twice);
            long unpacked = Readers.gunzip(half);
            System.out.printf(
                    Locale.ROOT,
                    "%,d and %,d pages of %,d bytes, %d papers, archives of %,.1f MB a thousand pages%n",
                    pages,
                    2 * pages,
                    unpacked / pages,
                    sites,
                    size(half) / 1e3 / pages);
            HubProcess hub = new HubProcess(Bench.home()).large();
            List<Cost> floors = new ArrayList<>();
            List<Cost> readers = new ArrayList<>();
            List<Cost> alone = new ArrayList<>();
            List<Pair> pairs = new ArrayList<>();
            Readers.oneThread(half);
            for (int round = 0; round < rounds; round++) {
                floors.add(Cost.of(() -> Readers.gunzip(all)).beyond(Cost.of(() -> Readers.gunzip(half))));
                readers.add(Cost.of(() -> Readers.oneThread(all)).beyond(Cost.of(() -> Readers.oneThread(half))));
                pairs.add(Pair.of(hub, work.folder("lakes-" + round), once, twice));
                if (oneCore) {
                    Path lakes = work.folder("lakes-of-one-core-" + round);
                    alone.add(Pair.of(hub.onCores(1), lakes, once, twice).more());
                }
            }
            List<Cost> programs = pairs.stream().map(Pair::more).toList();
            double thousands = pages / 1e3;
            Cost floor = Cost.median(floors);
            Cost reader = Cost.median(readers).per(thousands);
            Figures figures = new Figures("per 1,000 pages more", "CPU-seconds", "wall s", "of the reader");
            figures.row("gunzip", floor.per(thousands), reader);
            figures.row("one thread: jwarc, jsoup, the extractors", reader, reader);
            figures.row("hub run, " + cores() + " cores", Cost.median(programs).per(thousands), reader);
            if (oneCore) {
                figures.row("hub run, 1 core", Cost.median(alone).per(thousands), reader);
            }
            figures.print();
            Pair last = pairs.get(rounds - 1);
            System.out.printf(
                    Locale.ROOT,
                    "the middle of %d rounds; CPU-seconds of each: reader %s, hub %s%n",
                    rounds,
                    each(readers, thousands),
                    each(programs, thousands));
            System.out.printf(
                    Locale.ROOT,
                    "gunzip gives %,.0f MB/s; the last whole runs took %.1f and %.1f CPU-seconds%n",
                    unpacked / 1e6 / floor.wall(),
                    last.once().cost().cpu(),
                    last.twice().cost().cpu());
            Figures jobs = new Figures("job", "wall s of N", "of 2N", "");
            last.twice()
                    .seconds()
                    .forEach((job, seconds) ->
                            jobs.row(job, last.once().seconds().get(job), seconds));
            jobs.print();
        }
        return 0;
    }

    /** A run over N pages and one over 2N, each into a lake of its own. */
    private record Pair(HubProcess.Ran once, HubProcess.Ran twice) {

        static Pair of(HubProcess hub, Path lakes, Path once, Path twice) throws IOException, InterruptedException {
            return new Pair(hub.run(lakes.resolve("once"), once), hub.run(lakes.resolve("twice"), twice));
        }

        /** What the second N took. */
        Cost more() {
            return twice.cost().beyond(once.cost());
        }
    }

    private static String each(List<Cost> costs, double thousands) {
        return costs.stream()
                .map(cost ->
                        String.format(Locale.ROOT, "%.2f", cost.per(thousands).cpu()))
                .collect(Collectors.joining(" "));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static double size(List<Path> archives) throws IOException {
        double bytes = 0;
        for (Path archive : archives) {
            bytes += Files.size(archive);
        }
        return bytes;
    }
}
