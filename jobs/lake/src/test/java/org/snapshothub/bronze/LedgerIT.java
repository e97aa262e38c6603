package org.snapshothub.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snapshothub.HubRun;
import org.snapshothub.LakeTest;

/** What the ledger makes of files that come again: the same, touched, renamed, grown, replaced, gone. */
class LedgerIT extends LakeTest {

    private static final FileTime MONDAY = FileTime.from(Instant.parse("2026-01-19T00:00:00Z"));
    private static final FileTime TUESDAY = FileTime.from(Instant.parse("2026-01-20T00:00:00Z"));
    private static final FileTime WEDNESDAY = FileTime.from(Instant.parse("2026-01-21T00:00:00Z"));

    private Path inputs;

    @BeforeEach
    void pullOnePageAndOneArchive() throws IOException {
        inputs = Files.createDirectories(folder.resolve("inputs"));
        write("page.html", "<p>하나</p>", MONDAY);
        write("a.warc", record("a", "가"), MONDAY);
        pull();
        assertThat(ledger()).containsExactlyInAnyOrder("page.html taken 1", "a.warc taken 1");
    }

    @Test
    void aFileListedAgainIsPassedOver() {
        assertThat(pull()).containsPattern("pull-pages +0 +0 +0 +2");
        assertThat(ledger()).hasSize(2);
    }

    @Test
    void aTouchedFileIsDigestedOnceAndThenPassedOverUnread() throws IOException {
        // One of each status, one that holds what another path does and is left alone, and one whose sidecar is
        // touched.
        write("copy.html", "<p>하나</p>", MONDAY);
        write("copy-left-alone.html", "<p>하나</p>", MONDAY);
        write("failed.warc", record("f", "바").replace("Content-Length", "Content-Width"), MONDAY);
        write("beside.html", "<p>둘</p>", MONDAY);
        write("beside.html.meta.json", "{}", MONDAY);
        pull();
        assertThat(ledger())
                .containsExactlyInAnyOrder(
                        "page.html taken 1",
                        "a.warc taken 1",
                        "copy.html unchanged 0",
                        "copy-left-alone.html unchanged 0",
                        "failed.warc failed 0",
                        "beside.html taken 1");
        Map<String, Input> before = rows();
        List<String> touched = List.of("page.html", "copy.html", "failed.warc", "beside.html.meta.json");
        for (String name : touched) {
            Files.setLastModifiedTime(inputs.resolve(name), TUESDAY);
        }

        long version = version();
        assertThat(pull()).containsPattern("pull-pages +4 +0 +0 +6");
        assertThat(version()).isEqualTo(version + 1);
        assertThat(rows()).hasSameSizeAs(before).allSatisfy((name, row) -> {
            boolean wasTouched = touched.stream().anyMatch(t -> t.startsWith(name));
            assertThat(row.changeMark())
                    .matches(mark -> mark.contains("" + TUESDAY.toMillis()) == wasTouched, "the mark of today's file");
            assertThat(row)
                    .usingRecursiveComparison()
                    .ignoringFields("changeMark")
                    .isEqualTo(before.get(name));
        });

        assertThat(pull()).containsPattern("pull-pages +0 +0 +0 +6");
        assertThat(pull("--verify")).containsPattern("pull-pages +6 +0 +0 +6");
        assertThat(version()).isEqualTo(version + 1);
        assertThat(pages()).isEqualTo(3);
    }

    @Test
    void whatIsNewAndWhatWasTouchedIsOneCommit() throws IOException {
        Files.setLastModifiedTime(inputs.resolve("page.html"), TUESDAY);
        // New rows, one of them of the digest whose row is replaced.
        write("b.html", "<p>둘</p>", MONDAY);
        write("copy.html", "<p>하나</p>", MONDAY);

        long version = version();
        pull();

        assertThat(version()).isEqualTo(version + 1);
        assertThat(ledger())
                .containsExactlyInAnyOrder(
                        "page.html taken 1", "a.warc taken 1", "b.html taken 1", "copy.html unchanged 0");
        assertThat(pull()).containsPattern("pull-pages +0 +0 +0 +4");
    }

    @Test
    void aFileBackToAnOlderContentMovesTheMarkOfThatContentAlone() throws IOException {
        write("page.html", "<p>둘둘</p>", TUESDAY);
        pull();
        List<String> marks = marks("page.html");
        assertThat(marks).hasSize(2);

        write("page.html", "<p>하나</p>", WEDNESDAY);
        assertThat(pull()).containsPattern("pull-pages +1 +0 +0 +2");

        assertThat(marks("page.html")).containsExactlyInAnyOrder(mark(TUESDAY), mark(WEDNESDAY));
        assertThat(pull()).containsPattern("pull-pages +0 +0 +0 +2");
        write("page.html", "<p>셋셋</p>", MONDAY);
        assertThat(pull()).containsPattern("pull-pages +1 +1 +0 +1");
        assertThat(pages()).isEqualTo(4);
    }

