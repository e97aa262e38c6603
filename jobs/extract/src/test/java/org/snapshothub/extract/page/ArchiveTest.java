package org.snapshothub.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapshothub.extract.page.WarcBytes.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;

/** Sound archives of every make. */
class ArchiveTest {

    private static final WarcBytes THREE_PAGES = new WarcBytes()
            .warcinfo()
            .request("http://a.kr/1")
            .page("http://a.kr/1", html("하나"))
            .page("http://a.kr/2", html("둘"))
            .page("http://a.kr/3", html("셋"));

    static String html(String words) {
        return "<!doctype html><html><head><title>" + words + "</title></head><body>" + words.repeat(40)
                + "</body></html>";
    }

    private static Map<String, byte[]> everyMake() {
        byte[] dictionary = utf8(html("사전").repeat(30));
        Map<String, byte[]> makes = new LinkedHashMap<>();
        makes.put("plain", THREE_PAGES.plain());
        makes.put("gzip, a member per record", THREE_PAGES.gzipPerRecord());
        makes.put("gzip, one member", THREE_PAGES.gzipAsOne());
        makes.put("gzip, members cut across records", THREE_PAGES.gzipEvery(100));
        makes.put("gzip, members of one byte", THREE_PAGES.gzipEvery(1));
        makes.put("gzip, padded with zeros", Arrays.copyOf(THREE_PAGES.gzipPerRecord(), 10_000));
        makes.put("zstd, a frame per record", THREE_PAGES.zstdPerRecord());
        makes.put("zstd, one frame", THREE_PAGES.zstdAsOne());
        makes.put("zstd, dictionary", THREE_PAGES.zstdWith(dictionary, dictionary));
        makes.put("zstd, compressed dictionary", THREE_PAGES.zstdWith(dictionary, WarcBytes.zstd(dictionary, null)));
        return makes;
    }

    @Test
    void readsTheSamePagesHoweverTheyAreCompressed() throws IOException {
        for (Map.Entry<String, byte[]> make : everyMake().entrySet()) {
            Reading reading = Reading.of(new Bytes("a", make.getValue()));

            assertThat(reading.refused()).as(make.getKey()).isEmpty();
            assertThat(reading.records()).as(make.getKey()).isEqualTo(5);
            assertThat(reading.passed()).as(make.getKey()).containsExactly("warcinfo", "request");
            assertThat(reading.pages())
                    .as(make.getKey())
                    .extracting(Capture::url)
                    .containsExactly("http://a.kr/1", "http://a.kr/2", "http://a.kr/3");
            assertThat(reading.pages()).as(make.getKey()).allSatisfy(page -> {
                assertThat(page.truncated()).isNull();
                assertThat(page.fetchTime()).isEqualTo(Instant.parse("2026-01-18T00:00:00Z"));
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
                assertThat(page.contentDigest()).isEqualTo(Capture.digestOf(page.content()));
            });
            assertThat(reading.pages().get(1).content()).as(make.getKey()).isEqualTo(utf8(html("둘")));
            assertThat(reading.position()).as(make.getKey()).isEqualTo(make.getValue().length);
        }
    }

    @Test
    void readsTheSamePagesThroughAStreamThatGivesAByteAtATimeAndHasNoneAvailable() throws IOException {
        for (Map.Entry<String, byte[]> make : everyMake().entrySet()) {
            Source slow = new Source() {
                @Override
                public String path() {
                    return "a";
                }

                @Override
                public long size() {
                    return make.getValue().length;
                }

                @Override
                public java.io.InputStream open(long offset) {
                    return new ByteArrayInputStream(make.getValue(), (int) offset, (int) (size() - offset)) {
                        @Override
                        public synchronized int read(byte[] into, int from, int length) {
                            return super.read(into, from, Math.min(1, length));
                        }

                        @Override
                        public synchronized int available() {
                            return 0;
                        }
                    };
                }
            };

            assertThat(Reading.of(slow).pages()).as(make.getKey()).hasSize(3);
        }
    }

