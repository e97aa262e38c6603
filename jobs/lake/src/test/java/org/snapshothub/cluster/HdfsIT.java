package org.snapshothub.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapshothub.HubRun;
import org.snapshothub.LakeTest;
import org.snapshothub.SampleLake;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Table;

/** Inputs and lake on HDFS: the tables are those of the lake on disk. */
@TestInstance(Lifecycle.PER_CLASS)
class HdfsIT {

    private String lake;
    private Path site;

    @BeforeAll
    void runOverTheSample(@TempDir Path folder) throws IOException, InterruptedException {
        Hadoop hadoop = Hadoop.started();
        lake = hadoop.uri() + "/lake";
        site = folder.resolve("site");
        Path conf = Files.writeString(folder.resolve("hdfs.conf"), """
                lake = "%s"
                sources = [{ name = "sample", path = "%s/landing" }]
                """.formatted(lake, hadoop.uri()));

        HubRun run = HubRun.of("run", "--conf", conf.toString(), "--site", site.toString());

        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.snapshothub.cluster.Said#tables")
    void saysWhatTheLakeOnDiskSays(Table<?> table) {
        assertThat(Said.by(new Lake(LakeTest.spark(), lake), table))
                .containsExactlyInAnyOrderElementsOf(Said.byTheSample(table));
    }

    @Test
    void publishesTheEditionOfTheLakeOnDisk() {
        assertThat(Said.edition(site)).isEqualTo(Said.edition(SampleLake.site()));
    }
}
