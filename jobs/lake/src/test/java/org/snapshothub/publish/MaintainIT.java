package org.snapshothub.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapshothub.HubRun;
import org.snapshothub.LakeTest;
import org.snapshothub.Needs;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.lake.Lake;
import org.snapshothub.publish.site.SiteFolder;

/** What maintain keeps and deletes, on a lake whose log and editions are made older than they are. */
class MaintainIT extends LakeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 17);
    private static final Pattern DELETED = Pattern.compile("\"deletionTimestamp\":(\\d+)");
    private static final Pattern PUBLISHED = Pattern.compile("\"published_at\" : \"([^\"]+)\"");

    /** A lake and its site with two editions, of which each test ages a copy. */
    @TempDir
    static Path young;

    @BeforeAll
    static void publishTwice() {
        Needs.full("minutes for a lake that ages");
        // The second's days replace all files that the first was made from.
        MadeYears made = new MadeYears(new Lake(spark(), young.resolve("lake").toString()));
        made.add(DAY, DAY.plusDays(2));
        assertThat(hub(young, "job", "publish-report").exitCode()).isZero();
        made.add(DAY, DAY.plusDays(3));
        assertThat(hub(young, "job", "publish-report").exitCode()).isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(young)) {
            all = walk.filter(path -> !path.equals(young)).toList();
        }
        for (Path path : all) {
            Files.copy(path, folder.resolve(young.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Test
    void keepsTheVersionsThatKeptEditionsWereMadeFrom() throws IOException {
        Lake lake = lake();
        age(Duration.ofDays(60));

        HubRun run = hub(folder, "maintain");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).contains("editions deleted: none");
        List<SiteFolder.Listed> editions = SiteFolder.editions(folder.resolve("site"));
        assertThat(editions).hasSize(2);
        assertThat(rows(lake, editions.get(0))).isEqualTo(19 * 3);
        assertThat(rows(lake, editions.get(1))).isEqualTo(19 * 2);
    }

    @Test
    void deletesEditionsAndLeftoversThatAreOlderThanTheSettingButNotTheLatest() throws IOException {
        age(Duration.ofDays(100));
        Path leftover = leftBehind("part-of-a-killed-run.parquet", Duration.ofDays(400));
        Path recent = leftBehind("part-of-a-run-beside-us.parquet", Duration.ofDays(1));
        String first = SiteFolder.editions(folder.resolve("site")).get(1).id();

        assertThat(hub(folder, "maintain", "--dry-run").output()).contains("editions to delete: " + first);
        assertThat(hub(folder, "maintain").output()).contains("editions deleted: " + first);

        assertThat(SiteFolder.editions(folder.resolve("site"))).hasSize(1);
        assertThat(folder.resolve("site/edition-" + first)).doesNotExist();
        assertThat(leftover).doesNotExist();
        assertThat(recent).exists();
    }

    private Path leftBehind(String name, Duration age) throws IOException {
        Path file = Files.write(folder.resolve("lake/gold/sky_by_region").resolve(name), new byte[] {1});
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private static HubRun hub(Path folder, String... arguments) {
        return HubRun.of(Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--lake",
                                folder.resolve("lake").toString(),
                                "--site",
                                folder.resolve("site").toString()))
                .toArray(String[]::new));
    }

    private long rows(Lake lake, SiteFolder.Listed edition) {
        long version = edition.tableVersions().get(RegionDay.TABLE.name());
        return spark().read()
                .format("delta")
                .option("versionAsOf", version)
                .load(lake.path(RegionDay.TABLE).toString())
                .count();
    }

    /** Everything happened so long before: files, commits, deletions, publishings. */
    private void age(Duration by) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            FileTime then =
                    FileTime.from(Files.getLastModifiedTime(file).toInstant().minus(by));
            if (name.endsWith(".crc")) {
                Files.delete(file);
                continue;
            }
            if (file.getParent().endsWith("_delta_log") && name.endsWith(".json")) {
                rewrite(file, DELETED, at -> "\"deletionTimestamp\":" + (Long.parseLong(at) - by.toMillis()));
            } else if (name.equals("editions.json")) {
                rewrite(
                        file,
                        PUBLISHED,
                        at -> "\"published_at\" : \"" + Instant.parse(at).minus(by) + "\"");
            }
            Files.setLastModifiedTime(file, then);
        }
        DeltaLog.clearCache();
    }

    private static void rewrite(Path file, Pattern time, java.util.function.UnaryOperator<String> earlier)
            throws IOException {
        Matcher matcher = time.matcher(Files.readString(file));
        Files.writeString(file, matcher.replaceAll(found -> earlier.apply(found.group(1))));
    }
}