    @Test
    void namesTheBytesFromWhichARecordCanBeFetchedAgain() throws IOException {
        for (String make : List.of("plain", "gzip, a member per record", "zstd, a frame per record")) {
            byte[] archive = everyMake().get(make);
            for (Capture page : Reading.of(new Bytes("a", archive)).pages()) {
                int from = page.archiveOffset().intValue();
                byte[] record = Arrays.copyOfRange(
                        archive, from, from + page.archiveLength().intValue());

                assertThat(page.archive()).isEqualTo("a");
                assertThat(Reading.of(new Bytes("b", record)).page().pageId())
                        .as(make)
                        .isEqualTo(page.pageId());
            }
        }
    }

    @Test
    void namesTheMemberButNoLengthWhereAMemberHoldsManyRecords() throws IOException {
        for (String make : List.of("gzip, one member", "zstd, one frame")) {
            assertThat(Reading.of(new Bytes("a", everyMake().get(make))).pages())
                    .as(make)
                    .allSatisfy(page -> {
                        assertThat(page.archiveOffset()).isZero();
                        assertThat(page.archiveLength()).isNull();
                    });
        }
    }

    @Test
    void agreesWithJwarcOnSoundArchives() throws IOException {
        for (String make : List.of("plain", "gzip, a member per record", "gzip, one member")) {
            List<String> theirs = new ArrayList<>();
            try (WarcReader jwarc =
                    new WarcReader(new ByteArrayInputStream(everyMake().get(make)))) {
                for (var record : jwarc) {
                    if (record instanceof WarcResponse response) {
                        byte[] body = response.http().body().stream().readAllBytes();
                        theirs.add(response.target() + " " + response.date() + " " + Capture.digestOf(body));
                    }
                }
            }

            assertThat(Reading.of(new Bytes("a", everyMake().get(make))).pages())
                    .extracting(page -> page.url() + " " + page.fetchTime() + " " + page.contentDigest())
                    .isEqualTo(theirs);
        }
    }

    @Test
    void passesOverWhatIsNoPage() throws IOException {
        byte[] archive = new WarcBytes()
                .response("http://a.kr/1.png", "Content-Type: image/png", new byte[] {1, 2, 3})
                .response("http://a.kr/1.json", "Content-Type: application/json", utf8("{}"))
                .response("http://a.kr/2.json", "Content-Type: text/plain", utf8("{\"a\": 1}"))
                .answer("http://a.kr/2", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", utf8(html("없음")), "")
                .answer("http://a.kr/3", "HTTP/1.1 302 Found\r\nLocation: /4", new byte[0], "")
                .response("http://a.kr/4", "Content-Type: text/html", new byte[0])
                .response("http://a.kr/4", "Content-Type: text/html", utf8(" \r\n".repeat(3_000)))
                .record(WarcBytes.warc(
                        "WARC-Type: metadata\r\nContent-Type: application/json", utf8("{\"Envelope\":{}}")))
                .record(WarcBytes.warc(
                        "WARC-Type: response\r\nWARC-Target-URI: dns:a.kr\r\nContent-Type: text/dns",
                        utf8("a.kr. A 1")))
                .plain();

        Reading reading = Reading.of(new Bytes("a.warc", archive));

        assertThat(reading.pages()).isEmpty();
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.records()).isEqualTo(9);
        assertThat(reading.passed())
                .containsExactly(
                        "image/png",
                        "application/json",
                        "json",
                        "status 404",
                        "status 302",
                        "empty body",
                        "empty body",
                        "metadata",
                        "text/dns");
    }

