package org.snapshothub.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.HubRun;
import org.snapshothub.LakeTest;
import org.snapshothub.audit.Reject;

/** Files that somebody writes, moves or deletes while they are pulled: between their digest and their reading. */
class ChangingInputsIT extends LakeTest {

    private Path inputs;

    @BeforeEach
    void aFickleDisk() throws IOException {
        FickleFiles.forget();
        // For the session that is there already, and for what is asked before one is made.
        spark().sparkContext().hadoopConfiguration().set("fs.fickle.impl", FickleFiles.class.getName());
        System.setProperty("spark.hadoop.fs.fickle.impl", FickleFiles.class.getName());
        inputs = Files.createDirectories(folder.resolve("inputs"));
        Files.writeString(inputs.resolve("still.html"), "<p>그대로");
    }

    @Test
    void anArchiveThatGrowsGivesItsWholeRecordsAndIsReadAgain() throws IOException {
        String whole = record("a") + record("b");
        String half = whole.substring(0, whole.length() - 30);
        Files.writeString(inputs.resolve("a.warc"), half.substring(0, half.length() - 5));
        FickleFiles.beforeReading("a.warc", file -> write(file, half));

        assertThat(pull()).contains("1 taken, 0 unchanged, 0 failed, 1 left for a later run");
        assertThat(ledger()).containsExactly("still.html taken");
        assertThat(pages()).containsExactlyInAnyOrder("still", "a");

        write(inputs.resolve("a.warc"), whole);
        assertThat(pull()).contains("1 taken, 1 unchanged, 0 failed");
        assertThat(ledger()).containsExactlyInAnyOrder("still.html taken", "a.warc taken");
        assertThat(pages()).containsExactlyInAnyOrder("still", "a", "b");
        assertThat(rejects()).isEmpty();
    }

