package org.snapshothub.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snapshothub.Needs;
import org.snapshothub.Repository;
import org.snapshothub.SampleLake;
import org.snapshothub.Subprocess;

/** The report's open data as other programs read them: every format holds the same cells. */
class OpenDataIT {

    @Test
    void duckDbAndOpenpyxlReadTheSameCellsInEveryFormat() throws IOException, InterruptedException {
        String python = Needs.variable("HUB_PYTHON", "install Python with duckdb and openpyxl");
        Path program = Repository.path("jobs/lake/src/test/resources/readers/open_data.py");
        Path edition;
        try (Stream<Path> all = Files.list(SampleLake.site())) {
            edition = all.filter(p -> p.getFileName().toString().startsWith("edition-"))
                    .findFirst()
                    .orElseThrow();
        }

        Subprocess.Ended ended = Subprocess.run(
                new ProcessBuilder(
                        python, program.toString(), edition.resolve("data/open").toString()),
                Duration.ofMinutes(2));

        assertThat(ended.exitCode()).as(ended.output() + ended.errors()).isZero();
        assertThat(ended.output()).contains("temperature_by_region-2026", "use_cases ", "sky_by_region-2026");
    }
}
