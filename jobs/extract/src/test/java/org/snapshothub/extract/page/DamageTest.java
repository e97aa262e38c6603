package org.snapshothub.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapshothub.extract.page.ArchiveTest.html;
import static org.snapshothub.extract.page.WarcBytes.concat;
import static org.snapshothub.extract.page.WarcBytes.gzip;
import static org.snapshothub.extract.page.WarcBytes.utf8;
import static org.snapshothub.extract.page.WarcBytes.zstd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Damage costs the record it hits, and everything behind it is still read. */
class DamageTest {

    private static final List<byte[]> PAGES = new WarcBytes()
            .page("http://a.kr/1", html("하나"))
            .page("http://a.kr/2", html("둘"))
            .page("http://a.kr/3", html("셋"))
            .records();

    private static byte[] join(UnaryOperator<byte[]> make, byte[]... records) {
        return concat(Arrays.stream(records).map(make).toArray(byte[][]::new));
    }

    private static byte[] replaced(byte[] record, String what, String by) {
        String latin = new String(record, StandardCharsets.ISO_8859_1);
        return latin.replaceFirst(what, by).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 0x55;
        return flipped;
    }

    private static Reading read(byte[] archive) throws IOException {
        return Reading.of(new Bytes("a.warc", archive));
    }

    private static void losesTheSecondOnly(byte[] archive, String reason) throws IOException {
        Reading reading = read(archive);
        assertThat(reading.pages())
                .as("" + reading.items())
                .extracting(Capture::url)
                .containsExactly("http://a.kr/1", "http://a.kr/3");
        assertThat(reading.pages()).extracting(Capture::truncated).containsOnlyNulls();
        assertThat(reading.reasons()).containsExactly(reason);
        assertThat(reading.records()).isEqualTo(2);
    }

    @Test
    void losesOneDamagedGzipMember() throws IOException {
        byte[] second = gzip(PAGES.get(1));
        for (int at : new int[] {20, second.length / 2, second.length - 6, second.length - 2}) {
            losesTheSecondOnly(concat(gzip(PAGES.get(0)), flipped(second, at), gzip(PAGES.get(2))), "damaged-member");
        }
        losesTheSecondOnly(concat(gzip(PAGES.get(0)), flipped(second, 0), gzip(PAGES.get(2))), "garbage");
    }

    @Test
    void losesOneDamagedZstdFrame() throws IOException {
        byte[] second = zstd(PAGES.get(1), null);
        for (int at : new int[] {second.length / 2, second.length - 2}) {
            losesTheSecondOnly(
                    concat(zstd(PAGES.get(0), null), flipped(second, at), zstd(PAGES.get(2), null)), "damaged-member");
        }
    }

    @Test
    void namesOffsetAndAddressOfWhatIsLost() throws IOException {
        byte[] first = gzip(PAGES.get(0));
        byte[] second = gzip(PAGES.get(1));

        Item.Refused lost = read(concat(first, flipped(second, second.length - 6), gzip(PAGES.get(2))))
                .refused()
                .get(0);

        assertThat(lost.offset()).isEqualTo(first.length);
        assertThat(lost.url()).isEqualTo("http://a.kr/2");
        assertThat(lost.rejected().detail()).contains("byte " + first.length, "checksum");
    }

    @Test
    void passesNoCutRecordAsWhole() throws IOException {
        for (UnaryOperator<byte[]> make : makes()) {
            byte[] whole = join(make, PAGES.get(0), PAGES.get(1));
            Reading reading = read(Arrays.copyOf(whole, whole.length - 40));

            assertThat(reading.pages()).extracting(Capture::url).containsExactly("http://a.kr/1");
            assertThat(reading.reasons()).containsExactly("truncated-record");
        }
    }

    private static List<UnaryOperator<byte[]>> makes() {
        return List.of(record -> record, WarcBytes::gzip, record -> zstd(record, null));
    }

    @Test
    void losesARecordWhoseLengthIsNoNumberMissingOrGivenTwice() throws IOException {
        for (String length : new String[] {
            "Content-Length: very lengthy", "X: y", "Content-Length: -1", "Content-Length: 5\r\nContent-Length: 6"
        }) {
            byte[] second = replaced(PAGES.get(1), "Content-Length: \\d+", length);
            for (UnaryOperator<byte[]> make : makes()) {
                losesTheSecondOnly(join(make, PAGES.get(0), second, PAGES.get(2)), "damaged-record");
            }
            losesTheSecondOnly(gzip(concat(PAGES.get(0), second, PAGES.get(2))), "damaged-record");
        }
    }