    @Test
    void readsTheStatusHoweverItsLineIsWritten() throws IOException {
        for (String line : List.of(
                "HTTP/1.1 %s",
                "HTTP/2 %s",
                "HTTP/1.1 %s ",
                "HTTP/1.1  %s OK",
                "HTTP/1.1 %s 성공",
                "http/1.1 %s ok",
                "HTTP/1.1\t%s\tOK",
                "HTTP/1.1 %sOK",
                "HTTP/1.1 %s; OK",
                "HTTP/ %s OK")) {
            byte[] archive = new WarcBytes()
                    .answer("http://a.kr/1", line.formatted("200") + "\r\nServer: x", utf8(html("하나")), "")
                    .answer("http://a.kr/2", line.formatted("404") + "\r\nServer: x", utf8(html("둘")), "")
                    .plain();

            Reading reading = Reading.of(new Bytes("a.warc", archive));

            assertThat(reading.page().status()).as(line).isEqualTo(200);
            assertThat(reading.passed()).as(line).containsExactly("status 404");
        }
    }

    @Test
    void takesAnAnswerWithoutAHeadThatIsMarkup() throws IOException {
        String fields = "WARC-Type: response\r\nWARC-Target-URI: http://a.kr/\r\nContent-Type: application/http";
        byte[] archive = WarcBytes.concat(
                WarcBytes.warc(fields, utf8(html("하나"))), WarcBytes.warc(fields, utf8("cut off: no head, no markup")));

        Reading reading = Reading.of(new Bytes("a.warc", archive));

        assertThat(reading.page().content()).isEqualTo(utf8(html("하나")));
        assertThat(reading.page().status()).isNull();
        assertThat(reading.page().contentType()).isNull();
        assertThat(reading.reasons()).containsExactly("damaged-record");
    }

    @Test
    void takesXmlFeedsTextAndWhatHidesBehindAVagueType() throws IOException {
        byte[] archive = new WarcBytes()
                .response("http://a.kr/rss", "Content-Type: application/rss+xml", utf8("<?xml version='1.0'?><rss/>"))
                .response("http://a.kr/robots.txt", "Content-Type: text/plain", utf8("User-agent: *"))
                .response("http://a.kr/", "Content-Type: application/octet-stream", utf8(html("집")))
                .response("http://a.kr/no-type", "Server: x", utf8(html("무형")))
                .resource("http://a.kr/r", "text/html; charset=utf-8", utf8(html("자원")))
                .plain();

        assertThat(Reading.of(new Bytes("a.warc", archive)).pages()).hasSize(5);
    }

    @Test
    void takesTheTextOfAWetFile() throws IOException {
        byte[] wet = new WarcBytes()
                .warcinfo()
                .record(WarcBytes.warc(
                        "WARC-Type: conversion\r\nWARC-Target-URI: http://a.kr/1\r\nWARC-Date: 2026-01-18T01:02:03Z"
                                + "\r\nContent-Type: text/plain",
                        utf8("전북 데이터")))
                .gzipPerRecord();

        Capture page = Reading.of(new Bytes("a.warc.wet.gz", wet)).page();

        assertThat(page.url()).isEqualTo("http://a.kr/1");
        assertThat(page.fetchTime()).isEqualTo(Instant.parse("2026-01-18T01:02:03Z"));
        assertThat(page.content()).isEqualTo(utf8("전북 데이터"));
        assertThat(page.status()).isNull();
    }

    @Test
    void readsHeadsInLowerCaseFoldedWithSpacesAndInAngleBrackets() throws IOException {
        byte[] block = utf8("HTTP/1.1 200 OK\r\ncontent-type:text/html\r\n\r\n<p>전북");
        String lower = "warc/1.0\r\nwarc-type: RESPONSE\r\nwarc-target-uri:\r\n\t<http://a.kr/a b>\r\nwarc-date: "
                + "2026-01-18t00:00:00z\r\ncontent-type: application/http\r\ncontent-length:" + block.length
                + "\r\n\r\n";

        Capture page = Reading.of(new Bytes("a.warc", WarcBytes.concat(utf8(lower), block, utf8("\r\n\r\n"))))
                .page();

        assertThat(page.url()).isEqualTo("http://a.kr/a b");
        assertThat(page.fetchTime()).isEqualTo(Instant.parse("2026-01-18T00:00:00Z"));
        assertThat(page.content()).isEqualTo(utf8("<p>전북"));
    }

