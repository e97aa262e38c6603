package org.snapshothub.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.snapshothub.Pipeline;
import org.snapshothub.lake.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "redrive",
        description = {
            "Offers rejected inputs and pages to the current extractors again.",
            "Those that pass leave the open list (redriven_by); nothing is doubled."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hub redrive",
            "  hub redrive --reason unknown-station",
            "  hub redrive --input /archive/2026-01/a.warc.gz"
        })
final class RedriveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private RunIdOption runId;

    @Option(names = "--reason", paramLabel = "R", description = "Only rejects of this reason (default: all open ones).")
    private String reason;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            description = "Only rejects of this file, folder, glob or http(s) address; repeatable (default: all).")
    private List<String> inputs = List.of();

    @Override
    public Integer call() {
        Run.Options options = Run.Options.NONE.redriving(reason == null ? "" : reason, inputs);
        return new Execution(spec.commandLine(), common).of(Pipeline.JOBS, options, runId.given());
    }
}
