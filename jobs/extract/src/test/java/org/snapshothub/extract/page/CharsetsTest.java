package org.snapshothub.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

    private static final Charset MS949 = Charset.forName("x-windows-949");
    private static final String WORDS = "전라북도는 데이터 활용 사례를 조사해 올해 안에 누리집에 공개한다고 밝혔다. 펲시맨이 똠방각하를 읽는데 뷁 하고 혖.";

    private static String page(String meta) {
        return "<!doctype html><html><head>" + meta + "<title>전북 소식</title></head><body><p>" + WORDS
                + "</p></body></html>";
    }

    private static void reads(String text, String charset, CharsetSource source, String http, Charset written) {
        Decoded decoded = Charsets.decode(text.getBytes(written), http);
        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.charset()).isEqualTo(charset);
        assertThat(decoded.source()).isEqualTo(source);
        assertThat(decoded.replacements()).isZero();
        assertThat(decoded.isSuspect()).isFalse();
        assertThat(Mojibake.suspects(decoded.text())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"euc-kr", "EUC-KR", "ks_c_5601-1987", "KSC5601", "cp949", "uhc", "ms949", "windows-949"})
    void takesEveryKoreanLabelForMs949(String label) {
        reads(page(""), "x-windows-949", CharsetSource.HTTP, "text/html; charset=" + label, MS949);
        reads(page("<meta charset=" + label + ">"), "x-windows-949", CharsetSource.META, "text/html", MS949);
    }

    @Test
    void readsTheSyllablesThatJavasEucKrLoses() {
        byte[] bytes = {(byte) 0x8C, 0x63, (byte) 0x94, (byte) 0xEE, (byte) 0xBC, (byte) 0x84, (byte) 0xC2, (byte) 0x81
        };

        assertThat(Charsets.decode(bytes, "text/html; charset=euc-kr").text()).isEqualTo("똠뷁펲혖");
        assertThat(Charsets.decode(bytes, null).text()).isEqualTo("똠뷁펲혖");
    }

    @Test
    void believesADeclarationThoughTheBytesAreUtf8AsWell() {
        byte[] bytes = {(byte) 0xC2, (byte) 0x81};

        assertThat(Charsets.decode(bytes, "text/html; charset=cp949").text()).isEqualTo("혖");
        assertThat(Charsets.decode(bytes, null).charset()).isEqualTo("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=\"euc-kr\">",
                "<META CharSet = 'EUC-KR' />",
                "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=euc-kr\">",
                "<meta content='text/html;charset=EUC-KR' http-equiv=content-type>",
                "<meta http-equiv=Content-Type content=text/html; charset=euc-kr>",
                "<!-- <meta charset=utf-16> --><meta name=description content='charset=latin1'><meta charset=euc-kr>",
                "<meta name=viewport content=\"a>b\"><meta charset=euc-kr>"
            })
    void findsTheCharsetInMeta(String meta) {
        reads(page(meta), "x-windows-949", CharsetSource.META, null, MS949);
    }

    @Test
    void findsTheCharsetInAnXmlDeclaration() {
        String xml = "<?xml version=\"1.0\" encoding=\"euc-kr\" ?><rss><title>전북 소식입니다</title></rss>";

        reads(xml, "x-windows-949", CharsetSource.META, "application/rss+xml", MS949);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset>",
                "<meta charset=",
                "<meta charset='euc-kr",
                "<!-- <meta charset=euc-kr>",
                "<?xml encoding"
            })
    void survivesABrokenDeclaration(String head) {
        assertThat(Charsets.decode(head.getBytes(StandardCharsets.UTF_8), null).text())
                .isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf8",
                "UTF-8",
                "unicode-1-1-utf-8",
                "\"utf-8\"",
                "nonsense",
                "latin1",
                "iso-8859-1",
                "windows-1252",
                "ascii",
                "utf-16",
                "euc-kr",
                "shift_jis",
                "gb2312"
            })
    void readsUtf8WhateverTheHeaderSays(String label) {
        Decoded decoded = Charsets.decode(
                page("<meta charset=utf-8>").getBytes(StandardCharsets.UTF_8), "text/html; charset=" + label);

        assertThat(decoded.text()).isEqualTo(page("<meta charset=utf-8>"));
        assertThat(decoded.charset()).isEqualTo("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf-8",
                "latin1",
                "iso-8859-1",
                "windows-1252",
                "ascii",
                "utf-16",
                "nonsense",
                "iso-8859-15",
                "koi8-r",
                "gb2312",
                "big5",
                "euc-jp"
            })
    void readsEucKrWhateverTheHeaderSays(String label) {
        byte[] declared = page("<meta charset=euc-kr>").getBytes(MS949);
        byte[] silent = page("").getBytes(MS949);

        Decoded byMeta = Charsets.decode(declared, "text/html; charset=" + label);
        assertThat(byMeta.text()).isEqualTo(page("<meta charset=euc-kr>"));
        assertThat(byMeta.source()).isEqualTo(CharsetSource.META);
        Decoded byBytes = Charsets.decode(silent, "text/html; charset=" + label);
        assertThat(byBytes.text()).isEqualTo(page(""));
        assertThat(byBytes.source()).isEqualTo(CharsetSource.FALLBACK);
    }

    @Test
    void readsEucKrUnderARightHeaderAndAWrongMeta() {
        reads(page("<meta charset=utf-8>"), "x-windows-949", CharsetSource.HTTP, "text/html; charset=euc-kr", MS949);
        reads(page("<meta charset=iso-8859-1>"), "x-windows-949", CharsetSource.FALLBACK, "text/html", MS949);
    }

    @Test
    void readsShortUtf8UnderAHeaderThatSaysEucKr() {
        for (String title : new String[] {"전북", "가각", "맑음 전주", "데이터", "군산 고창 부안"}) {
            byte[] bytes = title.getBytes(StandardCharsets.UTF_8);
            assertThat(Charsets.decode(bytes, "text/html; charset=euc-kr").text())
                    .isEqualTo(title);
        }
    }

    @Test
    void takesLatin1ForWindows1252() {
        byte[] bytes = "“caf\u00e9” – 3 €".getBytes(Charset.forName("windows-1252"));

        Decoded decoded = Charsets.decode(bytes, "text/html; charset=ISO-8859-1");

        assertThat(decoded.text()).isEqualTo("“caf\u00e9” – 3 €");
        assertThat(decoded.charset()).isEqualTo("windows-1252");
    }

    @Test
    void readsUtf16WithAndWithoutMark() {
        reads(page(""), "UTF-16LE", CharsetSource.FALLBACK, null, StandardCharsets.UTF_16LE);
        reads(page(""), "UTF-16BE", CharsetSource.FALLBACK, "text/html; charset=utf-8", StandardCharsets.UTF_16BE);
        reads(
                page("<meta charset=utf-16>"),
                "UTF-16LE",
                CharsetSource.HTTP,
                "text/html; charset=utf-16",
                StandardCharsets.UTF_16LE);
        Decoded marked = Charsets.decode(page("").getBytes(StandardCharsets.UTF_16), "text/html; charset=euc-kr");
        assertThat(marked.text()).isEqualTo(page(""));
        assertThat(marked.source()).isEqualTo(CharsetSource.BOM);
    }

    @Test
    void readsUtf32ByItsMark() throws Exception {
        for (String order : new String[] {"UTF-32LE", "UTF-32BE"}) {
            byte[] bytes = ("\uFEFF" + page("")).getBytes(order);

            Decoded decoded = Charsets.decode(bytes, "text/html; charset=utf-16");

            assertThat(decoded.text()).as(order).isEqualTo(page(""));
            assertThat(decoded.charset()).isEqualTo(order);
            assertThat(Reading.of(new Bytes("a.html", bytes)).pages()).as(order).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, windows-1252",
        "UTF-8, ISO-8859-1",
        "UTF-8, x-windows-949",
        "UTF-8, GB18030",
        "x-windows-949, windows-1252",
        "x-windows-949, ISO-8859-1",
        "x-windows-949, UTF-8"
    })
    void suspectsWhatWasMisreadBeforeItWasServed(String written, String misread) {
        String mojibake = new String(page("").getBytes(Charset.forName(written)), Charset.forName(misread));
        String declared = mojibake.replace("<head>", "<head><meta charset=utf-8>");
        for (String http : List.of("text/html; charset=utf-8", "text/html", "text/html; charset=euc-kr")) {
            assertThat(Charsets.decode(mojibake.getBytes(StandardCharsets.UTF_8), http)
                            .isSuspect())
                    .as(http)
                    .isTrue();
            assertThat(Charsets.decode(declared.getBytes(StandardCharsets.UTF_8), http)
                            .isSuspect())
                    .as(http + " and meta")
                    .isTrue();
            assertThat(Charsets.decode(("\uFEFF" + mojibake).getBytes(StandardCharsets.UTF_8), http)
                            .isSuspect())
                    .as(http + " and mark")
                    .isTrue();
        }
    }

    @Test
    void takesUtf16InAMetaForUtf8() {
        reads(page("<meta charset=utf-16>"), "UTF-8", CharsetSource.META, null, StandardCharsets.UTF_8);
    }

    @Test
    void believesAMarkBeforeAHeader() {
        byte[] bytes = ("\uFEFF" + page("")).getBytes(StandardCharsets.UTF_8);

        Decoded decoded = Charsets.decode(bytes, "text/html; charset=euc-kr");

        assertThat(decoded.text()).isEqualTo(page(""));
        assertThat(decoded.source()).isEqualTo(CharsetSource.BOM);
    }

    @Test
    void dropsAMarkThatDoesNotHold() {
        byte[] broken =
                WarcBytes.concat(("\uFEFF" + page("")).getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xFF, '.'});
        Decoded utf8 = Charsets.decode(broken, "text/html; charset=utf-8");
        assertThat(utf8).isEqualTo(new Decoded(page("") + "\uFFFD.", "UTF-8", CharsetSource.FALLBACK, 1));

        byte[] lying = WarcBytes.concat("\uFEFF".getBytes(StandardCharsets.UTF_8), page("").getBytes(MS949));
        Decoded ms949 = Charsets.decode(lying, "text/html; charset=euc-kr");
        assertThat(ms949).isEqualTo(new Decoded(page(""), "x-windows-949", CharsetSource.HTTP, 0));
    }

    @Test
    void readsMarkedUtf16WithABrokenCharacter() {
        byte[] bytes = WarcBytes.concat(
                ("\uFEFF" + page("")).getBytes(StandardCharsets.UTF_16LE),
                new byte[] {0, (byte) 0xDC},
                (" " + page("")).getBytes(StandardCharsets.UTF_16LE));

        Decoded decoded = Charsets.decode(bytes, "text/html; charset=utf-8");

        assertThat(decoded.text()).isEqualTo(page("") + "\uFFFD " + page(""));
        assertThat(decoded.charset()).isEqualTo("UTF-16LE");
        assertThat(decoded.source()).isEqualTo(CharsetSource.BOM);
        assertThat(decoded.replacements()).isEqualTo(1);
    }

    @Test
    void readsJohabDeclaredOrNot() {
        Charset johab = Charset.forName("x-Johab");

        reads(page(""), "x-Johab", CharsetSource.HTTP, "text/html; charset=johab", johab);
        reads(page("<meta charset=ks_c_5601-1992>"), "x-Johab", CharsetSource.META, null, johab);
        reads(page(""), "x-Johab", CharsetSource.FALLBACK, null, johab);
    }

    @Test
    void readsIso2022KrDeclaredOrNot() {
        Charset sevenBits = Charset.forName("ISO-2022-KR");
        String text = "<html><title>전북 소식</title><p>올해 안에 공개한다고 밝혔다.</p></html>";

        reads(text, "ISO-2022-KR", CharsetSource.HTTP, "text/html; charset=iso-2022-kr", sevenBits);
        reads(text, "ISO-2022-KR", CharsetSource.FALLBACK, "text/html; charset=utf-8", sevenBits);
    }

    @Test
    void leavesDecomposedHangulToPlain() {
        String decomposed = Normalizer.normalize(page(""), Normalizer.Form.NFD);

        reads(decomposed, "UTF-8", CharsetSource.UTF_8, null, StandardCharsets.UTF_8);
        assertThat(Plain.nfc(decomposed)).isEqualTo(page(""));
    }

    @Test
    void readsAPageCutInsideACharacter() {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, MS949}) {
            byte[] bytes = page("").substring(0, page("").indexOf("뷁") + 1).getBytes(charset);

            Decoded decoded = Charsets.decode(Arrays.copyOf(bytes, bytes.length - 1), null);

            assertThat(decoded.text()).startsWith(page("").substring(0, 100)).endsWith("\uFFFD");
            assertThat(decoded.replacements()).isEqualTo(1);
        }
    }

    @Test
    void countsTheReplacementsOfAPageWithBrokenBytes() {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, MS949}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(page("<meta charset=" + (charset == MS949 ? "euc-kr" : "utf-8") + ">")
                    .getBytes(charset));
            bytes.writeBytes(new byte[] {' ', (byte) 0xFF, ' '});

            Decoded decoded = Charsets.decode(bytes.toByteArray(), null);

            assertThat(decoded.text()).contains(WORDS);
            assertThat(decoded.source()).isEqualTo(CharsetSource.FALLBACK);
            assertThat(decoded.replacements()).isEqualTo(1);
            assertThat(decoded.isSuspect()).isFalse();
            assertThat(Mojibake.suspects(decoded.text())).isFalse();
        }
    }

    @Test
    void readsEucKrWithABrokenByteWhateverTheHeaderSays() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("공공데이터 개방 목록 API 12건, 2026.01.18(일) 기온 -3.5도, 국가 데이터를 ".getBytes(MS949));
        bytes.write(0xFF);
        bytes.writeBytes(" 정리한다.".getBytes(MS949));

        for (String label : new String[] {"iso-8859-1", "windows-1252", "gb2312", "big5"}) {
            Decoded decoded = Charsets.decode(bytes.toByteArray(), "text/html; charset=" + label);

            assertThat(decoded.text()).as(label).startsWith("공공데이터 개방").endsWith(" 정리한다.");
            assertThat(decoded.charset()).as(label).isEqualTo("x-windows-949");
            assertThat(decoded.replacements()).as(label).isEqualTo(1);
        }
    }

    @Test
    void readsOtherScriptsAsDeclared() {
        reads(
                "<p>Администрация города сообщает о погоде",
                "windows-1251",
                CharsetSource.HTTP,
                "text/html; charset=windows-1251",
                Charset.forName("windows-1251"));
        reads(
                "<p>今日は天気がいいですね。東京の気温は十度です。",
                "windows-31j",
                CharsetSource.HTTP,
                "text/html; charset=shift_jis",
                Charset.forName("windows-31j"));
        String chinese = "<p>今天天气很好，气温十度。数据中心公布了新的案例。";
        for (int times : new int[] {1, 40}) {
            reads(
                    chinese.repeat(times),
                    "GB18030",
                    CharsetSource.HTTP,
                    "text/html; charset=gb2312",
                    Charset.forName("GB18030"));
        }
    }

    @Test
    void readsUndeclaredEnglishWithAFewTypographicQuotes() {
        String english =
                "<p>" + "The province publishes its data. ".repeat(30) + "It\u2019s \u201copen\u201d, they said.";

        reads(english, "windows-1252", CharsetSource.FALLBACK, "text/html", Charset.forName("windows-1252"));
    }

    @Test
    void decodesNothingToNothing() {
        assertThat(Charsets.decode(new byte[0], null).text()).isEmpty();
    }
}