    @Test
    void aPageThatIsBeingWrittenIsTakenWhenItIsWhole() throws IOException {
        Files.writeString(inputs.resolve("page.html"), "<p>하나 둘 셋");
        FickleFiles.beforeReading("page.html", file -> write(file, "<p>하"));
        Files.writeString(inputs.resolve("fresh.html"), "<p>새것");
        FickleFiles.beforeReading("fresh.html", file -> write(file, ""));

        assertThat(pull()).contains("1 taken, 0 unchanged, 0 failed, 2 left for a later run");
        assertThat(pages()).containsExactly("still");

        write(inputs.resolve("page.html"), "<p>하나 둘 셋 넷");
        write(inputs.resolve("fresh.html"), "<p>새것");
        assertThat(pull()).contains("2 taken, 1 unchanged, 0 failed");
        assertThat(pages()).hasSize(3);
        assertThat(rejects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasListedIsTakenWhenItComesBackAfterAnOlderContentWasDigestedInItsPlace(boolean isGone)
            throws IOException {
        Path page = inputs.resolve("page.html");
        Files.writeString(page, "<p>하나");
        pull();
        write(page, "<p>둘둘");
        FileTime listed = Files.getLastModifiedTime(page);
        FickleFiles.whenOpenForDigest("page.html", file -> {
            write(file, "<p>하나");
            if (isGone) {
                Files.delete(file);
            }
        });

        assertThat(pull()).contains("0 taken, 2 unchanged, 0 failed");

        FickleFiles.forget();
        Files.writeString(page, "<p>둘둘");
        Files.setLastModifiedTime(page, listed);
        assertThat(pull()).contains("1 taken, 1 unchanged, 0 failed");
        assertThat(ledger()).hasSize(3);
    }

    @Test
    void anInputThatCantBeReadAnyMoreIsARejectAndItsCopyIsTakenNextTime() throws IOException {
        Files.writeString(inputs.resolve("gone.html"), "<p>둘");
        Files.writeString(inputs.resolve("second.html"), "<p>둘");
        FickleFiles.beforeReading("gone.html", Files::delete);

        assertThat(pull()).contains("1 taken, 0 unchanged, 1 failed, 1 left for a later run");
        assertThat(rejects()).containsExactly("gone.html unreadable-input");
        assertThat(ledger()).containsExactly("still.html taken");

        assertThat(pull()).contains("1 taken, 1 unchanged, 0 failed");
        assertThat(ledger()).containsExactlyInAnyOrder("still.html taken", "second.html taken");
    }

    @Test
    void aRedriveClosesNothingOfAnInputItCouldNotReadToItsEnd() throws IOException {
        String damaged = record("a").replace("Content-Length", "Content-Width") + record("b");
        Files.writeString(inputs.resolve("a.warc"), damaged);
        pull();
        assertThat(rejects()).hasSize(1);
        FickleFiles.beforeReading("a.warc", Files::delete);

        assertThat(hub("redrive", "--site", folder.resolve("site").toString()))
                .contains("0 of 1 rejects offered again were taken");
        assertThat(rejects()).hasSize(2);

        FickleFiles.forget();
        write(inputs.resolve("a.warc"), record("a") + record("b"));
        // Offered by what the rejects say: it lies in no configured source, and no --input names it.
        assertThat(redriveOfAll()).contains("2 of 2 rejects offered again were taken");
        assertThat(rejects()).isEmpty();
        assertThat(pages()).containsExactlyInAnyOrder("still", "a", "b");
    }

    @Test
    void aFolderThatCouldNotBeListedIsReadByARedriveAndStopsNone() throws IOException {
        Files.writeString(Files.createDirectory(inputs.resolve("locked")).resolve("in.html"), "<p>안");
        FickleFiles.lock("locked");
        pull();
        assertThat(rejects()).containsExactly("locked unreadable-input");

        assertThat(redriveOfAll()).contains("0 of 1 rejects offered again were taken");
        assertThat(rejects()).containsExactly("locked unreadable-input");

        FickleFiles.forget();
        assertThat(redriveOfAll()).contains("1 of 1 rejects offered again were taken");
        assertThat(rejects()).isEmpty();
        assertThat(pages()).containsExactlyInAnyOrder("still", "in");
    }

    private String redriveOfAll() {
        HubRun redrive = HubRun.of(
                "redrive",
                "--lake",
                folder.resolve("lake").toString(),
                "--site",
                folder.resolve("site").toString());
        assertThat(redrive.exitCode()).as(redrive.errors()).isZero();
        return redrive.output();
    }

    /** As another moment would have it: a second later by the store's clock. */
    private static void write(Path file, String content) throws IOException {
        FileTime before =
                Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(1_768_700_000_000L);
        Files.writeString(
                file,
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1_000));
    }

    private static String record(String name) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>" + "x".repeat(40);
        return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example.kr/" + name
                + "\r\nWARC-Date: 2026-01-18T06:00:00Z\r\nContent-Type: application/http\r\nContent-Length: "
                + http.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + http + "\r\n\r\n";
    }

    private String pull() {
        return hub("job", "pull-pages");
    }

    private String hub(String... command) {
        List<String> arguments = new java.util.ArrayList<>(List.of(command));
        arguments.addAll(
                List.of("--lake", folder.resolve("lake").toString(), "--input", FickleFiles.SCHEME + "://" + inputs));
        HubRun run = HubRun.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.errors()).isZero();
        return run.output();
    }

    private List<String> ledger() {
        return lake().records(Input.TABLE).stream()
                .map(i -> name(i.path()) + " " + i.status())
                .toList();
    }

    private List<String> pages() {
        return lake().records(CapturedPage.TABLE).stream()
                .map(p -> p.url() == null ? name(p.path()).replace(".html", "") : name(p.url()))
                .toList();
    }

    private List<String> rejects() {
        return lake().records(Reject.TABLE).stream()
                .filter(r -> r.redrivenBy() == null)
                .map(r -> name(r.path()) + " " + r.reason())
                .toList();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
