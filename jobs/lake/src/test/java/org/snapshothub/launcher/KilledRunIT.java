package org.snapshothub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snapshothub.HubRun;
import org.snapshothub.Needs;
import org.snapshothub.Repository;
import org.snapshothub.Subprocess;
import org.snapshothub.audit.Reject;
import org.snapshothub.bronze.CapturedPage;
import org.snapshothub.bronze.Input;
import org.snapshothub.lake.Table;

/**
 * A pull killed with {@code kill -9}, and then simply run again: the lake ends with the same pages, inputs and rejects as
 * after a pull that nobody disturbed. Batches are of one file, so that there is something between any two commits.
 */
class KilledRunIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<Table<?>> PULLED = List.of(CapturedPage.TABLE, Input.TABLE, Reject.TABLE);

    @TempDir
    private static Path folder;

    private static Map<String, Integer> undisturbed;
    private static Duration took;

    @BeforeAll
    static void pullOnceUndisturbed() throws IOException, InterruptedException {
        Needs.full("minutes for runs that are killed");
        Files.writeString(folder.resolve("hub.conf"), "pull.batch-bytes = 12 KiB\n");
        Instant begun = Instant.now();
        Subprocess.Ended ended = Launcher.from(folder).run(arguments("undisturbed"));
        took = Duration.between(begun, Instant.now());
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        undisturbed = content("undisturbed");
        assertThat(undisturbed).hasSizeGreaterThan(10);
    }

    /** The moments at which a commit has just been made, or is being made. */
    private enum Moment {
        THE_LOCK_IS_TAKEN("_hub/lock.json", 1),
        PAGES_ARE_BEING_WRITTEN("bronze/pages/fetch_date=*", 1),
        PAGES_ARE_COMMITTED_AND_THEIR_INPUT_IS_NOT("bronze/pages/_delta_log/*1.json", 1),
        AN_INPUT_IS_COMMITTED("bronze/inputs/_delta_log/*1.json", 1),
        SOME_BATCHES_ARE_DONE("bronze/inputs/_delta_log/*.json", 4);

        private final String glob;
        private final int count;

        Moment(String glob, int count) {
            this.glob = glob;
            this.count = count;
        }

        boolean hasCome(Path lake) {
            Path place = lake.resolve(glob);
            if (!Files.isDirectory(place.getParent())) {
                return false;
            }
            try (var found = Files.newDirectoryStream(
                    place.getParent(), place.getFileName().toString())) {
                int n = 0;
                for (Path ignored : found) {
                    n++;
                }
                return n >= count;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> killedAtANamedMomentItEndsAsIfNeverKilled() {
        return Stream.of(Moment.values())
                .map(moment -> DynamicTest.dynamicTest(moment.name(), () -> {
                    String lake = moment.name().toLowerCase(java.util.Locale.ROOT);
                    try (Subprocess run = start(lake)) {
                        Instant limit = Instant.now().plus(LIMIT);
                        while (!moment.hasCome(folder.resolve(lake))
                                && Instant.now().isBefore(limit)) {
                            assertThat(run.isAlive())
                                    .as("alive until " + moment)
                                    .isTrue();
                            Thread.sleep(1);
                        }
                        run.kill();
                    }
                    pull(lake);
                    assertThat(content(lake)).isEqualTo(undisturbed);
                }));
    }

    /** By hand, for as many as one likes: {@code -Dkills=20}. */
    @TestFactory
    Stream<DynamicTest> killedAtAnyMomentItEndsAsIfNeverKilled() {
        long seed = Long.getLong("kills.seed", 20260118L);
        Random random = new Random(seed);
        return IntStream.range(0, Integer.getInteger("kills", 1)).mapToObj(i -> {
            long after = (long) (took.toMillis() * (0.3 + 0.7 * random.nextDouble()));
            return DynamicTest.dynamicTest("seed " + seed + ", " + i + ": after " + after + " ms", () -> {
                String lake = "random-" + i;
                try (Subprocess run = start(lake)) {
                    Thread.sleep(after);
                    run.kill();
                }
                pull(lake);
                assertThat(content(lake)).isEqualTo(undisturbed);
            });
        });
    }

    @Test
    void theSamePullAgainChangesNothing() {
        pull("undisturbed");

        assertThat(content("undisturbed")).isEqualTo(undisturbed);
    }

    /** In this JVM, whose Spark is there already: to what was killed it is another process all the same. */
    private static void pull(String lake) {
        HubRun run = HubRun.of(arguments(lake));
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    private static Subprocess start(String lake) throws IOException {
        return Launcher.from(folder).start(arguments(lake));
    }

    private static Map<String, Integer> content(String lake) {
        return LakeContent.of(folder.resolve(lake), PULLED);
    }

    private static String[] arguments(String lake) {
        return new String[] {
            "job",
            "pull-pages",
            "--conf",
            folder.resolve("hub.conf").toString(),
            "--lake",
            folder.resolve(lake).toString(),
            "--input",
            Repository.path("data/sample/2026-01").toString()
        };
    }
}
