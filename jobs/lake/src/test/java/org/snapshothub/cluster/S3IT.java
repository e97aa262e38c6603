package org.snapshothub.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapshothub.LakeTest;
import org.snapshothub.Repository;
import org.snapshothub.SampleLake;
import org.snapshothub.Subprocess;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Table;
import org.snapshothub.launcher.Launcher;

/** Inputs and lake on an S3 store, as the README says to reach one: the tables are those of the lake on disk. */
@TestInstance(Lifecycle.PER_CLASS)
class S3IT {

    private static final Path FOLDER = Repository.path("jobs/lake/target/it/s3");

    private Moto store;

    @BeforeAll
    void runOverTheSample() throws IOException, InterruptedException {
        store = Moto.with("hub");
        store.put("hub/landing", Repository.path("data/sample"));
        FileUtil.fullyDelete(FOLDER.toFile());
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("s3.conf"), """
                lake = "s3a://hub/lake"
                sources = [{ name = "sample", path = "s3a://hub/landing" }]
                """);

        Subprocess.Ended run = Launcher.from(FOLDER)
                .with(Map.of(
                        "HUB_JARS", Repository.path("jobs/lake/target/s3").toString(), "HUB_JAVA_OPTS", javaOptions()))
                .run("run", "--conf", "s3.conf", "--site", "site");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        store.properties().forEach(LakeTest.spark().sparkContext().hadoopConfiguration()::set);
    }

    @AfterAll
    void endTheStore() throws IOException {
        if (store != null) {
            store.close();
        }
    }

    private String javaOptions() {
        return store.properties().entrySet().stream()
                .map(property -> "-Dspark.hadoop." + property.getKey() + "=" + property.getValue())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("org.snapshothub.cluster.Said#tables")
    void saysWhatTheLakeOnDiskSays(Table<?> table) {
        assertThat(Said.by(new Lake(LakeTest.spark(), "s3a://hub/lake"), table))
                .containsExactlyInAnyOrderElementsOf(Said.byTheSample(table));
    }

    @Test
    void publishesTheEditionOfTheLakeOnDisk() {
        assertThat(Said.edition(FOLDER.resolve("site"))).isEqualTo(Said.edition(SampleLake.site()));
    }
}
