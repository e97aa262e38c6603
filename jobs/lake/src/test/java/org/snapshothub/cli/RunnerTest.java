package org.snapshothub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snapshothub.LakeTest;
import org.snapshothub.audit.JobRun;
import org.snapshothub.lake.HubException;
import org.snapshothub.lake.LazySession;
import org.snapshothub.lake.Outcome;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.RunId;
import org.snapshothub.lake.Settings;
import org.snapshothub.publish.PublishReport;
import org.snapshothub.publish.site.SiteFolder;

/** A command that reads and publishes, and writes down that it did, makes no session: its start would be the most of it. */
class RunnerTest extends LakeTest {

    private static final String ID = "20260118T003000-first";

    private final LazySession session = LazySession.embedded();

    @Test
    void publishingMakesNoSession() {
        Runner.Report report = publish(ID);

        assertThat(report.thrown()).isNull();
        assertThat(report.outcome()).isEqualTo(Outcome.OK);
        assertThat(SiteFolder.editions(folder.resolve("site"))).hasSize(1);
        assertThat(lake().records(JobRun.TABLE))
                .extracting(JobRun::runId, JobRun::job, JobRun::outcome)
                .containsExactly(tuple(ID, "publish-report", "ok"));
        assertThat(session.made()).isEmpty();
    }

    @Test
    void aNameThatARunHadIsRefusedWithoutASessionToo() {
        publish(ID);

        assertThatThrownBy(() -> publish(ID))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("run id " + ID + " is that of a run");
        assertThat(session.made()).isEmpty();
    }

    @Test
    void whatTheConfigurationSaysAnewIsPublishedAnew() throws IOException {
        publish(ID);
        Path conf = Files.writeString(folder.resolve("hub.conf"), "publisher.contact = \"data@example.kr\"\n");

        Runner.Report again = publish(ID + "-2", Settings.load(conf, folder));
        Runner.Report third = publish(ID + "-3", Settings.load(conf, folder));

        assertThat(again.thrown()).isNull();
        assertThat(SiteFolder.editions(folder.resolve("site"))).hasSize(2);
        assertThat(third.lines())
                .extracting(line -> line.result().rowsWritten())
                .containsExactly(0L);
    }

    private Runner.Report publish(String id) {
        return publish(id, Settings.defaults(folder));
    }

    private Runner.Report publish(String id, Settings configured) {
        Settings settings = configured
                .withLake(folder.resolve("lake").toString())
                .withSite(folder.resolve("site").toString());
        return new Runner(session, settings, Console.ofProcess(), "job publish-report")
                .run(List.of(new PublishReport()), Run.Options.NONE, Optional.of(RunId.given(id)));
    }
}
