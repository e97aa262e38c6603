package org.snapshothub.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapshothub.lake.HubException;
import org.snapshothub.lake.Settings.SourceSetting;
import org.snapshothub.lake.Window;

/** Real folders on disk, listed as a run lists them. */
class ListingTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name : List.of(
                "2026/01/17/a.html",
                "2026/01/18/b.html",
                "2026/01/18/b.html.meta.json",
                "2026/01/18/deep/er/c.html",
                "2026/01/20/d.html",
                "2026/01/18/.hidden/e.html",
                "2026/01/18/_tmp/f.html",
                "one[1].html")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    @Test
    void findsAllBelowAFolderButHiddenFilesAndSidecars() {
        assertThat(names(listed("", Window.ALL)))
                .containsExactlyInAnyOrder("a.html", "b.html", "c.html", "d.html", "one[1].html");
    }

    @Test
    void aSidecarGoesWithItsFile() {
        assertThat(listed("2026/01/18/b.html", Window.ALL).inputs())
                .singleElement()
                .satisfies(b -> assertThat(b.sidecar()).endsWith("b.html.meta.json"));
    }

    @Test
    void aFileSpeltLikeAGlobIsTakenAsItIs() {
        assertThat(names(listed("one[1].html", Window.ALL))).containsExactly("one[1].html");
    }

    @Test
    void aLinkBackIntoItsOwnFolderIsNotFollowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("2026/01/17/back"), folder.resolve("2026"));
        Files.createSymbolicLink(folder.resolve("2026/01/17/self"), Path.of("."));
        Files.createSymbolicLink(folder.resolve("2026/01/20/there"), folder.resolve("2026/01/17"));

        assertThat(names(listed("2026", Window.ALL)))
                .containsExactlyInAnyOrder("a.html", "b.html", "c.html", "d.html", "a.html");
    }

    @Test
    void aLinkThatLeadsToNothingIsToldOf() throws IOException {
        Files.createSymbolicLink(folder.resolve("2026/01/17/gone.html"), folder.resolve("no such file"));
        Files.createSymbolicLink(folder.resolve("2026/01/17/.gone.html"), folder.resolve("no such file"));
        Files.createSymbolicLink(folder.resolve("2026/01/17/round.html"), Path.of("round.html"));

        Listing listing = listed("2026/01/17", Window.ALL);

        assertThat(names(listing)).containsExactly("a.html");
        assertThat(listing.unreadable().keySet())
                .extracting(path -> path.substring(path.lastIndexOf('/') + 1))
                .containsExactly("gone.html", "round.html");
    }

    /** No permission binds root, who lists and reads what others can't: there both are as they are without a lock. */
    @Test
    void aFolderThatIsLockedCostsWhatIsInItAndALockedSourceStopsTheRun() throws IOException {
        Path locked = folder.resolve("2026/01/18");
        withoutPermissions(locked, isBound -> {
            Listing listing = listed("2026", Window.ALL);

            assertThat(names(listing)).contains("a.html", "d.html").hasSize(isBound ? 2 : 4);
            assertThat(listing.unreadable()).hasSize(isBound ? 1 : 0);
            listing.unreadable().forEach((path, why) -> {
                assertThat(path).isEqualTo("file:" + locked);
                assertThat(why).contains("ermission denied");
            });
            assertThat(catchThrowable(() -> listed("2026/01/18", Window.ALL)) instanceof HubException)
                    .isEqualTo(isBound);
        });
    }

    @Test
    void aFileThatIsLockedIsListedAndCantBeOpened() throws IOException {
        withoutPermissions(folder.resolve("2026/01/17/a.html"), isBound -> {
            InputFile file = listed("2026/01/17", Window.ALL).inputs().get(0);

            Throwable fault = catchThrowable(() -> HadoopSource.of(file.path(), file.sizeBytes(), new Configuration())
                    .open(0)
                    .close());

            assertThat(fault instanceof IOException).isEqualTo(isBound);
        });
    }

    private static void withoutPermissions(Path path, Consumer<Boolean> check) throws IOException {
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(path);
        Files.setPosixFilePermissions(path, Set.of());
        try {
            check.accept(!Files.isReadable(path));
        } finally {
            Files.setPosixFilePermissions(path, before);
        }
    }

    @Test
    void whatIsNoFileIsNotOpened() throws IOException {
        Path device = Files.createSymbolicLink(folder.resolve("endless.html"), Path.of("/dev/null"));

        assertThatThrownBy(() -> HadoopSource.of(device.toUri().toString(), 0, new Configuration())
                        .open(0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no regular file");
    }

    @Test
    void whatIsNeitherFileNorFolderIsNotReadForEver() throws IOException {
        Files.createSymbolicLink(folder.resolve("2026/01/17/endless.html"), Path.of("/dev/zero"));

        Listing listing = listed("2026/01/17", Window.ALL);

        assertThat(names(listing)).containsExactly("a.html");
        assertThat(listing.unreadable())
                .hasSize(1)
                .hasEntrySatisfying("file:" + folder.resolve("2026/01/17/endless.html"), why -> assertThat(why)
                        .contains("no regular file"));
    }

    @Test
    void namesMayHoldWhateverTheDiskAllows() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("odd/12:30 [x]"));
        List<String> names = List.of("co:lon.html", "per%20cent.html", "a{b}.html", "한글 이름.html", "plus+&=.html");
        for (String name : names) {
            Files.writeString(odd.resolve(name), name);
            Files.writeString(odd.resolve(name + ".meta.json"), "{}");
        }

        for (String path : List.of("odd", "odd/*", "odd/*/*.html", "o?d/12:30*", "odd/{x,12*}/*l")) {
            Listing listing = listed(path, Window.ALL);
            assertThat(names(listing)).as(path).containsExactlyInAnyOrderElementsOf(names);
            assertThat(listing.inputs()).as(path).extracting(InputFile::sidecar).doesNotContainNull();
        }
        assertThat(listed("odd/12:30 [x]/co:lon.html", Window.ALL).inputs())
                .singleElement()
                .satisfies(file -> assertThat(file.sidecar()).endsWith("co:lon.html.meta.json"));
    }

    @Test
    void aGlobFindsWhatIsHiddenOnlyWhenAskedForIt() {
        assertThat(names(listed("2026/01/18/*/*.html", Window.ALL))).isEmpty();
        assertThat(names(listed("2026/01/18/_*/*.html", Window.ALL))).containsExactly("f.html");
        assertThat(names(listed("2026/*/18/*", Window.ALL))).containsExactlyInAnyOrder("b.html", "c.html");
    }

    @Test
    void aWindowListsTheFoldersOfItsDaysOnlyWithADayToEachSide() {
        Window window =
                new Window(Optional.of(LocalDate.parse("2026-01-18")), Optional.of(LocalDate.parse("2026-01-19")));

        assertThat(names(listed("{yyyy}/{MM}/{dd}", window))).containsExactlyInAnyOrder("a.html", "b.html", "c.html");
    }

    @Test
    void aFileKnowsTheDayOfItsPath() {
        assertThat(listed("{yyyy}/{MM}/{dd}", Window.ALL).inputs())
                .filteredOn(file -> file.path().endsWith("c.html"))
                .extracting(InputFile::day)
                .containsExactly(LocalDate.parse("2026-01-18"));
    }

    @Test
    void aPatternThatMatchesNothingIsAWarning() {
        assertThat(listed("{yyyy}-{MM}-{dd}", Window.ALL).warnings())
                .singleElement()
                .asString()
                .contains("{yyyy}");
    }

    @Test
    void aLiteralPathThatIsAbsentIsWrongUsage() {
        assertThatThrownBy(() -> listed("absent", Window.ALL))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("absent");
    }

    private Listing listed(String path, Window window) {
        SourceSetting source = new SourceSetting("test", folder + "/" + path, "", "");
        return Listing.of(List.of(source), window, new Configuration());
    }

    private static List<String> names(Listing listing) {
        return listing.inputs().stream()
                .map(file -> Path.of(file.path()).getFileName().toString())
                .toList();
    }
}
