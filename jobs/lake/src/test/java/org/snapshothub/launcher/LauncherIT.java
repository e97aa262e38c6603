package org.snapshothub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapshothub.LakeTest;
import org.snapshothub.Pipeline;
import org.snapshothub.Repository;
import org.snapshothub.Subprocess;
import org.snapshothub.lake.Lock;

/** The script that people and Airflow call, as a process. */
class LauncherIT extends LakeTest {

    private static final ObjectMapper ONE_DOCUMENT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Test
    void helpShowsCommandsExamplesAndExitCodes() throws IOException, InterruptedException {
        Subprocess.Ended help = hub().run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output())
                .contains("run", "job", "list", "describe", "status", "doctor", "redrive", "evaluate", "maintain")
                .contains("Examples:")
                .contains("Exit codes:");
        assertThat(help.errors()).isEmpty();
    }

    @Test
    void listsTheJobsAsOneJsonDocument() throws IOException, InterruptedException {
        Subprocess.Ended list = hub().run("list", "--json");

        assertThat(list.exitCode()).isZero();
        assertThat(ONE_DOCUMENT.readTree(list.output()).path("jobs").findValuesAsText("name"))
                .containsExactlyElementsOf(
                        Pipeline.JOBS.stream().map(job -> job.name()).toList());
        assertThat(list.errors()).isEmpty();
    }

    @Test
    void whatTheJvmWarnsOfStandsBesideTheDocument() throws IOException, InterruptedException {
        Subprocess.Ended list = hub().with(Map.of("HUB_SIZE", "large", "HUB_JAVA_OPTS", "-Xmx512m -Xmn600m"))
                .run("list", "--json");

        assertThat(list.exitCode()).as(list.errors()).isZero();
        assertThat(ONE_DOCUMENT.readTree(list.output()).path("jobs")).isNotEmpty();
        assertThat(list.errors()).contains("[warning]");
    }

    @Test
    void runsThroughALinkToALink() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("bin with space"));
        Files.createSymbolicLink(bin.resolve("snapshot-hub"), Repository.path("jobs/hub"));
        Path relative = Files.createSymbolicLink(folder.resolve("hub"), Path.of("bin with space/snapshot-hub"));

        assertThat(hub().calledAs(relative).run("--version").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    run --lakee elsewhere                       | --lakee
                    rnu                                         | rnu
                    run --from 2026-02-01 --to 2026-01-01       | --from 2026-02-01
                    run --conf misspelt.conf                    | gate.lost-page
                    """)
    void aWrongWordIsOneLineThatNamesIt(String arguments, String named) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("misspelt.conf"), "gate.lost-page = 0.1\n");

        Subprocess.Ended wrong = hub().run(arguments.split(" "));

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.errorLines()).singleElement().asString().contains(named);
        assertThat(wrong.output()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**/data");
    }

    @Test
    void aSparkHomeWithoutSparkIsNamed() throws IOException, InterruptedException {
        Subprocess.Ended wrong =
                hub().with(Map.of("SPARK_HOME", folder.toString())).run("list");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.errorLines()).singleElement().asString().contains(folder.toString());
    }

    /** That it could be built for is said of a line that the poms know, and of no other. */
    @ParameterizedTest
    @CsvSource({
        "spark-core_2.13-4.1.4.jar, 4.1, take that",
        "spark-core_2.12-3.5.9.jar, 3.5, take that",
        "spark-core_2.13-4.2.0.jar, 4.2, 'take that, or build with -Dspark.line=4.2'"
    })
    void aSparkHomeOfAnotherLineIsNamedBeforeItsSparkStarts(String core, String line, String way)
            throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("spark " + line));
        Files.createDirectory(home.resolve("jars"));
        Files.createFile(home.resolve("jars").resolve(core));
        Files.createDirectory(home.resolve("bin"));
        Files.createSymbolicLink(home.resolve("bin/spark-submit"), Path.of("/bin/false"));

        Subprocess.Ended wrong =
                hub().with(Map.of("SPARK_HOME", home.toString())).run("status");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.errorLines())
                .singleElement()
                .asString()
                .contains("Spark " + line)
                .endsWith("; " + way);
    }

    @Test
    void aFolderOfMoreJarsThatIsAbsentIsNamed() throws IOException, InterruptedException {
        Subprocess.Ended wrong = hub().with(Map.of("HUB_JARS", "absent")).run("list");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.errorLines()).singleElement().asString().contains("absent");
    }

    @Test
    void aGlobThatMatchesNothingIsAWarningInOneJsonDocument() throws IOException, InterruptedException {
        Subprocess.Ended nothing =
                hub().run("job", "pull-pages", "--input", "pages/*.warc.gz", "--lake", lakePath(), "--json");

        assertThat(nothing.exitCode()).as(nothing.errors()).isZero();
        JsonNode document = ONE_DOCUMENT.readTree(nothing.output());
        assertThat(document.path("outcome").asText()).isEqualTo("ok");
        assertThat(document.path("jobs").path(0).path("notes").toString()).contains("nothing matches pages/*.warc.gz");
    }

    /** As cron starts it. */
    @Test
    void aNameInHangulIsFoundWithoutALocale() throws IOException, InterruptedException {
        Path pages = Files.createDirectories(folder.resolve("전북 지면"));
        Files.writeString(pages.resolve("기사 1.html"), "<p>하나");

        Subprocess.Ended plan = hub().with(Map.of("LC_ALL", "C"))
                .run("job", "pull-pages", "--dry-run", "--input", pages.toString(), "--lake", lakePath());

        assertThat(plan.exitCode()).as(plan.errors()).isZero();
        assertThat(plan.output()).contains("listed=1", "기사 1.html");
    }

    @Test
    void aLakeThatAnotherRunHoldsIsLeftAtOnce() throws IOException, InterruptedException {
        try (Lock held = Lock.take(lake(), "first")) {
            Subprocess.Ended second =
                    hub().run("run", "--input", "pages/*.txt", "--lake", lakePath(), "--site", "site");

            assertThat(second.exitCode()).as(second.errors()).isEqualTo(4);
            assertThat(second.errors()).contains("run first").contains("try again");
            assertThat(folder.resolve("lake")).isDirectoryNotContaining("glob:**/bronze");
            held.check();
        }
    }

    @Test
    void aTerminatedRunSaysSoAndLeavesTheLakeFree() throws IOException, InterruptedException {
        Path lock = folder.resolve("lake/_hub/lock.json");
        Files.writeString(folder.resolve("page.txt"), "something to do that takes a while");
        try (Subprocess run = hub().start("run", "--input", folder + "/*.txt", "--lake", lakePath())) {
            Instant limit = Instant.now().plus(Duration.ofMinutes(2));
            while (!isWritten(lock) && run.isAlive() && Instant.now().isBefore(limit)) {
                Thread.sleep(50);
            }
            long jvm = ONE_DOCUMENT.readTree(lock.toFile()).path("pid").asLong();

            run.terminate();

            Subprocess.Ended ended = run.await(Duration.ofMinutes(2));
            assertThat(ended.exitCode()).isEqualTo(128 + 15);
            assertThat(ended.errors().lines().reduce((a, b) -> b))
                    .hasValueSatisfying(last ->
                            assertThat(last).contains("stopped from outside").contains("run again"));
            assertThat(ProcessHandle.of(jvm).filter(ProcessHandle::isAlive)).isEmpty();
            Lock.take(lake(), "next").close();
        }
    }

    private static boolean isWritten(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    private Launcher hub() {
        return Launcher.from(folder);
    }

    private String lakePath() {
        return folder.resolve("lake").toString();
    }
}
