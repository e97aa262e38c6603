package org.snapshothub.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside the editions when a run is killed between two of its last steps, or a person helps with the folder. */
class SiteFolderTest {

    private static final String DOOR = "index.html";
    private static final Stamp LATER =
            new Stamp(Instant.parse("2026-02-01T00:00:00Z"), Map.of("gold.temperature_by_region", 9L));

    @TempDir
    Path site;

    private final SiteWriter writer = new SiteWriter();

    @Test
    void anEditionThatWasNeverListedIsSweptAndNothingElseThatLooksLikeOne() throws IOException {
        Edition listed = writer.write(SeedDay.content(), SeedDay.STAMP, site);
        List<Path> left = List.of(site.resolve("edition-0123456789abcdef"), site.resolve("edition-ffffffffffffffff"));
        Path theirs = site.resolve("edition-of-2025");
        Path archive = site.resolve("archive");
        for (Path folder :
                Stream.concat(left.stream(), Stream.of(theirs, archive)).toList()) {
            Files.createDirectories(folder.resolve("day"));
            Files.writeString(folder.resolve("day/x.html"), "a page");
        }
        Path link = Files.createSymbolicLink(site.resolve("edition-00000000000000aa"), archive);

        assertThat(writer.write(SeedDay.content(), LATER, site).published()).isFalse();

        assertThat(left).allSatisfy(folder -> assertThat(folder).doesNotExist());
        assertThat(listed.path()).isDirectory();
        assertThat(theirs.resolve("day/x.html")).exists();
        assertThat(link.resolve("day/x.html")).exists();
    }

    @Test
    void withoutAListNoEditionIsSwept() throws IOException {
        Edition edition = writer.write(SeedDay.content(), SeedDay.STAMP, site);
        Files.delete(site.resolve("editions.json"));

        SiteFolder.open(site);

        assertThat(edition.path().resolve(DOOR)).exists();
    }

    @Test
    void aHalfDeletedEditionIsNotTakenForTheOneThatComesBack() throws IOException {
        Edition first = writer.write(SeedDay.content(), SeedDay.STAMP, site);
        writer.write(SeedDay.content(List.of()), SeedDay.STAMP, site);
        SiteFolder.open(site).prune(Instant.parse("2030-01-01T00:00:00Z"));
        Files.createDirectories(first.path().resolve("day"));

        Edition again = writer.write(SeedDay.content(), LATER, site);

        assertThat(again.path()).isEqualTo(first.path());
        assertThat(again.path().resolve(DOOR)).exists();
    }

    @Test
    void aRunKilledBeforeTheDoorWasTurnedIsCaughtUpByTheNext() throws IOException {
        writer.write(SeedDay.content(), SeedDay.STAMP, site);
        String door = Files.readString(site.resolve(DOOR));
        String changes = Files.readString(site.resolve("changes.html"));
        Edition second = writer.write(SeedDay.content(List.of()), SeedDay.STAMP, site);
        Files.writeString(site.resolve(DOOR), door);
        Files.writeString(site.resolve("changes.html"), changes);

        Edition again = writer.write(SeedDay.content(List.of()), LATER, site);

        assertThat(again.published()).isTrue();
        assertThat(Files.readString(site.resolve(DOOR))).contains("0; url=edition-" + second.id() + "/index.html");
        assertThat(Files.readString(site.resolve("changes.html"))).contains("edition-" + second.id() + "/index.html");
        assertThat(writer.write(SeedDay.content(List.of()), LATER, site).published())
                .isFalse();
    }

    @Test
    void contentThatComesBackSaysFromWhichVersionsItWasPublishedLast() throws IOException {
        Edition first = writer.write(SeedDay.content(), SeedDay.STAMP, site);
        writer.write(SeedDay.content(List.of()), SeedDay.STAMP, site);

        writer.write(SeedDay.content(), LATER, site);

        var about =
                new ObjectMapper().readTree(first.path().resolve("edition.json").toFile());
        assertThat(about.path("published_at").asText()).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(about.path("table_versions")
                        .path("gold.temperature_by_region")
                        .asLong())
                .isEqualTo(9);
    }

    @Test
    void anEditionThatAPersonDeletedIsLedToNoMore() throws IOException {
        Edition first = writer.write(SeedDay.content(), SeedDay.STAMP, site);
        try (Stream<Path> all = Files.walk(first.path())) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }

        Edition second = writer.write(SeedDay.content(List.of()), SeedDay.STAMP, site);

        assertThat(Files.readString(site.resolve(DOOR))).contains(second.id()).doesNotContain(first.id());
        assertThat(Files.readString(site.resolve("changes.html"))).contains("첫 판입니다");
    }

    @Test
    void aWebServerThatIsAnotherUserMayReadAnEdition(@TempDir Path other) throws IOException {
        Edition edition = writer.write(SeedDay.content(), SeedDay.STAMP, site);

        assertThat(Files.getPosixFilePermissions(edition.path()))
                .isEqualTo(Files.getPosixFilePermissions(Files.createDirectory(other.resolve("as-any-folder"))));
    }
}
