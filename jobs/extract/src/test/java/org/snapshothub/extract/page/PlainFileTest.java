package org.snapshothub.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFileTest {

    private static final String HTML = "<!doctype html><html><head><title>전북</title></head><body>맑음</body></html>";

    @Test
    void takesAPageWithoutASidecarAsOfNoAddressAndNoTime() throws IOException {
        Capture page = Reading.of(Bytes.of("a.html", HTML)).page();

        assertThat(page.content()).isEqualTo(HTML.getBytes(StandardCharsets.UTF_8));
        assertThat(page.url()).isNull();
        assertThat(page.fetchTime()).isNull();
        assertThat(page.archive()).isNull();
        assertThat(page.truncated()).isNull();
    }

    @Test
    void takesAddressTimeStatusAndTypeFromTheSidecar() throws IOException {
        Bytes sidecar = Bytes.of("a.html.meta.json", """
                {"url": "http://news.example.kr/1", "fetch_time": "2026-01-18T09:30:15.7+09:00", "http_status": 200,
                 "http_headers": {"CONTENT-TYPE": "text/html; charset=euc-kr"}}""");

        Capture page =
                Reading.of(Bytes.of("a.html", HTML), sidecar, Limits.DEFAULT).page();

        assertThat(page.url()).isEqualTo("http://news.example.kr/1");
        assertThat(page.fetchTime()).isEqualTo(Instant.parse("2026-01-18T00:30:15Z"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html; charset=euc-kr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "",
                "{\"url\": 7}",
                "{\"fetch_time\": \"yesterday\"}",
                "{\"fetch_time\": \"+999999999-01-01T00:00:00Z\"}",
                "{\"fetch_time\": \"2026-01-18T09:30:15\"}",
                "{\"http_status\": \"200\"}",
                "{\"http_headers\": \"Content-Type: text/html\"}"
            })
    void keepsAPageOutWhoseSidecarCannotBeUnderstood(String sidecar) throws IOException {
        Reading reading = Reading.of(Bytes.of("a.html", HTML), Bytes.of("a.html.meta.json", sidecar), Limits.DEFAULT);

        assertThat(reading.pages()).isEmpty();
        assertThat(reading.reasons()).containsExactly("bad-sidecar");
    }

    @Test
    void passesOverAFileWhoseSidecarSaysNotFound() throws IOException {
        Bytes sidecar = Bytes.of("a.html.meta.json", "{\"http_status\": 404}");

        assertThat(Reading.of(Bytes.of("a.html", HTML), sidecar, Limits.DEFAULT).passed())
                .containsExactly("status 404");
    }

    @Test
    void takesThePagesOwnCanonicalLinkWhereTheSidecarIsSilent() throws IOException {
        String html = "<html><head><link href='https://news.example.kr/1?a=1&amp;b=2' rel=\"Canonical\">"
                + "<meta property=og:url content='https://other.example.kr/'></head><body>";

        assertThat(Reading.of(Bytes.of("a.html", html)).page().url()).isEqualTo("https://news.example.kr/1?a=1&b=2");
    }

    @Test
    void takesOgUrlWhereTheCanonicalLinkIsRelative() throws IOException {
        String html = "<html><head><link rel=canonical href='/1'>"
                + "<meta property='og:url' content='https://news.example.kr/1'></head><body>";

        assertThat(Reading.of(Bytes.of("a.html", html)).page().url()).isEqualTo("https://news.example.kr/1");
    }

    @Test
    void takesNoCanonicalLinkFromACommentOrTheBody() throws IOException {
        String html = "<html><head><!-- <link rel=canonical href='https://a.kr/'> --></head>"
                + "<body>canonical <link rel=canonical href='https://b.kr/'></body></html>";

        assertThat(Reading.of(Bytes.of("a.html", html)).page().url()).isNull();
    }

    @Test
    void readsACanonicalLinkInThePagesOwnCharset() throws IOException {
        String html = "<html><head><meta charset=euc-kr><link rel=canonical href='https://a.kr/전북'></head>";

        assertThat(Reading.of(new Bytes("a.html", html.getBytes("MS949")))
                        .page()
                        .url())
                .isEqualTo("https://a.kr/전북");
    }

    @Test
    void unpacksACompressedPage() throws IOException {
        byte[] html = HTML.getBytes(StandardCharsets.UTF_8);

        assertThat(Reading.of(new Bytes("a.html.gz", WarcBytes.gzip(html)))
                        .page()
                        .content())
                .isEqualTo(html);
        assertThat(Reading.of(new Bytes("a.html.zst", WarcBytes.zstd(html, null)))
                        .page()
                        .content())
                .isEqualTo(html);
    }

    @Test
    void judgesAFileByItsContentBeforeItsName() throws IOException {
        byte[] warc = new WarcBytes().page("http://a.kr/", HTML).gzipPerRecord();

        assertThat(Reading.of(new Bytes("a.html", warc)).page().url()).isEqualTo("http://a.kr/");
        assertThat(Reading.of(Bytes.of("a.warc.gz", HTML)).page().url()).isNull();
        assertThat(Reading.of(new Bytes("a.txt", WarcBytes.gzip(WarcBytes.utf8(HTML))))
                        .pages())
                .hasSize(1);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertThat(Reading.of(Bytes.of("a.html", "")).reasons()).containsExactly("empty-input");
        assertThat(Reading.of(Bytes.of("a.warc.gz", "")).reasons()).containsExactly("empty-input");
        assertThat(Reading.of(new Bytes("a.html.gz", WarcBytes.gzip(new byte[0])))
                        .reasons())
                .containsExactly("empty-input");
    }

    @Test
    void refusesNoiseImagesAndJson() throws IOException {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        byte[] png = WarcBytes.concat(new byte[] {(byte) 0x89}, WarcBytes.utf8("PNG\r\n and so on"));

        assertThat(Reading.of(new Bytes("a.html", noise)).reasons()).containsExactly("not-a-page");
        assertThat(Reading.of(new Bytes("a.html", png)).reasons()).containsExactly("not-a-page");
        assertThat(Reading.of(Bytes.of("a.json", "{ \"url\": 1 }")).reasons()).containsExactly("not-a-page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\rtf1\\ansi\\ansicpg949 hello}",
                "%!PS-Adobe-3.0\n%%Title: x\n",
                "[{\"a\": 1}, {\"a\": 2}]",
                "From: <Saved by a browser>\r\nSubject: =?utf-8?B?7KCE?=\r\n =?utf-8?B?67aB?=\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/related;\r\n\tboundary=\"x\"\r\n\r\n--x\r\n\r\n<html>=EC=A0=84=EB=B6=81"
            })
    void refusesWhatIsWrittenInLettersButIsNoText(String content) throws IOException {
        assertThat(Reading.of(Bytes.of("a.html", content)).reasons()).containsExactly("not-a-page");
    }

    @Test
    void takesTextThatOnlySpeaksOfMessages() throws IOException {
        assertThat(Reading.of(Bytes.of("a.txt", "From: 전북\n\nMIME-Version: 1.0 과 multipart/related 를 설명한다."))
                        .pages())
                .hasSize(1);
        assertThat(Reading.of(Bytes.of("a.txt", "[단독] 전북 데이터 개방")).pages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\r\n\t\n", "\uFEFF", "\uFEFF \n"})
    void refusesAFileOfNothingButSpace(String content) throws IOException {
        for (String name : new String[] {"a.html", "a.txt", "a.warc"}) {
            assertThat(Reading.of(Bytes.of(name, content)).reasons()).as(name).hasSize(1);
        }
        assertThat(Reading.of(Bytes.of("a.txt", content)).reasons()).containsExactly("empty-input");
    }

    @Test
    void takesAPageBehindThousandsOfBlankLines() throws IOException {
        assertThat(Reading.of(Bytes.of("a.html", "\r\n".repeat(7_000) + HTML))
                        .page()
                        .truncated())
                .isNull();
        byte[] warc = WarcBytes.concat(
                WarcBytes.utf8("\r\n".repeat(7_000)),
                new WarcBytes().page("http://a.kr/", HTML).plain());
        assertThat(Reading.of(new Bytes("a.warc", warc)).page().url()).isEqualTo("http://a.kr/");
    }

    @Test
    void takesProseInUtf16AndUtf32() throws IOException {
        String prose = "가나다 대한민국 전라북도는 공공데이터 활용 사례를 조사해 가까운 시일 안에 공개한다고 밝혔다. ".repeat(40);
        for (String charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"}) {
            Capture page =
                    Reading.of(new Bytes("a.txt", prose.getBytes(charset))).page();
            Decoded decoded = Charsets.decode(page.content(), null);
            assertThat(decoded.text()).as(charset).isEqualTo(prose);
            assertThat(decoded.replacements()).isZero();
        }
        assertThat(Reading.of(new Bytes("a.txt", ("\uFEFF" + prose).getBytes("UTF-32LE")))
                        .pages())
                .hasSize(1);
    }

    @Test
    void takesTextWithAndWithoutMarksOfUtf16() throws IOException {
        for (String charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"}) {
            assertThat(Reading.of(new Bytes("a.html", HTML.getBytes(charset))).pages())
                    .as(charset)
                    .hasSize(1);
        }
    }

    @Test
    void refusesACompressedPageThatIsCutOrDamaged() throws IOException {
        byte[] gzip = WarcBytes.gzip(WarcBytes.utf8(HTML.repeat(50)));
        byte[] cut = java.util.Arrays.copyOf(gzip, gzip.length - 9);
        gzip[gzip.length - 5] ^= 1;

        assertThat(Reading.of(new Bytes("a.html.gz", cut)).reasons()).containsExactly("truncated-record");
        assertThat(Reading.of(new Bytes("a.html.gz", gzip)).reasons()).containsExactly("damaged-member");
    }

    @Test
    void cutsAPageAtTheLimitAndSaysSo() throws IOException {
        Capture page =
                Reading.of(Bytes.of("a.html", HTML), null, new Limits(20)).page();

        assertThat(page.content()).hasSize(20);
        assertThat(page.truncated()).isEqualTo("length");
    }
}
