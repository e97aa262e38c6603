package org.snapshothub.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.snapshothub.LakeTest;
import org.snapshothub.SampleLake;
import org.snapshothub.Subprocess;
import org.snapshothub.lake.Lake;

/** The sample by spark-submit on a standalone cluster of two workers: the tables are those of an embedded run. */
@TestInstance(Lifecycle.PER_CLASS)
class StandaloneIT {

    private static final Duration LIMIT = Duration.ofMinutes(6);

    private Submitting spark;
    private Standalone cluster;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        spark = Submitting.in("standalone")
                // One executor on each worker.
                .with("spark.cores.max", "2")
                .with("spark.standalone.submit.waitAppCompletion", "true");
        cluster = new Standalone(spark.home(), spark.folder());
    }

    @AfterAll
    void end() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void aWorkerLostInTheMiddleChangesNothing() throws IOException, InterruptedException {
        Path commit = spark.folder().resolve("client/bronze/inputs/_delta_log/00000000000000000001.json");
        try (Subprocess run =
                spark.to(cluster.uri(), "client", Map.of()).start("run", "--lake", "client", "--site", "client-site")) {
            Instant limit = Instant.now().plus(LIMIT);
            while (!Files.exists(commit) && run.isAlive() && Instant.now().isBefore(limit)) {
                Thread.sleep(100);
            }

            cluster.loseWorker();
            Subprocess.Ended ended = run.await(LIMIT);

            assertThat(ended.exitCode()).as(ended.errors()).isZero();
            assertThat(ended.errors()).contains("Lost executor");
        } finally {
            cluster.addWorker();
        }
        assertSaysWhatTheEmbeddedRunSays("client");
    }

    @Test
    void inClusterModeTheOutcomeStandsUnderTheNameThatTheCallerGave() throws IOException, InterruptedException {
        String runId = "20260118T003000-standalone";
        Path lake = spark.folder().resolve("cluster");

        Subprocess.Ended ended = spark.to(cluster.uri(), "cluster", Map.of())
                .run(
                        "run",
                        "--run-id",
                        runId,
                        "--lake",
                        lake.toString(),
                        "--site",
                        spark.folder().resolve("cluster-site").toString());

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(Said.outcomes(new Lake(LakeTest.spark(), lake.toString()), runId))
                .as(ended.errors())
                .containsExactlyInAnyOrderElementsOf(Said.allWell());
        assertSaysWhatTheEmbeddedRunSays("cluster");
    }

    private void assertSaysWhatTheEmbeddedRunSays(String lake) {
        SparkSession session = LakeTest.spark();
        Lake made = new Lake(session, spark.folder().resolve(lake).toString());
        Lake embedded = new Lake(session, SampleLake.lake().toString());
        assertThat(Said.tables()).allSatisfy(table -> assertThat(Said.by(made, table))
                .containsExactlyInAnyOrderElementsOf(Said.by(embedded, table)));
    }
}
