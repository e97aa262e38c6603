package org.snapshothub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.HubRun;
import org.snapshothub.LakeTest;
import org.snapshothub.Repository;
import org.snapshothub.audit.JobRun;
import org.snapshothub.audit.Reject;
import org.snapshothub.silver.Article;

/** What is wrong with the files, told by commands that need Spark to see it: run in this JVM, whose session is there. */
class BadInputIT extends LakeTest {

    @Test
    void aLiteralInputThatIsAbsentIsNamedAndMakesNoLake() {
        Path absent = folder.resolve("absent.html");

        HubRun run = HubRun.of("run", "--input", absent.toString(), "--lake", lakePath(folder));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors().lines()).singleElement().asString().contains(absent.toString());
        assertThat(folder.resolve("lake")).doesNotExist();
    }

    @Test
    void aLakeUnderAFileCannotBeWrittenAndIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        HubRun run = HubRun.of("run", "--input", folder + "/*.warc.gz", "--lake", lakePath(file));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors().lines()).singleElement().asString().contains(lakePath(file));
        assertThat(file).hasContent("not a folder");
    }

    /** What Spark has no jars for on its own: one name that Hadoop knows, and one that nobody does. */
    @ParameterizedTest
    @CsvSource({"fs.lost.impl, org.example.Lost, HUB_JARS", "unused, unused, lost"})
    void aLakeWhoseFileSystemIsInNoJarIsNamed(String key, String value, String words) {
        spark().conf().set(key, value);
        try {
            HubRun run = HubRun.of("status", "--lake", "lost://bucket/lake");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errors().lines()).singleElement().asString().contains("lost://bucket/lake", words);
        } finally {
            spark().conf().unset(key);
        }
    }

    @Test
    void theDoctorAdvisesNothingWhereNothingIsToBeDoneAndLeavesNoLake() {
        HubRun doctor = HubRun.of("doctor", "--lake", lakePath(folder));

        assertThat(doctor.exitCode()).as(doctor.output()).isZero();
        assertThat(doctor.output()).contains("not there yet", "free disk").doesNotContain("is left where the lake is");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theDoctorNamesEachSourceWithoutLicenceOrSchedule() throws IOException {
        Path conf = Files.writeString(folder.resolve("hub.conf"), """
                sources = [
                  { name = "full", path = "x", licence = "CC BY 4.0", schedule = "daily" }
                  { name = "bare", path = "x" }
                  { name = "blank", path = "x", licence = " ", schedule = "daily" }
                  { name = "live", feed = "https://news.example.kr/rss", licence = "CC BY 4.0" }
                ]
                """);

        HubRun doctor = HubRun.of("doctor", "--lake", lakePath(folder), "--conf", conf.toString());

        assertThat(doctor.exitCode()).as(doctor.output()).isZero();
        assertThat(doctor.output().lines().filter(line -> line.contains("source ")))
                .map(line -> line.trim().replaceAll(" {2,}", " | "))
                .containsExactly(
                        "~ | source bare | no licence, no schedule | set licence and schedule beside its name under sources",
                        "~ | source blank | no licence | set licence beside its name under sources",
                        "~ | source live | no schedule | set schedule beside its name under sources");
    }

    @ParameterizedTest
    @ValueSource(strings = {"conf/hub.conf", "conf/cluster.conf"})
    void everySourceOfTheShippedFilesHasBoth(String conf) {
        HubRun doctor = HubRun.of(
                "doctor",
                "--lake",
                lakePath(folder),
                "--conf",
                Repository.path(conf).toString());

        assertThat(doctor.output()).contains("reference data").doesNotContain("source ");
    }

    @Test
    void aRunIdThatStandsInTheLakeIsNotTakenAgain() {
        String[] named = {
            "job", "bronze", "--input", folder + "/*.html", "--lake", lakePath(folder), "--run-id", "20260118T003000-a"
        };
        assertThat(HubRun.of(named).exitCode()).isZero();

        HubRun again = HubRun.of(named);

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errors().lines()).singleElement().asString().contains("20260118T003000-a");
        assertThat(HubRun.of("status", "--run-id", "20260118T003000-a", "--lake", lakePath(folder))
                        .output())
                .contains("pull-pages");
        assertThat(lake().read(JobRun.TABLE).select("arguments").first().getString(0))
                .isEqualTo(String.join(" ", named));
    }

    @Test
    void aPageOfMojibakeIsARejectAndNoArticleThoughItsBytesAreStrictUtf8() throws IOException {
        String words = "전라북도는 데이터 활용 사례를 조사해 올해 안에 누리집에 공개한다고 1일 밝혔다. ".repeat(20);
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Files.writeString(pages.resolve("right.html"), page(words));
        Files.writeString(
                pages.resolve("wrong.html"),
                page(new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));

        assertThat(HubRun.of("run", "--input", pages.toString(), "--lake", lakePath(folder))
                        .exitCode())
                .isZero();

        assertThat(lake().read(Reject.TABLE).select("reason", "path").collectAsList())
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.getString(0)).isEqualTo("undecodable");
                    assertThat(reject.getString(1)).endsWith("wrong.html");
                });
        assertThat(lake().read(Article.TABLE).select("body").collectAsList())
                .singleElement()
                .satisfies(article -> assertThat(article.getString(0)).contains("데이터 활용 사례"));
    }

    private static String page(String words) {
        return "<!doctype html><html><head><meta charset=\"utf-8\"><meta property=\"og:type\" content=\"article\">"
                + "<title>전북도, 데이터 활용 사례 조사</title></head><body><h1>전북도, 데이터 활용 사례 조사</h1><p>"
                + words + "</p></body></html>";
    }

    private static String lakePath(Path parent) {
        return parent.resolve("lake").toString();
    }
}
