package org.snapshothub.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An hour's pages into a lake of a year and into a lake of a day: an hour should cost as the hour. */
@Command(
        name = "hour",
        mixinStandardHelpOptions = true,
        description = "One more hour into a lake of many days and into a lake of one day; listing apart.")
final class HourBench implements Callable<Integer> {

    @Option(names = "--days", defaultValue = "365", description = "Days of the old lake; default ${DEFAULT-VALUE}.")
    private int days;

    @Option(names = "--hourly", defaultValue = "10", description = "Pages an hour; default ${DEFAULT-VALUE}.")
    private int hourly;

    @Option(names = "--bytes", defaultValue = "30000", description = "Size of a page; default ${DEFAULT-VALUE}.")
    private int bytes;

    @Override
    public Integer call() throws Exception {
        try (WorkFolder work = WorkFolder.make()) {
            Corpus corpus = new Corpus(
                    new MadePages(10, bytes, 0.3), hourly, Instant.parse("2025-02-28T15:00:00Z"), 24 * hourly);
            int daily = 24 * hourly;
            int end = days * daily;
            HubProcess hub = new HubProcess(Bench.home());
            Path year = corpus.write(work.folder("year"), 0, end);
            Path day = corpus.write(work.folder("day"), end - daily, end);
            Path yearLake = work.folder("lake-year");
            Path dayLake = work.folder("lake-day");
            hub.run(yearLake, year);
            hub.run(dayLake, day);
            Cost yearIdle = hub.run(yearLake, year).cost();
            Cost dayIdle = hub.run(dayLake, day).cost();
            Path hour = corpus.write(work.folder("hour"), end, end + hourly);
            Path added = hour.resolve(Readers.archives(hour).get(0).getFileName());
            Files.createLink(year.resolve(added.getFileName()), added);
            Files.createLink(day.resolve(added.getFileName()), added);
            Left yearBefore = Left.in(yearLake);
            Left dayBefore = Left.in(dayLake);
            Path yearEvents = work.folder("events-year");
            Path dayEvents = work.folder("events-day");
            HubProcess.Ran yearHour = hub.noting(yearEvents).run(yearLake, year);
            HubProcess.Ran dayHour = hub.noting(dayEvents).run(dayLake, day);
            Figures figures = new Figures(days * daily + " pages held, and " + daily, "year", "day", "ratio");
            figures.row("nothing new, CPU-seconds", yearIdle.cpu(), dayIdle.cpu(), yearIdle.cpu() / dayIdle.cpu());
            figures.row(
                    "an hour more, CPU-seconds",
                    yearHour.cost().cpu(),
                    dayHour.cost().cpu(),
                    yearHour.cost().cpu() / dayHour.cost().cpu());
            Cost yearNet = yearHour.cost().beyond(yearIdle);
            Cost dayNet = dayHour.cost().beyond(dayIdle);
            figures.row(
                    "the hour without listing and start", yearNet.cpu(), dayNet.cpu(), yearNet.cpu() / dayNet.cpu());
            figures.print();
            Left ofYear = Left.since(yearBefore, yearLake, yearEvents);
            Left ofDay = Left.since(dayBefore, dayLake, dayEvents);
            Figures left = new Figures("what the hour left", "year", "day", "ratio");
            left.row("tasks of Spark", ofYear.tasks(), ofDay.tasks(), ofYear.tasks() / ofDay.tasks());
            left.row(
                    "MB shuffled",
                    ofYear.shuffled() / 1e6,
                    ofDay.shuffled() / 1e6,
                    ofYear.shuffled() / ofDay.shuffled());
            left.row("commits", ofYear.commits(), ofDay.commits(), ofYear.commits() / ofDay.commits());
            left.row("data files", ofYear.files(), ofDay.files(), ofYear.files() / ofDay.files());
            left.row("MB of data", ofYear.bytes() / 1e6, ofDay.bytes() / 1e6, ofYear.bytes() / ofDay.bytes());
            left.print();
            Figures jobs = new Figures("job, wall s of the hour", "year", "day", "ratio");
            yearHour.seconds().forEach((job, s) -> {
                double other = dayHour.seconds().get(job);
                jobs.row(job, s, other, s / other);
            });
            jobs.print();
        }
        return 0;
    }
}
