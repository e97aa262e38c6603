package org.snapshothub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapshothub.LakeTest;
import org.snapshothub.Needs;
import org.snapshothub.Pipeline;
import org.snapshothub.Repository;
import org.snapshothub.SampleLake;
import org.snapshothub.Subprocess;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Table;
import org.snapshothub.readers.SparkRows;

/** The same launcher on an installed Spark gives what it gives embedded. */
@TestInstance(Lifecycle.PER_CLASS)
class SparkHomeIT {

    private static final Path FOLDER = Repository.path("jobs/lake/target/it/spark-home");

    /** As a machine of its own runs Spark in one process. */
    private static final String LOCAL =
            "--master local[2] --properties-file " + FOLDER.relativize(Repository.path("conf/spark-local.conf"));

    private Launcher hub;
    private Path home;

    @BeforeAll
    void runOverTheSample() throws IOException, InterruptedException {
        home = Path.of(Needs.variable("HUB_SPARK_HOME", "install Spark, e.g. by pip's pyspark"));
        FileUtil.fullyDelete(FOLDER.toFile());
        Files.createDirectories(FOLDER);
        hub = with(LOCAL);

        Subprocess.Ended run = hub.run("run", "--lake", "lake", "--site", "site");

        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    static Stream<Table<?>> goldTables() {
        return Pipeline.tables().stream().filter(table -> table.layer().equals("gold"));
    }

    @ParameterizedTest
    @MethodSource("goldTables")
    void givesTheGoldOfTheEmbeddedRun(Table<?> table) {
        assertThat(SparkRows.of(lake(FOLDER.resolve("lake")).read(table)))
                .containsExactlyInAnyOrderElementsOf(
                        SparkRows.of(lake(SampleLake.lake()).read(table)));
    }

    @Test
    void theDoctorNamesWhatTheSessionHasOtherwiseThanTheFileAndWhy() throws IOException, InterruptedException {
        Subprocess.Ended doctor = with("--master local[1]").run("doctor", "--lake", "elsewhere");

        assertThat(doctor.exitCode()).as(doctor.errors()).isZero();
        assertThat(doctor.output())
                .contains("~   spark.sql.shuffle.partitions")
                .contains("conf/spark-local.conf has 4: 200 tasks for a few thousand rows")
                .doesNotContain("!!");
    }

    @Test
    void aProjectInAFolderWithASpaceRunsToo() throws IOException, InterruptedException {
        Path project = Files.createDirectories(FOLDER.resolve("a project with a space"));
        Path target = Files.createDirectories(project.resolve("jobs/lake/target"));
        Path sample = Files.createDirectories(project.resolve("data/sample"));
        copy("jobs/hub", project.resolve("jobs/hub"));
        copy("conf", project.resolve("conf"));
        copy("data/sample/2026-01-18.txt", sample.resolve("2026-01-18.txt"));
        for (String built : List.of("snapshot-hub.jar", "delta", "embedded.classpath")) {
            copy("jobs/lake/target/" + built, target.resolve(built));
        }

        Subprocess.Ended bronze = hub.calledAs(project.resolve("jobs/hub")).run("job", "bronze");

        assertThat(bronze.exitCode()).as(bronze.errors()).isZero();
        assertThat(project.resolve("data/lake/bronze/pages")).isDirectoryContaining("glob:**/_delta_log");
    }

    private Launcher with(String options) {
        return Launcher.from(FOLDER)
                .with(Map.of(
                        "SPARK_HOME",
                        home.toString(),
                        "SPARK_SUBMIT_OPTIONS",
                        options,
                        "SPARK_SUBMIT_OPTS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                        "SPARK_LOCAL_IP",
                        "127.0.0.1"));
    }

    private static void copy(String from, Path to) throws IOException, InterruptedException {
        ProcessBuilder copy =
                new ProcessBuilder("cp", "-R", "-p", Repository.path(from).toString(), to.toString());
        assertThat(Subprocess.run(copy, Duration.ofMinutes(1)).exitCode()).isZero();
    }

    @Test
    void theExitCodeComesThroughSparkSubmit() throws IOException, InterruptedException {
        Subprocess.Ended wrong = hub.run("run", "--lakee", "elsewhere");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.errors()).contains("--lakee");
    }

    @Test
    void anEmbeddedRunHasTheLibrariesOfThatSpark() throws IOException {
        List<String> installed;
        try (Stream<Path> jars = Files.list(home.resolve("jars"))) {
            installed = jars.map(jar -> jar.getFileName().toString()).toList();
        }
        List<String> embedded = Stream.concat(classPath("embedded.classpath"), classPath("embedded.runtime.classpath"))
                .toList();

        assertThat(List.of("hadoop-client-api", "parquet-hadoop", "scala-library", "jackson-databind"))
                .allSatisfy(library -> assertThat(embedded).anyMatch(jar -> jar.matches(library + "-\\d.*")));
        assertThat(embedded)
                .filteredOn(jar -> !installed.contains(jar))
                .as("name and version of what that Spark hasn't: Delta and what it brings")
                .allMatch(jar -> jar.matches(
                        "(delta|unitycatalog|jackson-datatype-jdk8|javax.annotation-api|protobuf-java)-.*"));
    }

    private static Stream<String> classPath(String name) throws IOException {
        String path = Files.readString(Repository.path("jobs/lake/target").resolve(name));
        return Arrays.stream(path.strip().split(File.pathSeparator))
                .map(jar -> Path.of(jar).getFileName().toString());
    }

    private static Lake lake(Path path) {
        return new Lake(LakeTest.spark(), path.toString());
    }
}
