package org.snapshothub.cli;

import java.util.Optional;
import org.snapshothub.lake.RunId;
import picocli.CommandLine.Option;

/** How a caller names a run beforehand, to look up its outcome where exit codes are lost. */
final class RunIdOption {

    @Option(
            names = "--run-id",
            paramLabel = "ID",
            description = "Its name in audit.runs: UTC time, hyphen, a word, e.g. 20260118T003000-hourly-1"
                    + " (default: the time now and a random word).")
    private String runId;

    Optional<RunId> given() {
        return Optional.ofNullable(runId).map(RunId::given);
    }
}
