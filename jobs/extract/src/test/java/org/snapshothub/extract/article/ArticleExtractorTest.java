package org.snapshothub.extract.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snapshothub.extract.page.Page;

class ArticleExtractorTest {

    private static final Path SEED = Path.of("../../data/sample/2026-01-18.txt");
    private static final String PARAGRAPH = "시는 버스 승하차 기록을 살펴 새벽 첫차 시각을 앞당겼다고 밝혔다. ";

    @Test
    void datesTheSeedByNothingButItsOwnWords() throws Exception {
        PageArticle article = extract(null, "text/plain", Files.readString(SEED));

        assertThat(article.title()).isEqualTo("전북도, 전 청원 대상 데이터활용 역량강화 교육 추진");
        assertThat(article.subtitle()).isEqualTo("도청 전 청원 대상 데이터기반행정 역량강화 교육");
        assertThat(article.body())
                .startsWith("전북도는 데이터를")
                .endsWith("노력하겠다”라고 말했다.")
                .doesNotContain("℃");
        assertThat(article.publishedPrecision()).isEqualTo(Precision.NONE);
        assertThat(article.publishedText()).isEqualTo("19일");
        assertThat(article.publishedOn()).isNull();
        assertThat(article.outlet()).isNull();
    }

    @Test
    void takesAParagraphOfFiveMegabytes() {
        PageArticle article = extract(null, "text/html", page("제목이 있는 기사", "<p>" + PARAGRAPH.repeat(50_000) + "</p>"));

        assertThat(article.body().length()).isGreaterThan(1_000_000);
    }

    @Test
    void takesATitleOfTenThousandCharacters() {
        PageArticle article =
                extract(null, "text/html", page("긴제목".repeat(3_400), "<p>" + PARAGRAPH.repeat(4) + "</p>"));

        assertThat(article.title()).hasSizeGreaterThan(10_000);
    }

    @Test
    void readsListsNestedFiftyDeep() {
        String list = "<ul><li>".repeat(50) + PARAGRAPH.repeat(4) + "</li></ul>".repeat(50);

        assertThat(extract(null, "text/html", page("제목이 있는 기사", list)).body()).startsWith("시는 버스");
    }

    @Test
    void survivesWhatNoEditorWrites() {
        List<String> hostile = List.of(
                "",
                "<html>",
                "<html><body>" + "<div class=sub><h2>".repeat(3_000) + PARAGRAPH,
                "<html><body>" + "<a href=x>".repeat(20_000) + PARAGRAPH.repeat(100),
                "<html><head><script type=application/ld+json>" + "[".repeat(50_000) + "</script></head><body>",
                "<html><body><p>" + "\u202E👩‍👩‍👧\u0000".repeat(50_000) + "</p>",
                "<html><body><p>입력 " + "2021-01-".repeat(100_000) + "</p>");

        assertThat(hostile).allSatisfy(text -> assertThatCode(
                        () -> ArticleExtractor.extract(new Page("https://[bad", null, "text/html", text)))
                .doesNotThrowAnyException());
        assertThatCode(() -> ArticleExtractor.extract(
                        new Page(null, null, "text/plain", (PARAGRAPH + "\n짧은 줄\n").repeat(50_000))))
                .doesNotThrowAnyException();
    }

    private static PageArticle extract(String url, String type, String text) {
        return ArticleExtractor.extract(new Page(url, null, type, text)).found().orElseThrow();
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><div>" + body
                + "</div></body></html>";
    }
}
