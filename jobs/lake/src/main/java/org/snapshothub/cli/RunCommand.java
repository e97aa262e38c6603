package org.snapshothub.cli;

import java.util.concurrent.Callable;
import org.snapshothub.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Every job of the pipeline, in order, over what is new.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hub run                                     the sources of conf/hub.conf",
            "  hub run --input pages/ --lake /srv/lake     one folder into a lake of its own",
            "  hub run --from 2026-01-01 --to 2026-02-01   one month again",
            "  hub run --run-id 20260118T003000-hourly-1   a name to ask hub status for",
            "  hub run --dry-run                           what would be done"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private SelectionOptions selection;

    @Mixin
    private RunIdOption runId;

    @Override
    public Integer call() {
        return new Execution(spec.commandLine(), common).of(Pipeline.JOBS, selection, runId.given());
    }
}
