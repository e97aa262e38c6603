package org.snapshothub.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snapshothub.bronze.FetchPages;
import org.snapshothub.bronze.PullPages;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.Outcome;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.RunId;
import org.snapshothub.lake.Settings;
import org.snapshothub.lake.SourceTally;
import org.snapshothub.lake.Table;
import picocli.CommandLine;

/** Runs jobs for a command and shows what came of it. */
final class Execution {

    private final CommandLine command;
    private final CommonOptions common;
    private final PrintWriter out;
    private final PrintWriter err;

    Execution(CommandLine command, CommonOptions common) {
        this.command = command;
        this.common = common;
        this.out = command.getOut();
        this.err = command.getErr();
    }

    int of(List<Job> jobs, SelectionOptions selection, Optional<RunId> id) {
        Run.Options options = selection.options();
        if (selection.dryRun().isPresent()) {
            Settings settings = common.settings();
            return new DryRun(settings, options, selection.dryRun().get(), Console.ofProcess(), out, common.json())
                    .of(jobs);
        }
        return of(jobs, options, id);
    }

    int of(List<Job> jobs, Run.Options options, Optional<RunId> id) {
        Settings settings = common.settings();
        Console console = Console.ofProcess();
        // All words of the call, the command's own name among them.
        String arguments = String.join(" ", command.getParseResult().originalArgs());
        Runner.Report report = new Runner(Spark.ifNeeded(), settings, console, arguments).run(jobs, options, id);
        if (common.json()) {
            out.println(Json.document(json(report, settings)));
        } else {
            show(report, jobs, settings);
        }
        out.flush();
        if (report.fault() != null) {
            err.println("hub: " + Console.plain(report.fault().message()));
            if (report.fault().outcome() == Outcome.BUG) {
                report.thrown().printStackTrace(err);
            }
            err.flush();
        }
        return report.outcome().exitCode();
    }

    private void show(Runner.Report report, List<Job> jobs, Settings settings) {
        List<List<String>> rows = new ArrayList<>();
        for (JobLine line : report.lines()) {
            rows.add(List.of(
                    line.job().name(),
                    number(line.result().rowsRead()),
                    number(line.result().rowsWritten()),
                    number(line.result().rejects()),
                    number(line.result().passedOver()),
                    String.format(Locale.ROOT, "%.1f", line.seconds())));
        }
        out.print(Console.table(List.of("job", "read", "written", "rejected", "passed over", "seconds"), rows));
        for (JobLine line : report.lines()) {
            line.result()
                    .sources()
                    .forEach(source -> out.println(line.job().name() + ": " + Console.plain(source.toString())));
            if (!line.result().doubts().isEmpty()) {
                out.println(line.job().name() + ": doubted " + doubted(line));
            }
            line.result().notes().forEach(note -> out.println(line.job().name() + ": " + Console.plain(note)));
        }
        long written =
                report.lines().stream().mapToLong(l -> l.result().rowsWritten()).sum();
        long rejects =
                report.lines().stream().mapToLong(l -> l.result().rejects()).sum();
        if (report.fault() == null && written == 0 && rejects == 0) {
            out.println("nothing new");
        }
        if (jobs.stream().anyMatch(j -> j.layer() == Layer.PUBLISH)) {
            reportPath(settings).ifPresent(path -> out.println("report: " + path));
        }
    }

    private static Optional<Path> reportPath(Settings settings) {
        Path index = Path.of(settings.site(), "index.html").toAbsolutePath().normalize();
        return Files.exists(index) ? Optional.of(index) : Optional.empty();
    }

    /** The rules that doubt a reading, each with how many. */
    private static String doubted(JobLine line) {
        return line.result().doubts().entrySet().stream()
                .map(rule -> rule.getKey() + " " + number(rule.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static Map<String, Object> json(Runner.Report report, Settings settings) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run_id", report.runId());
        document.put("outcome", report.outcome().code());
        document.put("exit_code", report.outcome().exitCode());
        if (report.fault() != null) {
            document.put("message", report.fault().message());
        }
        document.put("jobs", report.lines().stream().map(Execution::json).toList());
        reportPath(settings).ifPresent(path -> document.put("report", path.toString()));
        return document;
    }

    private static Map<String, Object> json(JobLine line) {
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("job", line.job().name());
        job.put("outcome", line.outcome().code());
        job.put("rows_read", line.result().rowsRead());
        job.put("rows_written", line.result().rowsWritten());
        job.put("rejects", line.result().rejects());
        job.put("passed_over", line.result().passedOver());
        if (!line.result().doubts().isEmpty()) {
            job.put("doubts", line.result().doubts());
        }
        job.put("seconds", line.seconds());
        job.put("sources", line.result().sources().stream().map(Execution::json).toList());
        job.put("notes", line.result().notes());
        job.put("table_versions", line.versions());
        return job;
    }

    private static Map<String, Object> json(SourceTally source) {
        Map<String, Object> tally = new LinkedHashMap<>();
        tally.put("source", source.source());
        tally.put("taken", source.taken());
        tally.put("unchanged", source.unchanged());
        tally.put("failed", source.failed());
        tally.put("left", source.left());
        return tally;
    }

    /** What a run would do, told without doing it. */
    private record DryRun(
            Settings settings,
            Run.Options options,
            SelectionOptions.DryRun depth,
            Console console,
            PrintWriter out,
            boolean json) {

        int of(List<Job> jobs) {
            Lake lake = new Lake(Spark.ifNeeded(), settings.lake());
            Run run = Runner.look(lake, settings, options, "dry-run", Instant.now(), console);
            Map<String, Object> document = new LinkedHashMap<>();
            for (Job job : jobs) {
                document.put(job.name(), plan(job, run));
            }
            if (json) {
                out.println(Json.document(document));
            } else {
                document.forEach((job, plan) -> out.println(job + ": " + Console.plain(String.valueOf(plan))));
                out.println("dry run: nothing was written");
            }
            out.flush();
            return 0;
        }

        private Map<String, Object> plan(Job job, Run run) {
            Map<String, Object> plan = new LinkedHashMap<>();
            if (job instanceof PullPages) {
                PullPages.Plan pull = PullPages.plan(run);
                plan.put("listed", pull.listed());
                plan.put("to_look_into", pull.candidates());
                plan.put("bytes", pull.bytes());
                return plan;
            }
            if (job instanceof FetchPages) {
                plan.put("live_sources", FetchPages.plan(run));
                return plan;
            }
            for (Table<?> source : job.reads()) {
                // A job of several tables keeps its position in the one it writes last.
                Optional<Run.Position> position = job.writes().stream()
                        .map(target -> run.position(target, source))
                        .max(Comparator.comparingLong(Run.Position::consumed))
                        .filter(p -> !p.isCaughtUp());
                if (position.isPresent()) {
                    Optional<Set<String>> slices = position.get().slices();
                    plan.put(
                            source.name(),
                            slices.<Object>map(s -> s.isEmpty() ? "new rows" : s)
                                    .orElse("all"));
                    if (depth == SelectionOptions.DryRun.full) {
                        plan.put(
                                source.name() + " rows", run.lake().read(source).count());
                    }
                }
            }
            plan.putIfAbsent("new", !plan.isEmpty());
            return plan;
        }
    }
}