    @Test
    void readsArcOfBothVersionsAndSpacesInItsUrls() throws IOException {
        byte[] answer = utf8("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + html("옛날"));
        String first = "filedesc://a.arc 0.0.0.0 20060305082251 text/plain 9\n1 0 test\n\n\n";
        String one = "http://a.kr/a b 1.2.3.4 20060305082251 text/html " + answer.length + "\n";
        String two = "http://a.kr/2 1.2.3.4 20060305082252 text/html 200 - - 123 a.arc " + answer.length + "\n";
        byte[] arc = WarcBytes.concat(utf8(first), utf8(one), answer, utf8("\n"), utf8(two), answer, utf8("\n"));

        for (byte[] make : List.of(arc, WarcBytes.gzip(arc))) {
            Reading reading = Reading.of(new Bytes("a.arc", make));

            assertThat(reading.refused()).isEmpty();
            assertThat(reading.records()).isEqualTo(3);
            assertThat(reading.pages()).extracting(Capture::url).containsExactly("http://a.kr/a b", "http://a.kr/2");
            assertThat(reading.pages().get(0).fetchTime()).isEqualTo(Instant.parse("2006-03-05T08:22:51Z"));
            assertThat(reading.pages().get(1).content()).isEqualTo(utf8(html("옛날")));
        }
    }

    @Test
    void givesARevisitWithAllThatIsNeededToFindItsOriginal() throws IOException {
        byte[] archive = new WarcBytes()
                .record(WarcBytes.warc(
                        "WARC-Type: revisit\r\nWARC-Target-URI: http://a.kr/2\r\nWARC-Date: 2026-01-19T00:00:00Z"
                                + "\r\nWARC-Refers-To-Target-URI: http://a.kr/1\r\nWARC-Refers-To-Date: 2026-01-18T00:00:00Z"
                                + "\r\nWARC-Payload-Digest: sha1:ABC\r\nContent-Type: application/http",
                        utf8("HTTP/1.1 304 Not Modified\r\n\r\n")))
                .plain();

        Item.Revisit revisit =
                Reading.of(new Bytes("a.warc", archive)).revisits().get(0);

        assertThat(revisit.url()).isEqualTo("http://a.kr/2");
        assertThat(revisit.status()).isEqualTo(304);
        assertThat(revisit.originalUrl()).isEqualTo("http://a.kr/1");
        assertThat(revisit.originalTime()).isEqualTo(Instant.parse("2026-01-18T00:00:00Z"));
        assertThat(revisit.payloadDigest()).isEqualTo("sha1:ABC");
        assertThat(revisit.lone(0).rejected().reason()).isEqualTo("lone-revisit");
    }

    @Test
    void resolvesARevisitToTheContentOfItsOriginalAtItsOwnTime() throws IOException {
        Capture original =
                Reading.of(new Bytes("a.warc", THREE_PAGES.plain())).pages().get(0);
        Item.Revisit revisit = new Item.Revisit(
                "http://a.kr/1",
                Instant.parse("2026-01-19T00:00:00Z"),
                304,
                null,
                "http://a.kr/1",
                original.fetchTime(),
                "b.warc",
                7L,
                8L);

        Capture again = revisit.resolvedBy(original);

        assertThat(again.content()).isSameAs(original.content());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.fetchTime()).isEqualTo(Instant.parse("2026-01-19T00:00:00Z"));
        assertThat(again.archive()).isEqualTo("b.warc");
        assertThat(again.pageId()).isNotEqualTo(original.pageId());
    }

    @Test
    void saysOnThePageThatTheArchiveCutIt() throws IOException {
        byte[] archive = new WarcBytes()
                .answer(
                        "http://a.kr/1",
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html",
                        utf8(html("길다")),
                        "\r\nWARC-Truncated: disconnect")
                .plain();

        assertThat(Reading.of(new Bytes("a.warc", archive)).page().truncated()).isEqualTo("disconnect");
    }