    @Test
    void tellsNoMoreThanALineOfWhatIsWrong() throws IOException {
        byte[] record = replaced(PAGES.get(0), "Content-Length: \\d+", "Content-Length: " + "9".repeat(100_000));

        assertThat(read(record).refused().get(0).rejected().detail()).hasSizeLessThan(2_001);
    }

    @Test
    void losesARecordWhoseHeadIsDamaged() throws IOException {
        byte[] noVersion = replaced(PAGES.get(1), "WARC/1.1", "WASC/1.1");
        byte[] noField = replaced(PAGES.get(1), "WARC-Target-URI:", "WARC-Target-URI");
        for (UnaryOperator<byte[]> make : makes()) {
            losesTheSecondOnly(join(make, PAGES.get(0), noVersion, PAGES.get(2)), "garbage");
            losesTheSecondOnly(join(make, PAGES.get(0), noField, PAGES.get(2)), "damaged-record");
        }
    }

    @Test
    void losesAFirstRecordWhoseHeadIsDamaged() throws IOException {
        byte[] noVersion = replaced(PAGES.get(0), "WARC/1.1", "WASC/1.1");
        for (UnaryOperator<byte[]> make : makes()) {
            assertThat(read(join(make, noVersion, PAGES.get(1))).pages())
                    .extracting(Capture::url)
                    .containsExactly("http://a.kr/2");
        }
    }

    @Test
    void losesARecordWhoseLengthSwallowsTheNext() throws IOException {
        for (String length : new String[] {"Content-Length: 400", "Content-Length: 600", "Content-Length: 99999999"}) {
            byte[] second = replaced(PAGES.get(1), "Content-Length: \\d+", length);
            byte[] archive = concat(PAGES.get(0), second, PAGES.get(2));

            losesTheSecondOnly(archive, length.endsWith("0") ? "record-length" : "truncated-record");
            for (UnaryOperator<byte[]> make : makes().subList(1, 3)) {
                losesTheSecondOnly(join(make, PAGES.get(0), second, PAGES.get(2)), "record-length");
                losesTheSecondOnly(make.apply(archive), length.endsWith("0") ? "record-length" : "truncated-record");
            }
        }
    }

    @Test
    void marksAPageWhoseLengthIsTooSmallAndReportsIt() throws IOException {
        byte[] second = replaced(PAGES.get(1), "Content-Length: \\d+", "Content-Length: 240");

        Reading reading = read(concat(PAGES.get(0), second, PAGES.get(2)));

        assertThat(reading.pages()).hasSize(3);
        assertThat(reading.pages())
                .extracting(Capture::truncated)
                .containsExactly(null, "record-length,digest-mismatch", null);
        assertThat(reading.reasons()).containsExactly("record-length");
    }

    @Test
    void readsARecordBeforeGarbageAndTheOnesBehindIt() throws IOException {
        byte[] garbage = utf8("The monkeys are a coming!\r\n\r\nDonkey Kong country...\r\n");

        Reading reading = read(concat(PAGES.get(0), garbage, PAGES.get(2), garbage));

        assertThat(reading.pages()).extracting(Capture::url).containsExactly("http://a.kr/1", "http://a.kr/3");
        assertThat(reading.reasons()).containsExactly("garbage", "garbage");
        assertThat(reading.refused()).extracting(Item.Refused::offset).doesNotHaveDuplicates();
        assertThat(reading.refused().get(0).rejected().excerpt()).startsWith("The monkeys");
        assertThat(reading.refused()).extracting(Item.Refused::url).containsOnlyNulls();
    }

    @Test
    void readsARecordThatBeginsInTheMiddleOfALineBehindGarbage() throws IOException {
        for (byte[] garbage : List.of(utf8("no line break"), gzip(PAGES.get(1)), new byte[200_000])) {
            losesTheSecondOnly(concat(PAGES.get(0), garbage, PAGES.get(2)), "garbage");
        }
        byte[] speaking = utf8("The line WARC/1.0\r\nbegins a record, and WARC/1.1\r\n: does not.\r\n");

        losesTheSecondOnly(concat(PAGES.get(0), speaking, PAGES.get(2)), "garbage");
    }

