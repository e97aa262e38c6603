package org.snapshothub.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snapshothub.lake.Outcome;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command {@code hub} and its subcommands. */
@Command(
        name = "hub",
        description =
                "Pulls page snapshots into Delta tables and publishes regional temperatures and data-usage cases.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            JobCommand.class,
            ListCommand.class,
            DescribeCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            RedriveCommand.class,
            EvaluateCommand.class,
            MaintainCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  hub run                                  everything, over the configured sources",
            "  hub run --input 'pages/2026-02-*.warc.gz' --lake hdfs://nn/hub/lake",
            "  hub job gold --from 2026-01-01 --to 2026-02-01",
            "  hub status --json",
            "",
            "Exit codes: 0 done, 2 usage, 3 quality gate, 4 lake busy, 5 storage (run again), 1 a bug."
        })
public final class Hub implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; 'hub --help' lists them");
    }

    /** Runs a command line and answers the exit code. */
    public static int execute(String... arguments) {
        CommandLine hub = new CommandLine(new Hub());
        hub.setCaseInsensitiveEnumValuesAllowed(true);
        hub.setParameterExceptionHandler(Hub::usage);
        hub.setExecutionExceptionHandler(Hub::failed);
        try {
            return hub.execute(arguments);
        } catch (LinkageError | StackOverflowError | OutOfMemoryError e) {
            return failed(e, hub, List.of(arguments));
        }
    }

    private static int usage(ParameterException e, String[] arguments) {
        return say(e.getCommandLine(), List.of(arguments), new Faults(Outcome.USAGE, e.getMessage()));
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        return failed(e, command, parsed.originalArgs());
    }

    private static int failed(Throwable e, CommandLine command, List<String> arguments) {
        Faults fault = Faults.of(e);
        int exitCode = say(command, arguments, fault);
        if (fault.outcome() == Outcome.BUG) {
            e.printStackTrace(command.getErr());
        }
        return exitCode;
    }

    /** One line for people; who asked for JSON gets a document too, since a reader of it waits for one. */
    private static int say(CommandLine command, List<String> arguments, Faults fault) {
        String message = oneLine(fault.message());
        command.getErr().println("hub: " + Console.plain(message));
        if (arguments.contains("--json")) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("outcome", fault.outcome().code());
            document.put("exit_code", fault.outcome().exitCode());
            document.put("message", message);
            command.getOut().println(Json.document(document));
            command.getOut().flush();
        }
        return fault.outcome().exitCode();
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
