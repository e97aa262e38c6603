package org.snapshothub.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Window;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a run looks at. */
final class SelectionOptions {

    @Option(
            names = "--input",
            paramLabel = "PATH",
            description =
                    "File, folder, glob or http(s) address to pull; repeatable (default: the sources of the configuration).")
    private List<String> inputs = List.of();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = Day.class,
            description = "First KST day to look at, e.g. 2026-01-18.")
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The KST day after the last one to look at.")
    private LocalDate to;

    @Option(
            names = "--dry-run",
            paramLabel = "full",
            arity = "0..1",
            fallbackValue = "plan",
            description = "Say what would be done, and write nothing; 'full' counts rows too.")
    private DryRun dryRun;

    @Option(names = "--reextract", description = "Read pages again that an older extractor has read.")
    private boolean reextract;

    @Option(names = "--verify", description = "Digest every input, also those that look as the ledger knows them.")
    private boolean verify;

    /** A day as the options spell it. */
    private static final class Day implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("\"" + text + "\" is no day, expected a KST day such as 2026-01-18");
            }
        }
    }

    /** How much a dry run tells. */
    enum DryRun {
        plan,
        full
    }

    Optional<DryRun> dryRun() {
        return Optional.ofNullable(dryRun);
    }

    Run.Options options() {
        Window window = new Window(Optional.ofNullable(from), Optional.ofNullable(to));
        return new Run.Options(inputs, window, reextract, verify, Optional.empty());
    }
}
