package org.snapshothub.extract.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
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
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final StructuredData NONE = new StructuredData(Optional.empty(), Optional.empty());
    private static final int DEEPEST = 6;
    private static final int MOST_ARTICLES = 50;

    /** Of the article that the page is titled after; of the only one, if its title says nothing. */
    static StructuredData in(List<Element> scripts, List<String> titles) {
        List<StructuredData> all = new ArrayList<>();
        for (Element script : scripts) {
            parsed(script.data()).ifPresent(node -> articlesIn(node, 0, all));
        }
        return all.stream()
                .filter(data -> titles.stream().anyMatch(data::isTitled))
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty())
                .orElse(NONE);
    }

    private boolean isTitled(String title) {
        return headline.filter(h -> Headline.share(h, title) >= Headline.SAME).isPresent();
    }

    private static Optional<JsonNode> parsed(String json) {
        try {
            return Optional.ofNullable(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            // Broken structured data is common; the page's other words still hold.
            return Optional.empty();
        }
    }

    private static void articlesIn(JsonNode node, int depth, List<StructuredData> all) {
        if (depth > DEEPEST || all.size() == MOST_ARTICLES) {
            return;
        }
        if (node.isObject() && isArticle(node.path("@type"))) {
            all.add(new StructuredData(text(node, "headline"), text(node, "datePublished")));
        } else if (node.isArray()) {
            node.forEach(child -> articlesIn(child, depth + 1, all));
        } else {
            List.of("@graph", "mainEntity").forEach(inner -> articlesIn(node.path(inner), depth + 1, all));
        }
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
