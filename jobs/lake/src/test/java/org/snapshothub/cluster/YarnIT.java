package org.snapshothub.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.LakeTest;
import org.snapshothub.SeedLake;
import org.snapshothub.Subprocess;
import org.snapshothub.lake.Lake;

/** The seed page by spark-submit on YARN, input and lake on its HDFS; one executor, {@link StandaloneIT} has two. */
@TestInstance(Lifecycle.PER_CLASS)
class YarnIT {

    private Hadoop hadoop;
    private Submitting spark;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        spark = Submitting.in("yarn");
        spark = spark.with("spark.yarn.jars", "local:" + spark.home().resolve("jars") + "/*")
                .with("spark.yarn.appMasterEnv.SPARK_LOCAL_IP", "127.0.0.1")
                .with("spark.executor.instances", "1")
                .with("spark.executor.cores", "2")
                // They wait for each other's heartbeats: 3 s by default, and 1 s on the side of YARN.
                .with("spark.yarn.scheduler.heartbeat.interval-ms", "200")
                .with("spark.yarn.am.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                // What fails fails at once.
                .with("spark.yarn.maxAppAttempts", "1")
                .with("spark.executorEnv.SPARK_LOCAL_IP", "127.0.0.1");
        hadoop = Hadoop.started();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "cluster"})
    void saysWhatTheLakeOnDiskSays(String mode) throws IOException, InterruptedException {
        String lake = hadoop.uri() + "/yarn-" + mode;
        String runId = "20260118T003000-" + mode;

        Subprocess.Ended run = spark.to(
                        "yarn", mode, Map.of("HADOOP_CONF_DIR", hadoop.conf().toString()))
                .run(
                        "run",
                        "--run-id",
                        runId,
                        "--lake",
                        lake,
                        "--input",
                        hadoop.uri() + "/landing/2026-01-18.txt",
                        "--site",
                        spark.folder().resolve("site-" + mode).toString());

        assertThat(run.exitCode()).as(run.errors()).isZero();
        SparkSession session = LakeTest.spark();
        Lake made = new Lake(session, lake);
        assertThat(Said.outcomes(made, runId)).containsExactlyInAnyOrderElementsOf(Said.allWell());
        assertThat(Said.edition(spark.folder().resolve("site-" + mode))).isEqualTo(Said.edition(SeedLake.site()));
        assertThat(Said.tables()).allSatisfy(table -> assertThat(Said.by(made, table))
                .containsExactlyInAnyOrderElementsOf(
                        Said.by(new Lake(session, SeedLake.lake().toString()), table)));
    }
}
