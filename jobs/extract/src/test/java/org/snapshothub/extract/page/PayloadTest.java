package org.snapshothub.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snapshothub.extract.page.WarcBytes.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** HTTP bodies in every coding, with heads that tell the truth and heads that do not. */
class PayloadTest {

    private static final byte[] HTML = utf8(ArchiveTest.html("전북 데이터"));
    private static final int LIMIT = 1 << 20;

    /** {@code <p>전북 데이터 활용</p>} as the reference encoder packs it. */
    private static final byte[] BROTLI = Base64.getDecoder().decode("iw6APHA+7KCE67aBIOuNsOydtO2EsCDtmZzsmqk8L3A+Aw==");

    static byte[] chunked(byte[] body, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += size) {
            byte[] chunk = Arrays.copyOfRange(body, from, Math.min(body.length, from + size));
            out.writeBytes(utf8(Integer.toHexString(chunk.length) + ";x=y\r\n"));
            out.writeBytes(chunk);
            out.writeBytes(utf8("\r\n"));
        }
        out.writeBytes(utf8("0\r\n\r\n"));
        return out.toByteArray();
    }

    static byte[] deflated(byte[] body, boolean raw) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(6, raw))) {
            deflater.write(body);
        }
        return out.toByteArray();
    }

    private static Payload payload(String headers, byte[] body) throws Damaged {
        byte[] head = utf8("HTTP/1.1 200 OK\r\n" + headers);
        return Payload.of(Head.parse(head, 0, head.length, StandardCharsets.ISO_8859_1), body, 0, body.length, LIMIT);
    }

    private static void gives(byte[] expected, String headers, byte[] body) throws Damaged {
        Payload payload = payload(headers, body);
        assertThat(new String(payload.content(), StandardCharsets.UTF_8))
                .as(headers)
                .isEqualTo(new String(expected, StandardCharsets.UTF_8));
        assertThat(payload.fault()).as(headers).isNull();
        assertThat(payload.cut()).as(headers).isFalse();
    }

    @Test
    void undoesEachCoding() throws IOException {
        gives(HTML, "Server: x", HTML);
        gives(HTML, "Transfer-Encoding: chunked", chunked(HTML, 7));
        gives(HTML, "Transfer-Encoding: Chunked", chunked(HTML, 70_000));
        gives(HTML, "Content-Encoding: gzip", WarcBytes.gzip(HTML));
        gives(HTML, "Content-Encoding: x-gzip", WarcBytes.concat(WarcBytes.gzip(new byte[0]), WarcBytes.gzip(HTML)));
        gives(HTML, "Content-Encoding: deflate", deflated(HTML, false));
        gives(HTML, "Content-Encoding: deflate", deflated(HTML, true));
        gives(HTML, "Content-Encoding: zstd", WarcBytes.zstd(HTML, null));
        gives(utf8("<p>전북 데이터 활용</p>"), "Content-Encoding: br", BROTLI);
        gives(HTML, "Content-Encoding: deflate, gzip", WarcBytes.gzip(deflated(HTML, false)));
        gives(HTML, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(WarcBytes.gzip(HTML), 100));
    }

    @Test
    void readsAPlainBodyWhateverCodingIsDeclared() throws IOException {
        for (String header : new String[] {
            "Transfer-Encoding: chunked",
            "Content-Encoding: gzip",
            "Content-Encoding: deflate",
            "Content-Encoding: br",
            "Content-Encoding: zstd",
            "Content-Encoding: gzip, br",
            "Content-Encoding: utf-8",
            "Content-Encoding: identity",
            "Transfer-Encoding: chunked\r\nContent-Encoding: gzip",
            "Content-Length: 7"
        }) {
            gives(HTML, header, HTML);
        }
    }

    @Test
    void readsAPlainBodyThatBeginsLikeAChunk() throws IOException {
        gives(utf8("2\r\nThe words that follow"), "Transfer-Encoding: chunked", utf8("2\r\nThe words that follow"));
    }

    @Test
    void unpacksAGzipBodyThatNobodyDeclared() throws IOException {
        gives(HTML, "Server: x", WarcBytes.gzip(HTML));
        gives(HTML, "Content-Encoding: br", WarcBytes.gzip(HTML));
    }

    @Test
    void unpacksAZstdBodyThatNobodyDeclared() throws IOException {
        gives(HTML, "Server: x", WarcBytes.zstd(HTML, null));
    }

    @Test
    void readsChunkSizesOfFixedWidth() throws IOException {
        byte[] chunks = WarcBytes.concat(utf8("0000000000003\r\n"), Arrays.copyOf(HTML, 3), utf8("\r\n000000\r\n\r\n"));

        gives(Arrays.copyOf(HTML, 3), "Transfer-Encoding: chunked", chunks);
    }

    @Test
    void readsChunksThatNobodyDeclared() throws IOException {
        gives(HTML, "Server: x", chunked(HTML, 100));
        gives(HTML, "Content-Encoding: gzip", chunked(WarcBytes.gzip(HTML), 100));
    }

    @Test
    void takesNoTextForChunksThatOnlyBeginsLikeThem() throws IOException {
        String chunks = new String(chunked(HTML, 100), StandardCharsets.UTF_8);
        for (String text : new String[] {
            "3\r\ncases\r\n0\r\n\r\n",
            "5\r\ncases\r\n",
            "2026 was a good year\r\n",
            chunks.substring(0, chunks.length() - 9)
        }) {
            gives(utf8(text), "Server: x", utf8(text));
        }
        gives(utf8("0\r\nis where it begins"), "Transfer-Encoding: chunked", utf8("0\r\nis where it begins"));
    }

    @Test
    void readsChunksAsServersWriteThem() throws IOException {
        String three = "전북\r\n0\r\n";
        for (String chunks : new String[] {
            "6\r\n" + three + "\r\n",
            "6\n전북\n0\n\n",
            "  6  \r\n" + three + "\r\n",
            "\r\n6\r\n" + three + "\r\n",
            "6;sig=" + "a".repeat(4_000) + "\r\n" + three + "Expires: 0\r\n\r\n"
        }) {
            gives(utf8("전북"), "Transfer-Encoding: chunked", utf8(chunks));
        }
    }

    @Test
    void takesNothingFromABodyOfTheLastChunkAlone() throws IOException {
        gives(new byte[0], "Transfer-Encoding: chunked", utf8("0\r\n\r\n"));
        gives(new byte[0], "Transfer-Encoding: chunked", utf8("0\r\nExpires: 0\r\n\r\n"));
    }

    @Test
    void undoesCodingsOfTheTransfer() throws IOException {
        for (byte[] packed : new byte[][] {WarcBytes.gzip(HTML), deflated(HTML, false)}) {
            String coding = packed[0] == 0x1F ? "gzip" : "deflate";
            gives(HTML, "Transfer-Encoding: " + coding + ", chunked", chunked(packed, 50));
            gives(HTML, "Transfer-Encoding: " + coding + "\r\nTransfer-Encoding: chunked", chunked(packed, 50));
        }
    }

    @Test
    void keepsWhatCameBeforeTheBodyBrokeAndSaysSo() throws IOException {
        byte[] gzip = WarcBytes.gzip(HTML);
        byte[] chunks = chunked(HTML, 100);

        Payload cut = payload("Content-Encoding: gzip", Arrays.copyOf(gzip, gzip.length - 2));
        assertThat(cut.content()).isEqualTo(HTML);
        assertThat(cut.fault()).isEqualTo("content-coding");

        Payload chunkless = payload("Transfer-Encoding: chunked", Arrays.copyOf(chunks, 250));
        assertThat(HTML).startsWith(chunkless.content());
        assertThat(chunkless.fault()).isEqualTo("transfer-coding");
    }

    @Test
    void refusesABodyOfWhichNothingCanBeRead() {
        byte[] gzip = Arrays.copyOf(WarcBytes.gzip(HTML), 10);

        assertThatThrownBy(() -> payload("Content-Encoding: gzip", gzip)).isInstanceOf(Damaged.class);
    }

    @Test
    void givesNoMoreThanTheLimitOfWhatInflatesWithoutEnd() throws IOException {
        byte[] zeros = new byte[50 << 20];
        for (Payload payload : new Payload[] {
            payload("Content-Encoding: gzip", WarcBytes.gzip(zeros)),
            payload("Content-Encoding: deflate", deflated(zeros, true)),
            payload("Content-Encoding: zstd", WarcBytes.zstd(zeros, null))
        }) {
            assertThat(payload.content()).hasSize(LIMIT);
            assertThat(payload.cut()).isTrue();
            assertThat(payload.fault()).isNull();
        }
    }
}
