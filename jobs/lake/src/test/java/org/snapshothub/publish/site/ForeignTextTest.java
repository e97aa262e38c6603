package org.snapshothub.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {

    private static final String HOSTILE =
            "=cmd()|'<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202E\u0000\u001B[31m\uD800 끝\n둘째 줄";

    @Test
    void leavesOneLineWithoutControlsAndDirectionMarks() {
        assertThat(ForeignText.line("가\u202E나\u0000\u001B[0m\u200F\n\t 다\uD800\uFFFF"))
                .isEqualTo("가나[0m 다\uFFFD\uFFFD");
    }

    /** Pages are written from rows of the lake, and from rows of an edition's files, which went through this. */
    @Test
    void theLineOfCleanedTextIsTheLineOfTheText() {
        Random random = new Random(7);
        int[] letters = {
            ' ', '\t', '\n', '\r', 0x0B, 0x1C, 0x1F, 0x85, 0xA0, 0x2028, 0x202E, 0x3000, 0xFEFF, 0xD800, 0xDC00, 0xFFFF,
            'a', '가'
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(8), 0, letters.length).forEach(l -> text.appendCodePoint(letters[l]));
            String lines = ForeignText.lines(text.toString());

            assertThat(ForeignText.line(lines)).isEqualTo(ForeignText.line(text.toString()));
            assertThat(ForeignText.lines(lines)).isEqualTo(lines);
        }
    }

    @Test
    void cutsBetweenCodePoints() {
        assertThat(ForeignText.line("😀".repeat(5), 3)).isEqualTo("😀😀…");
        assertThat(ForeignText.line("😀".repeat(3), 3)).isEqualTo("😀".repeat(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " https://a.kr",
                "data:text/html,x",
                "//a.kr",
                "https://a.kr/\"x",
                "https://a.kr/\u202Efdp",
                "http:\\\\a.kr"
            })
    void linksToTheWebOnly(String url) {
        assertThat(ForeignText.isWebAddress(url)).isFalse();
    }

    @Test
    void aHostileTitleIsOnlyTextOnEveryPage(@TempDir Path site) throws IOException {
        CaseShown hostile = new CaseShown(
                "x",
                "x",
                HOSTILE.repeat(40),
                "교육",
                HOSTILE,
                null,
                null,
                null,
                "done",
                "<b>" + HOSTILE,
                "r",
                1,
                "a",
                HOSTILE,
                null,
                "2026-01",
                "month",
                List.of("<i>evil.kr"),
                List.of("javascript:alert(1)", "https://good.kr/?a=1&b=<2>", "https://good.kr/?a=1&b=2"));

        Path edition = new SiteWriter()
                .write(SeedDay.content(List.of(hostile)), SeedDay.STAMP, site)
                .path();

        for (Path page : pages(edition)) {
            String html = Files.readString(page, StandardCharsets.UTF_8);
            assertThat(html).doesNotContain("\u202E", "\u0000", "\u001B", "\uD800", "<img", "<b>", "<i>evil");
            Document document = Jsoup.parse(html);
            assertThat(document.select("script:not([src]), style, [style], [onerror], [onclick]"))
                    .isEmpty();
            for (Element link : document.select("a[href]")) {
                assertThat(link.attr("href")).doesNotContain("javascript:");
            }
        }
        assertThat(Jsoup.parse(Files.readString(edition.resolve("cases.html")))
                        .select(".source a")
                        .eachAttr("href"))
                .containsExactly("https://good.kr/?a=1&b=2");
    }

    private static List<Path> pages(Path edition) throws IOException {
        try (Stream<Path> walk = Files.walk(edition)) {
            return walk.filter(p -> p.toString().endsWith(".html")).toList();
        }
    }
}
