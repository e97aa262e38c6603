package org.snapshothub.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapshothub.extract.page.WarcBytes.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class WaczTest {

    private static final byte[] FIRST = new WarcBytes()
            .warcinfo()
            .page("http://a.kr/1", ArchiveTest.html("하나"))
            .gzipPerRecord();
    private static final byte[] SECOND =
            new WarcBytes().page("http://a.kr/2", ArchiveTest.html("둘")).plain();

    private static byte[] wacz(int method) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "datapackage.json", utf8("{}"), ZipEntry.DEFLATED);
            entry(zip, "archive/1.warc.gz", FIRST, method);
            entry(zip, "indexes/index.cdx.gz", WarcBytes.gzip(utf8("kr,a)/1")), method);
            entry(zip, "archive/2.warc", SECOND, method);
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content, int method) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setCrc(crc.getValue());
            entry.setSize(content.length);
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    @Test
    void readsTheArchivesAndPassesOverTheRest() throws IOException {
        for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
            Reading reading = Reading.of(new Bytes("a.wacz", wacz(method)));

            assertThat(reading.refused()).isEmpty();
            assertThat(reading.records()).isEqualTo(3);
            assertThat(reading.pages()).extracting(Capture::url).containsExactly("http://a.kr/1", "http://a.kr/2");
        }
    }

    @Test
    void namesTheBytesOfTheZipWhereItsArchivesAreStored() throws IOException {
        byte[] wacz = wacz(ZipEntry.STORED);

        for (Capture page : Reading.of(new Bytes("a.wacz", wacz)).pages()) {
            int from = page.archiveOffset().intValue();
            byte[] record =
                    Arrays.copyOfRange(wacz, from, from + page.archiveLength().intValue());

            assertThat(page.archive()).isEqualTo("a.wacz");
            assertThat(Reading.of(new Bytes("b", record)).page().pageId()).isEqualTo(page.pageId());
        }
    }

    @Test
    void namesTheEntryWhereItIsDeflated() throws IOException {
        assertThat(Reading.of(new Bytes("a.wacz", wacz(ZipEntry.DEFLATED))).pages())
                .extracting(Capture::archive)
                .containsExactly("a.wacz!/archive/1.warc.gz", "a.wacz!/archive/2.warc");
    }

    @Test
    void readsWhatItCanOfAZipThatHasLostItsDirectory() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "archive/1.warc.gz", FIRST, ZipEntry.STORED);
            entry(zip, "archive/2.warc", SECOND, ZipEntry.STORED);
        }
        byte[] wacz = Arrays.copyOf(out.toByteArray(), out.size() - 60);

        Reading reading = Reading.of(new Bytes("a.wacz", wacz));

        assertThat(reading.pages()).extracting(Capture::url).containsExactly("http://a.kr/1", "http://a.kr/2");
        assertThat(reading.reasons()).containsExactly("damaged-zip");
    }

    @Test
    void refusesAZipWithoutArchives() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "word/document.xml", utf8("<a/>"), ZipEntry.DEFLATED);
        }

        assertThat(Reading.of(new Bytes("a.docx", out.toByteArray())).reasons()).containsExactly("not-a-page");
    }

    @Test
    void endsWhereverAZipIsCut() throws IOException {
        byte[] wacz = wacz(ZipEntry.STORED);
        for (int length = 4; length < wacz.length; length += 7) {
            assertThat(Reading.of(new Bytes("a.wacz", Arrays.copyOf(wacz, length)))
                            .refused())
                    .as("cut at " + length)
                    .isNotEmpty();
        }
    }

    private static byte[] patched(byte[] zip, int at, int... bytes) {
        byte[] patched = zip.clone();
        for (int i = 0; i < bytes.length; i++) {
            patched[at + i] = (byte) bytes[i];
        }
        return patched;
    }

    private static int directoryOf(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    }

    /** Sizes behind the data, as whoever writes a zip without going back must put them: the JDK's deflated entries. */
    @Test
    void findsEveryEntryOfAZipThatHasLostItsDirectoryAndItsSizes() throws IOException {
        byte[] wacz = wacz(ZipEntry.DEFLATED);

        Reading reading = Reading.of(new Bytes("a.wacz", Arrays.copyOf(wacz, directoryOf(wacz))));

        assertThat(reading.pages()).extracting(Capture::url).containsExactly("http://a.kr/1", "http://a.kr/2");
        assertThat(reading.reasons()).containsExactly("damaged-zip");
    }

    @Test
    void losesNoEntryToADirectoryThatIsTooShort() throws IOException {
        byte[] wacz = wacz(ZipEntry.STORED);
        for (int size : new int[] {0, 45, 60, 200}) {
            Reading reading = Reading.of(new Bytes("a.wacz", patched(wacz, wacz.length - 10, size, 0)));

            assertThat(reading.pages()).as("" + size).hasSize(2);
            assertThat(reading.reasons()).as("" + size).containsExactly("damaged-zip");
        }
    }

    @Test
    void losesTheEntryWhoseHeaderIsDamagedAndNoOther() throws IOException {
        byte[] wacz = wacz(ZipEntry.STORED);
        int second = new String(wacz, StandardCharsets.ISO_8859_1).indexOf("archive/2.warc") - 30;
        byte[] damaged = patched(wacz, second, 'X');

        assertThat(Reading.of(new Bytes("a.wacz", damaged)).page().url()).isEqualTo("http://a.kr/1");
        assertThat(Reading.of(new Bytes("a.wacz", damaged)).reasons()).containsExactly("damaged-zip");
    }

    @Test
    void believesNoDirectoryThatACommentSpeaksOf() throws IOException {
        byte[] wacz = wacz(ZipEntry.STORED);
        byte[] comment = WarcBytes.concat(utf8("PK\u0005\u0006"), new byte[22]);
        byte[] commented = WarcBytes.concat(patched(wacz, wacz.length - 2, comment.length, 0), comment);

        Reading reading = Reading.of(new Bytes("a.wacz", commented));

        assertThat(reading.pages()).hasSize(2);
        assertThat(reading.refused()).isEmpty();
    }

    @Test
    void reportsAnEntryThatDoesNotMatchItsChecksum() throws IOException {
        for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
            byte[] wacz = wacz(method);
            int begin = directoryOf(wacz);
            int central = new String(wacz, StandardCharsets.ISO_8859_1).indexOf("archive/2.warc", begin) - 46;

            Reading reading = Reading.of(new Bytes("a.wacz", patched(wacz, central + 16, wacz[central + 16] ^ 1)));

            assertThat(reading.pages()).hasSize(2);
            assertThat(reading.reasons()).containsExactly("damaged-zip");
            assertThat(reading.refused().get(0).rejected().detail()).contains("archive/2.warc");
        }
    }

    /** A zip of some kilobytes may unpack to terabytes when its directory names one entry again and again. */
    @Test
    void readsBytesThatManyEntriesNameOnce() throws IOException {
        byte[] wacz = wacz(ZipEntry.STORED);
        int begin = directoryOf(wacz);
        byte[] directory = Arrays.copyOfRange(wacz, begin, wacz.length - 22);
        byte[] end = patched(Arrays.copyOfRange(wacz, wacz.length - 22, wacz.length), 10, 8, 0);
        int size = 2 * directory.length;
        byte[] twice = WarcBytes.concat(
                Arrays.copyOf(wacz, begin), directory, directory, patched(end, 12, size & 0xFF, size >> 8));

        Reading reading = Reading.of(new Bytes("a.wacz", twice));

        assertThat(reading.pages()).hasSize(2);
        assertThat(reading.reasons()).containsExactly("damaged-zip");
    }

    @Test
    void inflatesNoEntryFartherThanTheDirectorySaysThatItReaches() throws IOException {
        byte[] wacz = wacz(ZipEntry.DEFLATED);
        int begin = directoryOf(wacz);
        int central = new String(wacz, StandardCharsets.ISO_8859_1).indexOf("archive/2.warc", begin) - 46;

        Reading reading = Reading.of(new Bytes("a.wacz", patched(wacz, central + 20, 0, 0)));

        assertThat(reading.page().url()).isEqualTo("http://a.kr/1");
        assertThat(reading.reasons()).contains("damaged-zip");
    }

    @Test
    void readsTheNameOfAnEntryInItsOwnCharset() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, Labels.MS949)) {
            entry(zip, "archive/전북.warc", SECOND, ZipEntry.DEFLATED);
        }

        assertThat(Reading.of(new Bytes("a.wacz", out.toByteArray())).page().archive())
                .isEqualTo("a.wacz!/archive/전북.warc");
    }

    @Test
    void refusesAZipWithinAZip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "archive/2.warc", SECOND, ZipEntry.STORED);
            entry(zip, "more/b.wacz", wacz(ZipEntry.STORED), ZipEntry.STORED);
        }

        Reading reading = Reading.of(new Bytes("a.wacz", out.toByteArray()));

        assertThat(reading.page().url()).isEqualTo("http://a.kr/2");
        assertThat(reading.reasons()).containsExactly("not-a-page");
    }
}
