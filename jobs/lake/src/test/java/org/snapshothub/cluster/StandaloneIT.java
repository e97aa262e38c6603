package org.snapshothub.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.snapshothub.LakeTest;
import org.snapshothub.Repository;
import org.snapshothub.SeedLake;
import org.snapshothub.Subprocess;
import org.snapshothub.lake.Lake;

/**
 * The sample in client mode and the seed page in cluster mode, by spark-submit on a standalone cluster of two workers: the
 * tables are those of an embedded run.
 */
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
        Lake lake = lake("client");
        assertThat(Said.tables()).allSatisfy(table -> assertThat(Said.by(lake, table))
                .containsExactlyInAnyOrderElementsOf(Said.byTheSample(table)));
    }

    @Test
    void inClusterModeTheOutcomeStandsUnderTheNameThatTheCallerGave() throws IOException, InterruptedException {
        String runId = "20260118T003000-standalone";
        Subprocess.Ended ended = spark.to(cluster.uri(), "cluster", Map.of())
                .run(
                        "run",
                        "--run-id",
                        runId,
                        "--input",
                        Repository.path("data/sample/2026-01-18.txt").toString(),
                        "--lake",
                        spark.folder().resolve("cluster").toString(),
                        "--site",
                        spark.folder().resolve("cluster-site").toString());

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        Lake lake = lake("cluster");
        assertThat(Said.outcomes(lake, runId)).as(ended.errors()).containsExactlyInAnyOrderElementsOf(Said.allWell());
        Lake seed = new Lake(LakeTest.spark(), SeedLake.lake().toString());
        assertThat(Said.tables()).allSatisfy(table -> assertThat(Said.by(lake, table))
                .containsExactlyInAnyOrderElementsOf(Said.by(seed, table)));
    }

    private Lake lake(String name) {
        return new Lake(LakeTest.spark(), spark.folder().resolve(name).toString());
    }
}
