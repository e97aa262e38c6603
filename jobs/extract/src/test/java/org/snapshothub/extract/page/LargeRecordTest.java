package org.snapshothub.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapshothub.extract.page.WarcBytes.utf8;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A record may claim and inflate to what it likes: it costs the limit. */
class LargeRecordTest {

    private static final Limits LIMITS = new Limits(1 << 20);
    private static final long GROWTH_COPY_AND_BUFFERS = 8L * LIMITS.content();
    private static final byte[] NEXT =
            new WarcBytes().page("http://a.kr/2", ArchiveTest.html("뒤")).plain();

    private static String head(long body) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
        return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.kr/1\r\nContent-Type: application/http"
                + "\r\nContent-Length: " + (http.length() + body) + "\r\n\r\n" + http;
    }

    /** Pieces one behind another, never in one array. */
    private record Pieces(List<byte[]> pieces) implements Source {

        @Override
        public String path() {
            return "a.warc";
        }

        @Override
        public long size() {
            return pieces.stream().mapToLong(piece -> piece.length).sum();
        }

        @Override
        public InputStream open(long offset) throws IOException {
            InputStream all = new SequenceInputStream(Collections.enumeration(
                    pieces.stream().map(ByteArrayInputStream::new).toList()));
            all.skipNBytes(offset);
            return all;
        }
    }

    private static byte[] letters(int count) {
        byte[] letters = new byte[count];
        Arrays.fill(letters, (byte) 'a');
        return letters;
    }

    private static Pieces of(byte[] first, byte[] repeated, int times, byte[] last) {
        return new Pieces(Stream.of(Stream.of(first), Collections.nCopies(times, repeated).stream(), Stream.of(last))
                .flatMap(pieces -> pieces)
                .toList());
    }

    private static void costsTheLimitOnly(Source source) throws IOException {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        Reading reading = Reading.of(source, null, LIMITS);
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(GROWTH_COPY_AND_BUFFERS);
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.pages()).extracting(Capture::url).containsExactly("http://a.kr/1", "http://a.kr/2");
        assertThat(reading.pages()).extracting(Capture::truncated).containsExactly("length", null);
        assertThat(reading.pages().get(0).content()).hasSize(LIMITS.content());
    }

    @Test
    void keepsTheLimitOfARecordOfTwoGigabytes() throws IOException {
        byte[] megabyte = letters(1 << 20);

        costsTheLimitOnly(of(utf8(head(2_100L << 20)), megabyte, 2_100, WarcBytes.concat(utf8("\r\n\r\n"), NEXT)));
    }

    @Test
    void keepsTheLimitOfACompressedRecordOfHalfAGigabyte() throws IOException {
        byte[] letters = letters(16 << 20);
        byte[] gzip = WarcBytes.gzip(letters);
        byte[] zstd = WarcBytes.zstd(letters, null);

        costsTheLimitOnly(of(
                WarcBytes.gzip(utf8(head(512L << 20))),
                gzip,
                32,
                WarcBytes.concat(WarcBytes.gzip(utf8("\r\n\r\n")), WarcBytes.gzip(NEXT))));
        costsTheLimitOnly(of(
                WarcBytes.zstd(utf8(head(512L << 20)), null),
                zstd,
                32,
                WarcBytes.concat(WarcBytes.zstd(utf8("\r\n\r\n"), null), WarcBytes.zstd(NEXT, null))));
    }

    @Test
    void keepsTheLimitOfABodyThatInflatesToAHundredMegabytes() throws IOException {
        byte[] letters = letters(100 << 20);
        for (String coding : List.of("gzip", "zstd")) {
            byte[] body = coding.equals("gzip") ? WarcBytes.gzip(letters) : WarcBytes.zstd(letters, null);
            byte[] bomb = new WarcBytes()
                    .response("http://a.kr/1", "Content-Type: text/html\r\nContent-Encoding: " + coding, body)
                    .plain();

            costsTheLimitOnly(new Bytes("a.warc", WarcBytes.concat(bomb, NEXT)));
        }
    }

    @Test
    void keepsTheLimitOfAChunkedBody() throws IOException {
        byte[] bomb = new WarcBytes()
                .response(
                        "http://a.kr/1",
                        "Content-Type: text/html\r\nTransfer-Encoding: chunked",
                        PayloadTest.chunked(letters(8 << 20), 4_096))
                .plain();

        costsTheLimitOnly(new Bytes("a.warc", WarcBytes.concat(bomb, NEXT)));
    }

    @Test
    void keepsTheLimitOfAPlainFile() throws IOException {
        Pieces file = of(utf8("<html>"), letters(1 << 20), 600, new byte[0]);

        Capture page = Reading.of(file, null, LIMITS).page();

        assertThat(page.content()).hasSize(LIMITS.content());
        assertThat(page.truncated()).isEqualTo("length");
        assertThat(new String(page.content(), 0, 8, StandardCharsets.UTF_8)).isEqualTo("<html>aa");
    }
}
