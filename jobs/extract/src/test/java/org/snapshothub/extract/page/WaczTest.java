package org.snapshothub.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapshothub.extract.page.WarcBytes.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
}
