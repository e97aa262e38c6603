package org.snapshothub.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snapshothub.Pipeline;
import org.snapshothub.audit.JobRun;
import org.snapshothub.lake.HubException;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.LazySession;
import org.snapshothub.lake.Lock;
import org.snapshothub.lake.Outcome;
import org.snapshothub.lake.Program;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.RunId;
import org.snapshothub.lake.Sequence;
import org.snapshothub.lake.Settings;
import org.snapshothub.lake.Slices;

/** Runs jobs over a lake: looks first, takes the lock, creates what is missing, works, and writes down what was done. */
public final class Runner {

    private final LazySession session;
    private final Settings settings;
    private final Console console;
    private final String arguments;

    public Runner(LazySession session, Settings settings, Console console, String arguments) {
        this.session = session;
        this.settings = settings;
        this.console = console;
        this.arguments = arguments;
    }

    /** What of a run in audit.runs tells it apart. */
    private record Named(String runId) {}

    /** What a run came to: its lines, one a job, and the fault that ended it early, if one did. */
    public record Report(String runId, List<JobLine> lines, Faults fault, Throwable thrown) {

        Outcome outcome() {
            Outcome worst = fault == null ? Outcome.OK : fault.outcome();
            for (JobLine line : lines) {
                worst = worst.or(line.outcome());
            }
            return worst;
        }
    }

    /** Runs {@code jobs}, in their order, under the name {@code given} if any; whatever stops one stops the run. */
    public Report run(List<Job> jobs, Run.Options options, Optional<RunId> given) {
        Instant startedAt = Instant.now();
        String runId = given.orElseGet(() -> RunId.at(startedAt)).text();
        Lake lake = new Lake(session, settings.lake());
        jobs.forEach(job -> job.check(look(lake, options, runId, startedAt)));
        try (Lock lock = Lock.take(lake, runId)) {
            lake.create(Pipeline.tables());
            given.ifPresent(id -> requireUnused(lake, id));
            Run run = new Run(
                    runId,
                    startedAt,
                    lake,
                    settings,
                    options,
                    new Sequence(lake, Pipeline.tables()),
                    new Slices(lake, lock),
                    console);
            return work(jobs, run);
        }
    }

    /** Two runs of one name would answer for each other. */
    private static void requireUnused(Lake lake, RunId id) {
        if (lake.snapshot(JobRun.TABLE).rows(Named.class).anyMatch(run -> run.runId()
                .equals(id.text()))) {
            throw new HubException(
                    Outcome.USAGE, "run id " + id + " is that of a run in audit.runs; give each run one of its own");
        }
    }

    /** A run that may look but not write. */
    static Run look(
            Lake lake, Settings settings, Run.Options options, String runId, Instant startedAt, Console console) {
        Slices none = new Slices(lake, () -> {
            throw new IllegalStateException("this run only looks");
        });
        return new Run(runId, startedAt, lake, settings, options, null, none, console);
    }

    private Run look(Lake lake, Run.Options options, String runId, Instant startedAt) {
        return look(lake, settings, options, runId, startedAt, console);
    }

    private Report work(List<Job> jobs, Run run) {
        List<JobLine> lines = new ArrayList<>();
        Faults fault = null;
        Throwable thrown = null;
        for (Job job : jobs) {
            Instant start = Instant.now();
            run.lake().madeSession().ifPresent(made -> made.sparkContext().setJobDescription(job.name()));
            try {
                JobResult result = job.run(run);
                lines.add(new JobLine(job, result, result.outcome(), start, Instant.now(), versions(run, job)));
                if (result.outcome() != Outcome.OK) {
                    break;
                }
            } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
                fault = Faults.of(e);
                thrown = e;
                lines.add(new JobLine(
                        job, JobResult.nothingNew(), fault.outcome(), start, Instant.now(), versions(run, job)));
                break;
            }
        }
        try {
            write(run, lines);
        } catch (RuntimeException e) {
            if (fault == null) {
                fault = Faults.of(e);
                thrown = e;
            }
        }
        return new Report(run.id(), lines, fault, thrown);
    }

    private static Map<String, Long> versions(Run run, Job job) {
        Map<String, Long> versions = new TreeMap<>();
        try {
            job.writes().forEach(t -> versions.put(t.name(), run.lake().log(t).version()));
        } catch (RuntimeException e) {
            // The storage that failed the job may fail this too; the line is worth more than the versions.
            return versions;
        }
        return versions;
    }

    private void write(Run run, List<JobLine> lines) {
        List<JobRun> rows = lines.stream().map(line -> row(run, line)).toList();
        run.slices().append(JobRun.TABLE, rows, run.note(JobRun.TABLE, Map.of(), java.util.Set.of()));
    }

    private JobRun row(Run run, JobLine line) {
        return new JobRun(
                run.id(),
                line.job().name(),
                line.startedAt(),
                line.endedAt(),
                line.outcome().code(),
                line.result().rowsRead(),
                line.result().rowsWritten(),
                line.result().rejects(),
                line.result().passedOver(),
                Json.line(line.versions()),
                Program.VERSION,
                arguments,
                line.seconds());
    }

    /** Stops with {@code USAGE} unless there is a lake. */
    static void requireLake(Lake lake) {
        if (!lake.exists(lake.base())) {
            throw new HubException(
                    Outcome.USAGE,
                    "there is no lake at " + lake.base() + "; 'hub run' makes one, --lake names another");
        }
    }
}