    @Test
    void losesAnAnswerWhoseHeadDoesNotEnd() throws IOException {
        String endless =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: " + "x".repeat(Limits.HEAD) + "\r\n\r\n<p>둘";
        String returns = "HTTP/1.1 200 OK\rContent-Type: text/html\r\r<p>둘";
        for (String block : List.of(endless, returns)) {
            byte[] second = WarcBytes.warc(
                    "WARC-Type: response\r\nWARC-Target-URI: http://a.kr/2\r\nContent-Type: application/http",
                    utf8(block));
            for (UnaryOperator<byte[]> make : makes()) {
                losesTheSecondOnly(join(make, PAGES.get(0), second, PAGES.get(2)), "damaged-record");
            }
        }
    }

    @Test
    void losesWhatNeedsADictionaryThatIsDamaged() throws IOException {
        byte[] dictionary = utf8("<!doctype html>".repeat(30));
        byte[] none = concat(new byte[] {0x37, (byte) 0xA4, 0x30, (byte) 0xEC}, utf8("no such thing".repeat(9)));

        Reading reading = read(new WarcBytes().record(PAGES.get(0)).zstdWith(dictionary, none));

        assertThat(reading.pages()).isEmpty();
        assertThat(reading.reasons()).startsWith("damaged-member");
    }

    @Test
    void readsGzipMembersBehindGarbage() throws IOException {
        byte[] archive = concat(gzip(PAGES.get(0)), utf8("no member"), gzip(PAGES.get(2)));

        losesTheSecondOnly(archive, "garbage");
    }

    @Test
    void refusesARevisitThatIsNothingButItsType() throws IOException {
        Reading reading = read(utf8("WARC/1.0\r\nWARC-Type: revisit\r\n\r\n\r\n"));

        assertThat(reading.records()).isZero();
        assertThat(reading.reasons()).containsExactly("damaged-record");
    }

    @Test
    void reportsARecordPutTogetherFromMembersThatDoNotMatchItsDigest() throws IOException {
        byte[] wrong = replaced(PAGES.get(0), "<title>", "<titel>");
        byte[] spliced = concat(gzip(Arrays.copyOf(wrong, 300)), gzip(Arrays.copyOfRange(wrong, 300, wrong.length)));

        Reading reading = read(concat(spliced, gzip(PAGES.get(1))));

        assertThat(reading.pages()).extracting(Capture::truncated).containsExactly("digest-mismatch", null);
        assertThat(reading.reasons()).containsExactly("spliced-record");
    }

    @Test
    void refusesArcRecordsWithoutLengthOrAnswer() throws IOException {
        String arc = """
                filedesc://bad.arc.gz 127.0.0.1 20140301000000 text/plain -1
                1 0 Bad Capture
                URL IP-address Archive-date Content-type Archive-length

                http://example.com/ 93.184.216.119 201404010000000000 text/html -1

                http://example.com/ 127.0.0.1 20140102000000 text/plain 1


                http://example.com/ 93.184.216.119 201404010000000000 text/html abc

                """;

        Reading reading = Reading.of(Bytes.of("a.arc", arc));

        assertThat(reading.records()).isZero();
        assertThat(reading.refused()).isNotEmpty();
    }

    @Test
    void keepsAPageWholeWhoseDigestHoldsThoughGarbageFollowsAtOnce() throws IOException {
        byte[] first = Arrays.copyOf(PAGES.get(0), PAGES.get(0).length - 4);

        Reading reading = read(concat(first, utf8("junk\r\n"), PAGES.get(2)));

        assertThat(reading.pages()).extracting(Capture::truncated).containsExactly(null, null);
        assertThat(reading.reasons()).containsExactly("garbage");
    }

    @Test
    void takesNoRecordFromInsideAPageWhereMembersAreRecords() throws IOException {
        byte[] forger = new WarcBytes()
                .page("http://a.kr/2", "<p>\r\n\r\n" + new String(PAGES.get(0), StandardCharsets.UTF_8))
                .plain();
        byte[] damaged = replaced(forger, "Content-Length: \\d+", "Content-Length: x");

        losesTheSecondOnly(join(WarcBytes::gzip, PAGES.get(0), damaged, PAGES.get(2)), "damaged-record");
    }

    @Test
    void refusesAPageThatIsNoText() throws IOException {
        byte[] noise = new byte[400];
        new Random(3).nextBytes(noise);

        Reading reading = read(new WarcBytes()
                .response("http://a.kr/", "Content-Type: text/html", noise)
                .plain());

        assertThat(reading.reasons()).containsExactly("not-a-page");
        assertThat(reading.refused().get(0).url()).isEqualTo("http://a.kr/");
    }
}
