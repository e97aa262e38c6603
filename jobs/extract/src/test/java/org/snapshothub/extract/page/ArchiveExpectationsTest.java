package org.snapshothub.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The archives that lie beside the repository give what their table says. Each has a twin in {@link DamageTest}. */
class ArchiveExpectationsTest {

    @TestFactory
    Stream<DynamicTest> givesWhatIsExpectedOfIt() throws IOException {
        Path samples = samples();
        boolean here = samples != null;
        if (!here) {
            System.err.println("SKIPPED: no ../shared/samples/archives beside the repository");
        }
        Assumptions.assumeTrue(here, "no ../shared/samples/archives beside the repository");
        List<String> lines = Files.readAllLines(samples.resolve("EXPECTED.tsv"));
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> DynamicTest.dynamicTest(cells[0], () -> check(samples, cells)));
    }

    private static void check(Path samples, String[] cells) throws IOException {
        Reading reading = Reading.of(Bytes.of(samples.resolve(cells[0])));

        assertThat(reading.records()).as("records").isBetween(Long.parseLong(cells[1]), Long.parseLong(cells[2]));
        assertThat(reading.pages().size())
                .as("pages of " + reading.items())
                .isBetween(Integer.parseInt(cells[4]), Integer.parseInt(cells[5]));
        if (!cells[3].equals("either")) {
            assertThat(!reading.refused().isEmpty())
                    .as("errors: " + reading.refused())
                    .isEqualTo(cells[3].equals("yes"));
        }
    }

    /** The folder {@code shared} stands next to the repository, wherever in it the tests run. */
    private static Path samples() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path samples = dir.resolveSibling("shared/samples/archives");
            if (Files.exists(samples.resolve("EXPECTED.tsv"))) {
                return samples;
            }
        }
        return null;
    }
}
