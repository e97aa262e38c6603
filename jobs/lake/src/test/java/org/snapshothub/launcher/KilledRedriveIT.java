package org.snapshothub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snapshothub.HubRun;
import org.snapshothub.Needs;
import org.snapshothub.Subprocess;
import org.snapshothub.audit.Reject;
import org.snapshothub.bronze.CapturedPage;
import org.snapshothub.bronze.Input;
import org.snapshothub.lake.Table;
import org.snapshothub.silver.PageFindings;

/**
 * A redrive killed with {@code kill -9}, and then simply run again: the lake ends as after one that nobody disturbed. Each
 * archive has a record that was damaged when it was pulled, and is a batch of its own.
 */
class KilledRedriveIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<String> ARCHIVES = List.of("a", "b", "c");

    @TempDir
    private static Path folder;

    private static Map<String, Integer> undisturbed;

    @BeforeAll
    static void redriveOnceUndisturbed() throws IOException {
        Needs.full("minutes for runs that are killed");
        Path inputs = Files.createDirectories(folder.resolve("inputs"));
        Files.writeString(folder.resolve("hub.conf"), """
                sources = [{ name = "archives", path = "%s", licence = "test", schedule = "test" }]
                pull.batch-bytes = 1
                """.formatted(inputs));
        for (String name : ARCHIVES) {
            write(name, record(name + "1").replace("Content-Length", "Content-Width") + record(name + "2"));
        }
        hub("pulled", "job", "pull-pages");
        assertThat(open("pulled")).hasSize(ARCHIVES.size());
        for (String name : ARCHIVES) {
            write(name, record(name + "1") + record(name + "2"));
        }
        copy("undisturbed");
        hub("undisturbed", "redrive");
        undisturbed = content("undisturbed");
        assertThat(open("undisturbed")).isEmpty();
        assertThat(undisturbed.keySet())
                .filteredOn(row -> row.startsWith("bronze.pages"))
                .hasSize(2 * ARCHIVES.size());
    }

    /** The moments at which a table has just got its first commit of the redrive. */
    private enum Moment {
        ONE_ARCHIVE_OF_THREE_IS_READ_AGAIN("bronze/pages"),
        THE_REJECTS_ARE_CLOSED_AND_NOTHING_IS_EXTRACTED("audit/rejects");

        private final String table;

        Moment(String table) {
            this.table = table;
        }

        private long commits(String lake) {
            try (Stream<Path> log =
                    Files.list(folder.resolve(lake).resolve(table).resolve("_delta_log"))) {
                return log.filter(file -> file.toString().endsWith(".json")).count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void killedAtANamedMomentItEndsAsIfNeverKilled(Moment moment) throws IOException, InterruptedException {
        String lake = moment.name().toLowerCase(Locale.ROOT);
        copy(lake);
        try (Subprocess redrive = Launcher.from(folder).start(arguments(lake, "redrive"))) {
            Instant limit = Instant.now().plus(LIMIT);
            while (moment.commits(lake) == moment.commits("pulled")
                    && Instant.now().isBefore(limit)) {
                assertThat(redrive.isAlive()).as("alive until " + moment).isTrue();
                Thread.sleep(1);
            }
            redrive.kill();
        }
        assertThat(content(lake)).as("killed midway").isNotEqualTo(undisturbed);

        hub(lake, "redrive");

        assertThat(content(lake)).isEqualTo(undisturbed);
    }

    /** In this JVM, whose Spark is there already: to what was killed it is another process all the same. */
    private static void hub(String lake, String... command) {
        HubRun run = HubRun.of(arguments(lake, command));
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    private static String[] arguments(String lake, String... command) {
        return Stream.concat(
                        Stream.of(command),
                        Stream.of(
                                "--conf",
                                folder.resolve("hub.conf").toString(),
                                "--lake",
                                folder.resolve(lake).toString(),
                                "--site",
                                folder.resolve(lake + "-site").toString()))
                .toArray(String[]::new);
    }

    /** The lake as it was pulled, under another name. */
    private static void copy(String lake) throws IOException {
        Path from = folder.resolve("pulled");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, folder.resolve(lake).resolve(from.relativize(file)));
            }
        }
    }

    /** As another moment would have it: a second later by the store's clock. */
    private static void write(String name, String archive) throws IOException {
        Path file = folder.resolve("inputs/" + name + ".warc");
        FileTime later = FileTime.fromMillis(Files.exists(file) ? 1_768_700_001_000L : 1_768_700_000_000L);
        Files.setLastModifiedTime(Files.writeString(file, archive), later);
    }

    private static String record(String name) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>" + name + "x".repeat(40);
        return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example.kr/" + name
                + "\r\nWARC-Date: 2026-01-18T06:00:00Z\r\nContent-Type: application/http\r\nContent-Length: "
                + http.length() + "\r\n\r\n" + http + "\r\n\r\n";
    }

    private static List<String> open(String lake) {
        return LakeContent.of(folder.resolve(lake), List.of(Reject.TABLE)).keySet().stream()
                .filter(row -> row.endsWith("false]"))
                .toList();
    }

    private static Map<String, Integer> content(String lake) {
        return LakeContent.of(
                folder.resolve(lake),
                List.<Table<?>>of(CapturedPage.TABLE, Input.TABLE, Reject.TABLE, PageFindings.TABLE));
    }
}
