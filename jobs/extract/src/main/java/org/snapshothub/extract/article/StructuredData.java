package org.snapshothub.extract.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What a page says of its article in schema.org's JSON-LD.
 *
 * @param headline the article's headline, where given
 * @param published its datePublished as written, where given
 */
record StructuredData(Optional<String> headline, Optional<String> published) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    private static final int DEEPEST = 6;

    /** Of the first script that speaks of an article. */
    static StructuredData in(List<Element> scripts) {
        for (Element script : scripts) {
            Optional<JsonNode> article = parsed(script.data()).flatMap(node -> articleIn(node, 0));
            if (article.isPresent()) {
                return new StructuredData(text(article.get(), "headline"), text(article.get(), "datePublished"));
            }
        }
        return new StructuredData(Optional.empty(), Optional.empty());
    }

    private static Optional<JsonNode> parsed(String json) {
        try {
            return Optional.ofNullable(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            // Broken structured data is common; the page's other words still hold.
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> articleIn(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (node.isObject() && isArticle(node.path("@type"))) {
            return Optional.of(node);
        }
        if (node.isArray() || node.has("@graph") || node.has("mainEntity")) {
            Iterable<JsonNode> inner =
                    node.isArray() ? node : node.has("@graph") ? node.path("@graph") : List.of(node.path("mainEntity"));
            for (JsonNode child : inner) {
                Optional<JsonNode> found = articleIn(child, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
        }
        String name = type.asText("");
        return name.endsWith("Article") || name.equals("BlogPosting") || name.equals("Report");
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue())
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
