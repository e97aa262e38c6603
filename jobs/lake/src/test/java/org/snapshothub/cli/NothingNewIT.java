package org.snapshothub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.snapshothub.LakeTest;
import org.snapshothub.Pipeline;
import org.snapshothub.Repository;
import org.snapshothub.SeedLake;
import org.snapshothub.lake.LazySession;
import org.snapshothub.lake.Outcome;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Settings;
import org.snapshothub.lake.Window;

/** An hour without news, the most frequent of all: listings and a row of {@code audit.runs}, and no session. */
class NothingNewIT extends LakeTest {

    @Test
    void aRunThatFindsNothingNewMakesNoSession() throws IOException {
        FileUtils.copyDirectory(SeedLake.lake().toFile(), folder.resolve("lake").toFile());
        FileUtils.copyDirectory(SeedLake.site().toFile(), folder.resolve("site").toFile());
        LazySession session = LazySession.embedded();
        Settings settings = Settings.defaults(Repository.path(""))
                .withLake(folder.resolve("lake").toString())
                .withSite(folder.resolve("site").toString());
        Run.Options options = new Run.Options(
                List.of(Repository.path("data/sample/2026-01-18.txt").toString()),
                Window.ALL,
                false,
                false,
                Optional.empty());

        Runner.Report report =
                new Runner(session, settings, Console.ofProcess(), "run").run(Pipeline.JOBS, options, Optional.empty());

        assertThat(report.thrown()).isNull();
        assertThat(report.outcome()).isEqualTo(Outcome.OK);
        assertThat(report.lines())
                .hasSize(Pipeline.JOBS.size())
                .allSatisfy(line -> assertThat(line.result().rowsWritten()).isZero())
                .anySatisfy(line -> assertThat(line.result().passedOver()).isEqualTo(1));
        assertThat(session.made()).isEmpty();
    }
}
