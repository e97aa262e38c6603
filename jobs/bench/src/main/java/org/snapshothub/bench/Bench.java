package org.snapshothub.bench;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code jobs/bench/run}: each command prints one table. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "What the program costs, beside baselines measured in the same run. Nothing is judged.",
        subcommands = {PullBench.class, HourBench.class, ArticlesBench.class})
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    static Path home() {
        return Path.of(System.getProperty("bench.home"));
    }
}