    @Test
    void readsTheAnswerBehindInterimOnes() throws IOException {
        byte[] block = utf8("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>전북");
        String head = "WARC-Type: response\r\nWARC-Target-URI: http://a.kr/\r\nContent-Type: application/http"
                + "\r\nWARC-Block-Digest: sha256:" + WarcBytes.sha256(block);

        Capture page =
                Reading.of(new Bytes("a.warc", WarcBytes.warc(head, block))).page();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.content()).isEqualTo(utf8("<p>전북"));
        assertThat(page.truncated()).isNull();
    }

    @Test
    void beginsThePageWhereMarkupBeginsThoughTheEmptyLineIsMissing() throws IOException {
        byte[] archive = new WarcBytes()
                .record(WarcBytes.warc(
                        "WARC-Type: response\r\nWARC-Target-URI: http://a.kr/1\r\nContent-Type: application/http",
                        utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n<html>\n\n<p>전북</html>")))
                .page("http://a.kr/2", html("둘"))
                .plain();

        assertThat(Reading.of(new Bytes("a.warc", archive)).pages())
                .extracting(page -> new String(page.content(), StandardCharsets.UTF_8))
                .containsExactly("<html>\n\n<p>전북</html>", html("둘"));
    }

    @Test
    void takesAPageWhoseTypeIsSpeltAsServersSpellIt() throws IOException {
        for (String type : List.of(
                "text/html, text/html",
                "text/html,charset=utf-8",
                "text/html charset=utf-8",
                "\"text/html\"",
                "text/html/",
                "TEXT/HTML;",
                "text/*",
                "*/*",
                "binary/octet-stream",
                "application/x-unknown-content-type",
                "application/vnd.wap.xhtml+xml")) {
            byte[] archive = new WarcBytes()
                    .response("http://a.kr/1", "Content-Type: " + type, utf8(html("하나")))
                    .plain();

            assertThat(Reading.of(new Bytes("a.warc", archive)).pages())
                    .as(type)
                    .hasSize(1);
        }
    }

    @Test
    void readsAnAnswerThatLiesInARecordOfAnotherType() throws IOException {
        byte[] archive = new WarcBytes()
                .record(WarcBytes.warc(
                        "WARC-Type: resource\r\nWARC-Target-URI: http://a.kr/1\r\nContent-Type: application/http",
                        utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>전북")))
                .plain();

        assertThat(Reading.of(new Bytes("a.warc", archive)).page().content()).isEqualTo(utf8("<p>전북"));
    }

    @Test
    void readsAFilePutTogetherFromSeveralWithADictionaryEach() throws IOException {
        byte[] one = utf8(html("사전").repeat(30));
        byte[] other = utf8(html("자전").repeat(30));
        byte[] archive = WarcBytes.concat(
                new WarcBytes().page("http://a.kr/1", html("하나")).zstdWith(one, one),
                new WarcBytes().page("http://a.kr/2", html("둘")).zstdWith(other, WarcBytes.zstd(other, null)));

        Reading reading = Reading.of(new Bytes("a.warc.zst", archive));

        assertThat(reading.refused()).isEmpty();
        assertThat(reading.pages()).extracting(Capture::url).containsExactly("http://a.kr/1", "http://a.kr/2");
    }

    @Test
    void readsArcLinesWithoutAddressAndWithDatesOfOtherLengths() throws IOException {
        byte[] answer = utf8("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + html("옛날"));
        byte[] arc = utf8("filedesc://a.arc 0.0.0.0 20060305082251 text/plain 9\n1 0 test\n\n\n");
        for (String line : List.of("- 20060305082251", "1.2.3.4 200603050822", "1.2.3.4 20060305082251123")) {
            arc = WarcBytes.concat(
                    arc, utf8("http://a.kr/1 " + line + " text/html " + answer.length + "\n"), answer, utf8("\n"));
        }

        Reading reading = Reading.of(new Bytes("a.arc", arc));

        assertThat(reading.refused()).isEmpty();
        assertThat(reading.pages())
                .extracting(Capture::fetchTime)
                .containsExactly(
                        Instant.parse("2006-03-05T08:22:51Z"),
                        Instant.parse("2006-03-05T08:22:00Z"),
                        Instant.parse("2006-03-05T08:22:51Z"));
    }

    @Test
    void readsHangulInAddressesHoweverItWasWritten() throws IOException {
        byte[] answer = utf8("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + html("주소"));
        for (String charset : List.of("UTF-8", "x-windows-949")) {
            byte[] url = "http://a.kr/전북".getBytes(Charset.forName(charset));
            byte[] arc = WarcBytes.concat(
                    url, utf8(" 1.2.3.4 20060305082251 text/html " + answer.length + "\n"), answer, utf8("\n"));
            byte[] warc = WarcBytes.concat(
                    utf8("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "),
                    url,
                    utf8("\r\nContent-Length: " + answer.length + "\r\n\r\n"),
                    answer);

            assertThat(Reading.of(new Bytes("a.arc", arc)).page().url())
                    .as(charset)
                    .isEqualTo("http://a.kr/전북");
            assertThat(Reading.of(new Bytes("a.warc", warc)).page().url())
                    .as(charset)
                    .isEqualTo("http://a.kr/전북");
        }
    }

    @Test
    void readsDatesAsToolsWriteThem() throws IOException {
        Map<String, String> dates = new LinkedHashMap<>();
        dates.put("2026-01-18T00:00:00.123456789Z", "2026-01-18T00:00:00.123456789Z");
        dates.put("2026-01-18T00:00Z", "2026-01-18T00:00:00Z");
        dates.put("2026-01-18T09:00:00+09:00", "2026-01-18T00:00:00Z");
        dates.put("2026-01-18T09:00:00+0900", "2026-01-18T00:00:00Z");
        dates.put("2026-01-18T00:00:00", "2026-01-18T00:00:00Z");
        dates.put("20260118000000", "2026-01-18T00:00:00Z");
        dates.put("2026-02-30T00:00:00Z", null);
        dates.put("20260230000000", null);
        dates.put("+999999999-01-01T00:00:00Z", null);
        dates.put("-0001-01-01T00:00:00Z", null);
        dates.put("0001-01-01T00:00:00Z", null);
        dates.put("9999-12-31T23:59:59Z", null);
        dates.put("00000101000000", null);
        dates.put("2026-01-18", null);
        dates.put("20260118", null);
        dates.put("yesterday", null);
        dates.forEach((written, meant) -> assertThat(RecordHead.instant(written))
                .as(written)
                .isEqualTo(meant == null ? null : Instant.parse(meant)));
    }

    @Test
    void saysOnThePageThatItIsTheFirstSegmentOnly() throws IOException {
        byte[] block = utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>전");
        byte[] archive = new WarcBytes()
                .record(WarcBytes.warc(
                        "WARC-Type: response\r\nWARC-Target-URI: http://a.kr/\r\nContent-Type: application/http"
                                + "\r\nWARC-Segment-Number: 1\r\nWARC-Payload-Digest: sha256:"
                                + WarcBytes.sha256(utf8("<p>전북")),
                        block))
                .record(WarcBytes.warc(
                        "WARC-Type: continuation\r\nWARC-Target-URI: http://a.kr/\r\nWARC-Segment-Number: 2",
                        utf8("북")))
                .plain();

        Reading reading = Reading.of(new Bytes("a.warc", archive));

        assertThat(reading.page().truncated()).isEqualTo("segment");
        assertThat(reading.passed()).containsExactly("continuation");
    }

    private static String base32(byte[] bytes) {
        int digits = (bytes.length * 8 + 4) / 5;
        String number = new BigInteger(1, bytes)
                .shiftLeft(digits * 5 - bytes.length * 8)
                .toString(32);
        StringBuilder base32 = new StringBuilder();
        for (char c : ("0".repeat(digits - number.length()) + number).toCharArray()) {
            base32.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(Character.digit(c, 32)));
        }
        return base32.toString();
    }

    @Test
    void acceptsADigestInEverySpelling() throws Exception {
        byte[] block = utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>전북");
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(block);
            String base32 = base32(digest);
            String hex = HexFormat.of().formatHex(digest);
            for (String value : List.of(
                    hex,
                    hex.toUpperCase(Locale.ROOT),
                    base32,
                    base32.toLowerCase(Locale.ROOT),
                    base32 + "=".repeat((8 - base32.length() % 8) % 8))) {
                String declared = algorithm.replace("-", "") + ":" + value;
                byte[] archive = WarcBytes.warc(
                        "WARC-Type: response\r\nWARC-Target-URI: http://a.kr/\r\nContent-Type: application/http"
                                + "\r\nWARC-Block-Digest: " + declared,
                        block);
                byte[] wrong = new String(archive, StandardCharsets.ISO_8859_1)
                        .replace("<p>", "<b>")
                        .getBytes(StandardCharsets.ISO_8859_1);

                assertThat(Reading.of(new Bytes("a.warc", archive)).page().truncated())
                        .as(declared)
                        .isNull();
                assertThat(Reading.of(new Bytes("a.warc", wrong)).page().truncated())
                        .as(declared)
                        .isEqualTo("digest-mismatch");
            }
        }
    }

    @Test
    void saysOnThePageThatItsBlockOrPayloadDigestDiffers() throws IOException {
        byte[] block = utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>전북");
        for (String field : List.of("WARC-Block-Digest", "WARC-Payload-Digest")) {
            String head = "WARC-Type: response\r\nWARC-Target-URI: http://a.kr/\r\nContent-Type: application/http\r\n"
                    + field;
            byte[] wrong = WarcBytes.warc(head + ": sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", block);
            byte[] unknown = WarcBytes.warc(head + ": sharif-1; omar", block);

            assertThat(Reading.of(new Bytes("a.warc", wrong)).page().truncated())
                    .isEqualTo("digest-mismatch");
            assertThat(Reading.of(new Bytes("a.warc", unknown)).page().truncated())
                    .isNull();
        }
    }

    @Test
    void saysOnThePageThatItsPayloadDigestDiffersThoughItsBlockDigestHolds() throws IOException {
        byte[] body = utf8(html("하나"));
        String field = "\r\nWARC-Payload-Digest: sha256:";
        byte[] archive = new WarcBytes()
                .answer("http://a.kr/1", "HTTP/1.1 200 OK", body, field + WarcBytes.sha256(body))
                .answer("http://a.kr/2", "HTTP/1.1 200 OK", body, field + WarcBytes.sha256(utf8("else")))
                .gzipEvery(100);

        Reading reading = Reading.of(new Bytes("a.warc.gz", archive));

        assertThat(reading.pages()).extracting(Capture::truncated).containsExactly(null, "digest-mismatch");
        assertThat(reading.refused()).isEmpty();
    }

    @Test
    void acceptsAPayloadDigestOfTheStoredTheDechunkedAndTheDecodedBody() throws IOException {
        byte[] html = utf8(html("요약"));
        byte[] packed = WarcBytes.gzip(html);
        byte[] chunked = PayloadTest.chunked(packed, 50);
        byte[] block = WarcBytes.concat(
                utf8(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n"),
                chunked);
        for (byte[] payload : List.of(html, packed, chunked)) {
            String head = "WARC-Type: response\r\nWARC-Target-URI: http://a.kr/\r\nContent-Type: application/http"
                    + "\r\nWARC-Payload-Digest: sha256:" + WarcBytes.sha256(payload);

            Capture page =
                    Reading.of(new Bytes("a.warc", WarcBytes.warc(head, block))).page();

            assertThat(page.content()).isEqualTo(html);
            assertThat(page.truncated()).isNull();
        }
    }
}
