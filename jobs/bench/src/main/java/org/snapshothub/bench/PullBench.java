package org.snapshothub.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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

    @Option(names = "--one-core", description = "Also with one core shown, to see that wall time falls with cores.")
    private boolean oneCore;

    @Override
    public Integer call() throws Exception {
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
            Cost floor = Cost.of(() -> Readers.gunzip(all)).beyond(Cost.of(() -> Readers.gunzip(half)));
            Readers.oneThread(half);
            Cost reader = Cost.of(() -> Readers.oneThread(all)).beyond(Cost.of(() -> Readers.oneThread(half)));
            HubProcess hub = new HubProcess(Bench.home()).large();
            HubProcess.Ran first = hub.run(work.folder("lake-once"), once);
            HubProcess.Ran both = hub.run(work.folder("lake-twice"), twice);
            Cost program = both.cost().beyond(first.cost());
            Figures figures = new Figures("per 1,000 pages more", "CPU-seconds", "wall s", "of the reader");
            double thousands = pages / 1e3;
            figures.row("gunzip", floor.per(thousands), reader.per(thousands));
            figures.row("one thread: jwarc, jsoup, the extractors", reader.per(thousands), reader.per(thousands));
            figures.row("hub run, " + cores() + " cores", program.per(thousands), reader.per(thousands));
            if (oneCore) {
                HubProcess single = hub.onCores(1);
                Cost half1 = single.run(work.folder("lake-once-1"), once).cost();
                Cost all1 = single.run(work.folder("lake-twice-1"), twice).cost();
                figures.row("hub run, 1 core", all1.beyond(half1).per(thousands), reader.per(thousands));
            }
            figures.print();
            System.out.printf(
                    Locale.ROOT,
                    "gunzip gives %,.0f MB/s; whole runs took %.1f and %.1f CPU-seconds%n",
                    unpacked / 1e6 / floor.wall(),
                    first.cost().cpu(),
                    both.cost().cpu());
            Figures jobs = new Figures("job", "wall s of N", "of 2N", "");
            both.seconds().forEach((job, s) -> jobs.row(job, first.seconds().get(job), s));
            jobs.print();
        }
        return 0;
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static double size(List<Path> archives) throws java.io.IOException {
        double bytes = 0;
        for (Path archive : archives) {
            bytes += Files.size(archive);
        }
        return bytes;
    }
}
