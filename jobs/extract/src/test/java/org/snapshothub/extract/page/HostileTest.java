package org.snapshothub.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.snapshothub.extract.page.ArchiveTest.html;
import static org.snapshothub.extract.page.WarcBytes.utf8;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a reader ends, soon, without a crash, and passes nothing off as whole that is not. */
class HostileTest {

    private static final WarcBytes RECORDS = new WarcBytes()
            .warcinfo()
            .page("http://a.kr/1", html("하나"))
            .request("http://a.kr/1")
            .response(
                    "http://a.kr/2",
                    "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked",
                    PayloadTest.chunked(WarcBytes.gzip(utf8(html("둘"))), 64))
            .page("http://a.kr/3", html("셋"));

    private static final Set<String> WHOLE = new TreeSet<>(Set.of(digest("하나"), digest("둘"), digest("셋")));

    private static String digest(String words) {
        return Capture.digestOf(utf8(html(words)));
    }

    private static Map<String, byte[]> archives() {
        byte[] dictionary = utf8(html("사전").repeat(30));
        Map<String, byte[]> archives = new LinkedHashMap<>();
        archives.put("a.warc", RECORDS.plain());
        archives.put("b.warc.gz", RECORDS.gzipPerRecord());
        archives.put("c.warc.gz", RECORDS.gzipAsOne());
        archives.put("d.warc.gz", RECORDS.gzipEvery(333));
        archives.put("e.warc.zst", RECORDS.zstdPerRecord());
        archives.put("f.warc.zst", RECORDS.zstdAsOne());
        archives.put("g.warc.zst", RECORDS.zstdWith(dictionary, WarcBytes.zstd(dictionary, null)));
        archives.put("h.arc", arc());
        return archives;
    }

    private static byte[] arc() {
        byte[] answer = utf8("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + html("셋"));
        String line = "http://a.kr/1 1.2.3.4 20060305082251 text/html " + answer.length + "\n";
        byte[] first = utf8("filedesc://a.arc 0.0.0.0 20060305082251 text/plain 9\n1 0 test\n\n\n");
        byte[] record = WarcBytes.concat(utf8(line), answer, utf8("\n"));
        return WarcBytes.concat(first, record, record, record);
    }

    /** Pages not marked are whole: the digest of their block, which every record here carries, vouches for it. */
    private static Reading soundly(String name, byte[] bytes, String as) throws IOException {
        Reading reading = Reading.of(new Bytes(name, bytes));
        assertThat(reading.pages())
                .as(as)
                .filteredOn(page -> page.truncated() == null)
                .extracting(Capture::contentDigest)
                .isSubsetOf(WHOLE);
        return reading;
    }

    @Test
    void passesNoCutRecordAsWholeWhereverTheArchiveIsCut() throws IOException {
        for (Map.Entry<String, byte[]> archive : archives().entrySet()) {
            byte[] bytes = archive.getValue();
            for (int length = 1; length < bytes.length; length += 3) {
                String as = archive.getKey() + " cut at " + length;
                Reading reading = soundly(archive.getKey(), Arrays.copyOf(bytes, length), as);
                assertThat(reading.pages()).as(as).allMatch(page -> page.truncated() == null);
                if (reading.pages().size() < 3) {
                    boolean betweenRecords = !archive.getKey().startsWith("c")
                            && !archive.getKey().startsWith("f");
                    assertThat(betweenRecords || !reading.refused().isEmpty())
                            .as(as)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void passesNoDamagedRecordAsWholeWhicheverByteIsDamaged() throws IOException {
        Random random = new Random(4);
        for (Map.Entry<String, byte[]> archive : archives().entrySet()) {
            for (int at = 0; at < archive.getValue().length; at += 2) {
                byte[] bytes = archive.getValue().clone();
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                String as = archive.getKey() + " damaged at " + at;
                // Uncompressed, a flipped letter in the digest's own name takes the proof away; ARC has none.
                boolean provable =
                        !archive.getKey().equals("a.warc") && !archive.getKey().equals("h.arc");
                Reading reading = provable
                        ? soundly(archive.getKey(), bytes, as)
                        : Reading.of(new Bytes(archive.getKey(), bytes));
                assertThat(reading.items()).as(as).isNotEmpty();
            }
        }
    }

    @Test
    void losesAtMostOneRecordToOneDamagedByteWhereMembersAreRecords() throws IOException {
        for (String name : new String[] {"b.warc.gz", "e.warc.zst"}) {
            byte[] whole = archives().get(name);
            for (int at = 0; at < whole.length; at++) {
                byte[] bytes = whole.clone();
                bytes[at] ^= 0x10;
                Reading reading = Reading.of(new Bytes(name, bytes));
                assertThat(reading.records()).as(name + " damaged at " + at).isGreaterThanOrEqualTo(4);
            }
        }
    }

    @Test
    void endsOnNoiseUnderEveryName() {
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) {
            byte[] noise = new byte[random.nextInt(3_000)];
            random.nextBytes(noise);
            byte[] magic = new byte[][] {
                        {},
                        {0x1F, (byte) 0x8B, 8, 0},
                        {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD},
                        utf8("WARC/1.0\r\n"),
                        utf8("PK\u0003\u0004")
                    }
                    [round % 5];
            byte[] bytes = WarcBytes.concat(magic, noise);
            for (String name : new String[] {"a.warc", "a.warc.gz", "a.warc.zst", "a.arc", "a.wacz", "a.html"}) {
                assertThatNoException().isThrownBy(() -> Reading.of(new Bytes(name, bytes)));
            }
        }
    }

    @Test
    void staysLinearOnRecordsThatEachClaimTheRestOfTheFile() {
        StringBuilder archive = new StringBuilder();
        while (archive.length() < 3_000_000) {
            archive.append("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1000000\r\n\r\nx\r\n\r\n");
        }
        byte[] plain = utf8(archive.toString());

        endsSoon("a.warc", plain);
        endsSoon("a.warc.gz", WarcBytes.gzip(plain));
        endsSoon("a.warc.zst", WarcBytes.zstd(plain, null));
    }

    @Test
    void staysLinearOnMembersThatEachHoldTheRestOfTheFile() {
        byte[] header = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0};
        byte[] stored = {0, (byte) 0xFF, (byte) 0xFF, 0, 0};
        byte[] start = utf8("WARC/1.0\r\n");
        byte[] piece = WarcBytes.concat(header, stored, start);
        byte[] nested = new byte[3_000_000];
        for (int at = 0; at + piece.length < nested.length; at += piece.length) {
            System.arraycopy(piece, 0, nested, at, piece.length);
        }

        endsSoon("a.warc.gz", nested);
    }

    @Test
    void staysLinearOnLinesThatAlmostBeginARecord() {
        endsSoon("a.warc", utf8("WARC/1.0\r\n".repeat(300_000)));
        endsSoon("a.warc", utf8("http://a.kr/ 1.2.3.4 20260118000000 text/html\n".repeat(60_000)));
        endsSoon("a.arc", utf8("filedesc: 1.2.3.4 20260118000000 text/html 5 " + "a ".repeat(1_500_000)));
        endsSoon("a.warc", utf8("\r\n".repeat(1_500_000)));
        endsSoon("a.html", utf8("<link rel=canonical ".repeat(200_000)));
    }

    private static void endsSoon(String name, byte[] bytes) {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> Reading.of(new Bytes(name, bytes)));
    }
}
