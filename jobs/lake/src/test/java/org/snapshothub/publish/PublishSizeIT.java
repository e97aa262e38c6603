package org.snapshothub.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snapshothub.HubRun;
import org.snapshothub.LakeTest;
import org.snapshothub.Needs;
import org.snapshothub.lake.Lake;

/**
 * Publishing a long history, and then one more day of it. {@code -Dhub.days=1096} makes the three years that the goals are
 * about, and {@code -Dhub.cases}; CPU-seconds are printed, for a machine's speed is no fact of the program.
 */
class PublishSizeIT extends LakeTest {

    @BeforeAll
    static void onAMachineWithTime() {
        Needs.full("minutes for a large report");
    }

    private static final LocalDate FIRST = LocalDate.of(2023, 12, 20);
    private static final long A_DATA_FILE = 2_000_000;
    private static final long THE_FIRST_PAGE = 400_000;

    @Test
    void oneMoreDayGivesTheBytesOfAFullPublishing() throws IOException {
        int days = Integer.getInteger("hub.days", 20);
        Path base = Path.of(System.getProperty("hub.bench", folder.toString()));
        Path lake = base.resolve("lake");
        if (!Files.isDirectory(lake)) {
            MadeYears made = new MadeYears(new Lake(spark(), lake.toString()));
            made.add(FIRST, FIRST.plusDays(days));
            made.addCases(Integer.getInteger("hub.cases", 120));
            measured("full", lake, base.resolve("site"));
            made.add(FIRST.plusDays(days), FIRST.plusDays(days + 1));
        }
        measured("one more day", lake, base.resolve("site"));
        measured("full again, elsewhere", lake, base.resolve("other"));

        Path edition = latest(base.resolve("site"));
        assertThat(digests(edition)).isEqualTo(digests(latest(base.resolve("other"))));
        assertThat(Files.size(edition.resolve("index.html"))).isLessThan(THE_FIRST_PAGE);
        try (Stream<Path> loaded = Files.walk(edition.resolve("data"))) {
            assertThat(loaded.filter(p -> p.toString().endsWith(".js")))
                    .allSatisfy(script -> assertThat(Files.size(script)).isLessThan(A_DATA_FILE));
        }
    }

    private static void measured(String what, Path lake, Path site) {
        Duration before = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        HubRun run = HubRun.of("job", "publish-report", "--lake", lake.toString(), "--site", site.toString());
        Duration after = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        System.err.println(
                "publish, " + what + ": " + after.minus(before).toMillis() / 1000.0 + " CPU-seconds\n" + run.output());
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    private static Path latest(Path site) throws IOException {
        try (Stream<Path> editions = Files.list(site)) {
            return editions.filter(p -> p.getFileName().toString().startsWith("edition-"))
                    .max((a, b) -> modified(a).compareTo(modified(b)))
                    .orElseThrow();
        }
    }

    private static java.time.Instant modified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> digests(Path edition) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<String> sums = Files.lines(edition.resolve("SHA256SUMS"))) {
            sums.forEach(line -> digests.put(line.substring(66), line.substring(0, 64)));
        }
        return digests;
    }
}
