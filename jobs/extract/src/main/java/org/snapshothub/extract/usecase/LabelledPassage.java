package org.snapshothub.extract.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A passage and the cases a person says it tells.
 *
 * @param id the passage's name in its file; its line number where it has none
 * @param text what is handed to the extractor as an article's body
 * @param label {@code case}, {@code near} (looks like one and is none) or {@code negative}
 * @param cases what it tells; empty for near and negative ones
 * @param why the labeller's reason; "" when none is given
 */
public record LabelledPassage(String id, String text, String label, List<LabelledCase> cases, String why) {

    private static final Set<String> LABELS = Set.of("case", "near", "negative");

    public LabelledPassage {
        cases = List.copyOf(cases);
    }

    /** A case as labelled; all but the title may be null, which means that it is not scored. */
    public record LabelledCase(String title, String organisation, String regionCode, String topic, String status) {}

    /**
     * Reads passages, one JSON object a line, UTF-8.
     *
     * @throws IllegalArgumentException for a line that is no such object; the message names the line
     */
    public static List<LabelledPassage> read(InputStream in) throws IOException {
        JsonMapper json = new JsonMapper();
        List<LabelledPassage> passages = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    passages.add(passage(json.readTree(line), number));
                } catch (IOException | IllegalArgumentException e) {
                    throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
                }
            }
        }
        return passages;
    }

    private static LabelledPassage passage(JsonNode node, int number) {
        String label = text(node, "label");
        if (text(node, "text") == null || label == null || !LABELS.contains(label)) {
            throw new IllegalArgumentException(
                    "expected an object with text and label (case, near or negative), not " + excerpt(node));
        }
        List<LabelledCase> cases = new ArrayList<>();
        for (JsonNode one : node.path("cases")) {
            if (text(one, "title") == null) {
                throw new IllegalArgumentException("a case has no title: " + excerpt(one));
            }
            cases.add(new LabelledCase(
                    text(one, "title"),
                    text(one, "organisation"),
                    text(one, "region_code"),
                    text(one, "topic"),
                    text(one, "status")));
        }
        String id = text(node, "id");
        String why = text(node, "why");
        return new LabelledPassage(
                id == null ? "line " + number : id, text(node, "text"), label, cases, why == null ? "" : why);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).textValue() : null;
    }

    private static String excerpt(JsonNode node) {
        String text = node.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
