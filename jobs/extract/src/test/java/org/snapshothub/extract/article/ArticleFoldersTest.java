package org.snapshothub.extract.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.record.Extraction;

/** Each folder under {@code cases/article} is a fact: a page, how it was captured, and the article in it. */
class ArticleFoldersTest {

    private static final Path CASES = Path.of("src/test/resources/cases/article");
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> everyFolderHolds() throws IOException {
        return Files.list(CASES)
                .sorted()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> holds(folder)));
    }

    private static void holds(Path folder) throws IOException {
        JsonNode meta = JSON.readTree(folder.resolve("meta.json").toFile());
        JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
        boolean html = Files.exists(folder.resolve("page.html"));
        Instant fetched = meta.hasNonNull("fetch_time")
                ? Instant.parse(meta.get("fetch_time").asText())
                : null;
        Page page = new Page(
                meta.path("url").textValue(),
                fetched,
                html ? "text/html" : "text/plain",
                Files.readString(folder.resolve(html ? "page.html" : "page.txt")));

        Extraction<PageArticle> extraction = ArticleExtractor.extract(page);

        Map<String, Object> told = new LinkedHashMap<>();
        extraction.found().ifPresent(article -> {
            told.put("title", article.title());
            told.put("subtitle", article.subtitle());
            told.put("body", article.body());
            told.put(
                    "published_on",
                    article.publishedOn() == null ? null : article.publishedOn().toString());
            told.put("published_month", article.publishedMonth());
            told.put("published_precision", article.publishedPrecision().code());
            told.put("published_text", article.publishedText());
            told.put("outlet", article.outlet());
            told.put("byline", article.byline());
        });
        extraction.rejected().forEach(r -> told.put("rejected", r.reason()));
        if (expected.size() > 0) {
            told.keySet().removeIf(field -> !expected.has(field));
        }
        assertThat(JSON.<JsonNode>valueToTree(told)).isEqualTo(expected);
    }
}
