package org.snapshothub.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.snapshothub.Pipeline;
import org.snapshothub.lake.Job;
import org.snapshothub.silver.PageFindings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "job",
        description = "One job, several, or all of a layer: what a task of the schedule calls.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hub job silver                              all jobs of a layer",
            "  hub job extract-observations --reextract    read again what an older extractor has read",
            "  hub job aggregate-temperatures aggregate-months --from 2026-01-01 --to 2026-02-01"
        })
final class JobCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private SelectionOptions selection;

    @Mixin
    private RunIdOption runId;

    @Parameters(paramLabel = "NAME|LAYER", arity = "1..*", description = "Job, or bronze, silver, gold, publish.")
    private List<String> names;

    @Override
    public Integer call() {
        Set<Job> chosen = new LinkedHashSet<>();
        for (String name : names) {
            List<Job> jobs = Pipeline.named(name);
            if (jobs.isEmpty()) {
                String known = Pipeline.JOBS.stream().map(Job::name).collect(Collectors.joining(", "));
                throw new ParameterException(
                        spec.commandLine(),
                        "unknown job " + name + "; the jobs are " + known
                                + ", the layers bronze, silver, gold, publish");
            }
            chosen.addAll(jobs);
        }
        if (selection.options().reextract()) {
            chosen.addAll(readersFor(chosen));
        }
        List<Job> inOrder = Pipeline.JOBS.stream().filter(chosen::contains).toList();
        return new Execution(spec.commandLine(), common).of(inOrder, selection, runId.given());
    }

    /** What is extracted from pages' findings can be extracted again only from findings made again. */
    private static List<Job> readersFor(Set<Job> chosen) {
        boolean needsFindings = chosen.stream().anyMatch(job -> job.reads().contains(PageFindings.TABLE));
        return Pipeline.JOBS.stream()
                .filter(job -> needsFindings && job.writes().contains(PageFindings.TABLE))
                .toList();
    }
}
