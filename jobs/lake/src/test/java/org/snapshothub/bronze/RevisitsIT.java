package org.snapshothub.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snapshothub.HubRun;
import org.snapshothub.LakeTest;
import org.snapshothub.audit.Reject;

/** Pages fetched again and found unchanged: of their original where the lake holds it, else refused. */
class RevisitsIT extends LakeTest {

    private static final String ONE = "sha1:BRXCLEVTBRS2RJG3H6BZTXMODYXK2I5P";
    private static final String ONE_IN_HEX = "sha1:0c6e2592b30c65a8a4db3f8399dd8e1e2ead23af";
    private static final String OTHER = "sha1:OTHEROTHEROTHEROTHEROTHEROTHERAA";

    private Path inputs;

    @BeforeEach
    void folders() throws IOException {
        inputs = Files.createDirectories(folder.resolve("inputs"));
    }

    @Test
    void aRevisitIsThePageItRefersTo() throws IOException {
        String archive = page("a", "2026-01-01T00:00:00Z", "처음", ONE)
                // By address and time, told more exactly than captures are.
                + revisit("a", "2026-01-02T00:00:00Z", "a", "2026-01-01T00:00:00.123456Z", ONE)
                // By a revisit that was itself found in this archive, and only further down.
                + revisit("a", "2026-01-04T00:00:00Z", "a", "2026-01-03T00:00:00Z", ONE)
                + revisit("a", "2026-01-03T00:00:00Z", "a", "2026-01-02T00:00:00Z", ONE)
                // By its own address alone: what was there before it, not what came later.
                + revisit("a", "2026-01-05T00:00:00Z", null, null, null)
                + page("a", "2026-01-06T00:00:00Z", "나중", OTHER)
                // By the payload, however its digest is spelt, at whatever address.
                + revisit("b", "2026-01-07T00:00:00Z", null, null, ONE_IN_HEX);
        Files.writeString(inputs.resolve("a.warc"), archive);

        pull();

        assertThat(pages())
                .containsExactlyInAnyOrder(
                        "a 2026-01-01 처음",
                        "a 2026-01-02 처음",
                        "a 2026-01-03 처음",
                        "a 2026-01-04 처음",
                        "a 2026-01-05 처음",
                        "a 2026-01-06 나중",
                        "b 2026-01-07 처음");
        assertThat(lake().records(Reject.TABLE)).isEmpty();
    }

    @Test
    void aRevisitWithoutItsOriginalIsRefusedEachOnItsOwn() throws IOException {
        String archive = revisit("a", "2026-01-02T00:00:00Z", "a", "2026-01-01T00:00:00Z", ONE)
                + revisit("b", "2026-01-02T00:00:00Z", "b", null, null);
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(inputs.resolve("a.warc.gz")))) {
            gzip.write(archive.getBytes(StandardCharsets.UTF_8));
        }

        pull();

        assertThat(pages()).isEmpty();
        assertThat(lake().records(Reject.TABLE))
                .extracting(Reject::reason, Reject::url)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("lone-revisit", "http://paper.example.kr/a"),
                        org.assertj.core.groups.Tuple.tuple("lone-revisit", "http://paper.example.kr/b"));
    }

    @Test
    void anOriginalMayLieInASmallerFileAndSoInALaterBatch() throws IOException {
        Files.writeString(folder.resolve("hub.conf"), "pull.batch-bytes = 1 KiB\n");
        Files.writeString(
                inputs.resolve("large.warc"),
                revisit("a", "2026-01-02T00:00:00Z", "a", "2026-01-01T00:00:00Z", ONE)
                        + page("z", "2026-01-02T00:00:00Z", "길다 ".repeat(400), OTHER));
        Files.writeString(inputs.resolve("small.warc"), page("a", "2026-01-01T00:00:00Z", "처음", ONE));

        pull("--conf", folder.resolve("hub.conf").toString());

        assertThat(pages()).hasSize(3).contains("a 2026-01-01 처음", "a 2026-01-02 처음");
        assertThat(lake().records(Reject.TABLE)).extracting(Reject::redrivenBy).doesNotContainNull();
    }

    @Test
    void anOriginalThatComesLaterIsFoundByARedriveOfTheInput() throws IOException {
        Files.writeString(
                inputs.resolve("one.warc"), revisit("a", "2026-01-02T00:00:00Z", "a", "2026-01-01T00:00:00Z", ONE));
        Files.writeString(
                inputs.resolve("two.warc"), revisit("a", "2026-01-03T00:00:00Z", "a", "2026-01-01T00:00:00Z", ONE));
        pull();
        Files.writeString(inputs.resolve("late.warc"), page("a", "2026-01-01T00:00:00Z", "처음", ONE));
        pull();

        HubRun redrive = HubRun.of(
                "redrive",
                "--lake",
                folder.resolve("lake").toString(),
                "--site",
                folder.resolve("site").toString(),
                "--input",
                inputs.resolve("o*.warc").toString());

        assertThat(redrive.exitCode()).as(redrive.errors()).isZero();
        assertThat(pages()).containsExactlyInAnyOrder("a 2026-01-01 처음", "a 2026-01-02 처음");
        assertThat(lake().records(Reject.TABLE))
                .filteredOn(reject -> reject.redrivenBy() == null)
                .extracting(reject -> reject.path().replaceFirst(".*/", ""))
                .containsExactly("two.warc");
    }

    private static String page(String name, String date, String text, String digest) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><p>" + text;
        // The digest declared is not the payload's own, and the block's speaks first.
        return record("response", name, date, "WARC-Block-Digest: x:y\r\nWARC-Payload-Digest: " + digest, http);
    }

    private static String revisit(String name, String date, String original, String originalDate, String digest) {
        List<String> fields = new ArrayList<>();
        fields.add("WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest");
        if (original != null) {
            fields.add("WARC-Refers-To-Target-URI: http://paper.example.kr/" + original);
        }
        if (originalDate != null) {
            fields.add("WARC-Refers-To-Date: " + originalDate);
        }
        if (digest != null) {
            fields.add("WARC-Payload-Digest: " + digest);
        }
        return record("revisit", name, date, String.join("\r\n", fields), "HTTP/1.1 304 Not Modified\r\n\r\n");
    }

    private static String record(String type, String name, String date, String fields, String block) {
        return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: http://paper.example.kr/" + name
                + "\r\nWARC-Date: " + date + "\r\n" + fields + "\r\nContent-Type: application/http\r\nContent-Length: "
                + block.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + block + "\r\n\r\n";
    }

    private void pull(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "job", "pull-pages", "--lake", folder.resolve("lake").toString(), "--input", inputs.toString()));
        arguments.addAll(List.of(more));
        HubRun run = HubRun.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    /** Name, day and text of each page. */
    private List<String> pages() {
        return lake().records(CapturedPage.TABLE).stream()
                .map(p -> p.url().substring(p.url().lastIndexOf('/') + 1)
                        + " " + p.fetchTime().toString().substring(0, 10) + " "
                        + new String(p.content(), StandardCharsets.UTF_8).replace("<html><p>", ""))
                .toList();
    }
}