    @Test
    void theSameFileUnderAnotherNameIsUnchanged() throws IOException {
        write("복사 12:30 [1].html", "<p>하나</p>", TUESDAY);

        pull();

        assertThat(ledger()).hasSize(3).contains("복사 12:30 [1].html unchanged 0");
        assertThat(pages()).isEqualTo(2);
    }

    @Test
    void aCopyInALaterBatchOfALakesFirstRunIsUnchanged() throws IOException {
        Files.writeString(folder.resolve("hub.conf"), "pull.batch-bytes = 10 bytes\n");
        write("copy.html", "<p>하나</p>", MONDAY);

        HubRun run = HubRun.of(
                "job",
                "pull-pages",
                "--conf",
                folder.resolve("hub.conf").toString(),
                "--lake",
                folder.resolve("first").toString(),
                "--input",
                inputs.toString());

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).contains("2 taken, 1 unchanged, 0 failed");
    }

    @Test
    void theSamePageInTwoArchivesIsOnePage() throws IOException {
        write("b.warc", record("b", "나") + record("a", "가"), TUESDAY);

        pull();

        assertThat(ledger()).hasSize(3).contains("b.warc taken 2");
        assertThat(pages()).isEqualTo(3);
    }

    @Test
    void theSamePageTwiceInOneMemberIsOnePage() throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(inputs.resolve("twice.warc.gz")))) {
            gzip.write((record("d", "라") + record("d", "라") + record("e", "마")).getBytes(StandardCharsets.UTF_8));
        }

        pull();

        assertThat(pages()).isEqualTo(4);
    }

    @Test
    void aGrownArchiveGivesWhatItGrewBy() throws IOException {
        write("a.warc", record("a", "가") + record("c", "다"), TUESDAY);

        pull();

        assertThat(ledger()).hasSize(3).contains("a.warc taken 1", "a.warc taken 2");
        assertThat(pages()).isEqualTo(3);
    }

    @Test
    void aFileReplacedAtEqualSizeAndTimeIsSeenByVerifyOnly() throws IOException {
        write("page.html", "<p>둘둘</p>", MONDAY);

        pull();
        assertThat(pages()).isEqualTo(2);
        pull("--verify");

        assertThat(pages()).isEqualTo(3);
        assertThat(ledger()).hasSize(3);
    }

    @Test
    void aFileReplacedAtEqualSizeAtAnotherTimeIsNew() throws IOException {
        write("page.html", "<p>둘둘</p>", TUESDAY);

        pull();

        assertThat(pages()).isEqualTo(3);
    }

    @Test
    void whatADeletedFileGaveStays() throws IOException {
        Files.delete(inputs.resolve("page.html"));

        assertThat(pull()).containsPattern("pull-pages +0 +0 +0 +1");
        assertThat(pages()).isEqualTo(2);
    }

    private void write(String name, String content, FileTime time) throws IOException {
        Path file = Files.writeString(inputs.resolve(name), content);
        Files.setLastModifiedTime(file, time);
    }

    private static String record(String name, String text) {
        byte[] body = ("<html><p>" + text + "</p></html>").getBytes(StandardCharsets.UTF_8);
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length
                + "\r\n\r\n" + new String(body, StandardCharsets.UTF_8);
        int length = http.getBytes(StandardCharsets.UTF_8).length;
        return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example.kr/" + name
                + "\r\nWARC-Date: 2026-01-18T06:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000"
                + Integer.toHexString(name.charAt(0) - 'a')
                + ">\r\nContent-Type: application/http; msgtype=response\r\n"
                + "Content-Length: " + length + "\r\n\r\n" + http + "\r\n\r\n";
    }

    private String pull(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "job", "pull-pages", "--lake", folder.resolve("lake").toString(), "--input", inputs.toString()));
        arguments.addAll(List.of(more));
        HubRun run = HubRun.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.errors()).isZero();
        return run.output();
    }

    /** File, status and pages of each row. */
    private List<String> ledger() {
        return lake().records(Input.TABLE).stream()
                .map(i -> i.path().substring(i.path().lastIndexOf('/') + 1) + " " + i.status() + " " + i.pages())
                .toList();
    }

    private Map<String, Input> rows() {
        return lake().records(Input.TABLE).stream()
                .collect(Collectors.toMap(i -> i.path().substring(i.path().lastIndexOf('/') + 1), i -> i));
    }

    private List<String> marks(String name) {
        return lake().records(Input.TABLE).stream()
                .filter(i -> i.path().endsWith("/" + name))
                .map(Input::changeMark)
                .toList();
    }

    private static String mark(FileTime time) {
        return "mtime " + time.toMillis();
    }

    private long version() {
        return lake().log(Input.TABLE).version();
    }

    private long pages() {
        return lake().read(CapturedPage.TABLE).count();
    }
}
