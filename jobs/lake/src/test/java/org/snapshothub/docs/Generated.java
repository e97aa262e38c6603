package org.snapshothub.docs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snapshothub.Pipeline;
import org.snapshothub.cli.Hub;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.Table;
import picocli.CommandLine;

/** The blocks of the README that the program tells of itself; each stands between two comments with its name. */
enum Generated {
    PICTURE(PipelinePicture::mermaid),
    TABLES(Generated::tables),
    COMMANDS(Generated::commands);

    private final Supplier<String> text;

    Generated(Supplier<String> text) {
        this.text = text;
    }

    String block() {
        return name().toLowerCase(Locale.ROOT);
    }

    String text() {
        return text.get();
    }

    private static String tables() {
        return Pipeline.tables().stream()
                .map(table -> row("`" + table.name() + "`", table.grain(), writers(table)))
                .collect(Collectors.joining("", "| table | grain | written by |\n|---|---|---|\n", ""));
    }

    private static String writers(Table<?> table) {
        List<String> jobs = Pipeline.JOBS.stream()
                .filter(job -> job.writes().contains(table))
                .map(Job::name)
                .toList();
        return jobs.isEmpty() ? "any job" : "`" + String.join("`, `", jobs) + "`";
    }

    private static String commands() {
        Map<String, CommandLine> commands = new CommandLine(new Hub()).getSubcommands();
        return commands.entrySet().stream()
                .map(command -> row(
                        "`hub " + command.getKey() + "`",
                        command.getValue().getCommandSpec().usageMessage().description()[0],
                        options(command.getValue())))
                .collect(Collectors.joining("", "| command | does | options of its own |\n|---|---|---|\n", ""));
    }

    /** Options that not every command has. */
    private static String options(CommandLine command) {
        TreeSet<String> own =
                new TreeSet<>(command.getCommandSpec().optionsMap().keySet());
        own.removeIf(option -> List.of("--lake", "--site", "--conf", "--json", "--help", "--version")
                        .contains(option)
                || !option.startsWith("--"));
        return own.isEmpty() ? "" : "`" + String.join("` `", own) + "`";
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.isEmpty() ? "| " : "| " + cell + " ")
                .collect(Collectors.joining("", "", "|\n"));
    }
}
