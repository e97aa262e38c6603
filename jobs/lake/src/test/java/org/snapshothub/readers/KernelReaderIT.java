package org.snapshothub.readers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapshothub.LakeTest;
import org.snapshothub.Pipeline;
import org.snapshothub.Repository;
import org.snapshothub.SampleLake;
import org.snapshothub.Subprocess;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Table;

/** Delta Kernel, in a JVM without Spark, finds in every table what Spark put there. */
class KernelReaderIT {

    /** A table as {@link KernelReader} prints it. */
    record Read(
            String path,
            int minReader,
            int minWriter,
            Set<String> features,
            Map<String, String> properties,
            List<String> types,
            List<String> columns,
            List<List<String>> rows) {}

    private static final Map<String, Read> READ = new HashMap<>();

    private static final Lake LAKE =
            new Lake(LakeTest.spark(), SampleLake.lake().toString());

    @BeforeAll
    static void readEveryTable() throws IOException, InterruptedException {
        Subprocess.Ended kernel = Subprocess.run(new ProcessBuilder(command()), Duration.ofMinutes(2));
        assertThat(kernel.exitCode()).as(kernel.errors()).isZero();
        for (String line : kernel.output().lines().toList()) {
            Read table = new ObjectMapper().readValue(line, Read.class);
            READ.put(table.path(), table);
        }
    }

    private static List<String> command() {
        Path target = Repository.path("jobs/lake/target");
        String classPath = target.resolve("test-classes") + File.pathSeparator + target.resolve("kernel") + "/*";
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                KernelReader.class.getName());
        return Stream.concat(java, tables().map(KernelReaderIT::path)).toList();
    }

    static Stream<Table<?>> tables() {
        return Pipeline.tables().stream();
    }

    private static String path(Table<?> table) {
        return SampleLake.lake()
                .resolve(table.layer())
                .resolve(table.shortName())
                .toString();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyReaderOfDelta3CanOpenIt(Table<?> table) {
        Read read = READ.get(path(table));

        assertThat(read.minReader()).isEqualTo(1);
        assertThat(read.minWriter()).isLessThanOrEqualTo(7);
        assertThat(read.features()).doesNotContain("deletionVectors", "columnMapping", "timestampNtz");
        assertThat(read.properties()).doesNotContainKey("delta.columnMapping.mode");
        assertThat(read.properties().getOrDefault("delta.enableDeletionVectors", "false"))
                .isEqualTo("false");
        assertThat(read.types()).noneMatch(type -> type.contains("timestamp_ntz"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyCellIsWhatSparkReads(Table<?> table) {
        Read read = READ.get(path(table));

        assertThat(read.columns()).containsExactly(LAKE.read(table).columns());
        assertThat(read.rows()).containsExactlyInAnyOrderElementsOf(SparkRows.of(LAKE.read(table)));
    }

    @Test
    void theSeedDayOfJeonbukIsThere() {
        Read days =
                READ.get(SampleLake.lake().resolve("gold/temperature_by_region").toString());
        List<String> wanted = List.of("observed_on", "region_code", "station_count", "mean_c", "min_station");

        assertThat(days.rows())
                .extracting(row -> wanted.stream()
                        .map(column -> row.get(days.columns().indexOf(column)))
                        .toList())
                .contains(List.of("2026-01-18", "KR-45", "10", "10.50000000", "부안"));
    }
}
