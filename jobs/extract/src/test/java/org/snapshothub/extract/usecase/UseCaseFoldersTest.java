package org.snapshothub.extract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each folder under {@code cases/usecase} is a fact: a text, and the cases it tells. */
class UseCaseFoldersTest {

    private static final Path CASES = Path.of("src/test/resources/cases/usecase");
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> everyFolderHolds() throws IOException {
        return Files.list(CASES)
                .sorted()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> holds(folder)));
    }

    private static void holds(Path folder) throws IOException {
        JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
        List<FoundCase> found = UseCaseExtractor.extract(
                expected.path("headline").textValue(), Files.readString(folder.resolve("text.txt")));

        List<Map<String, String>> told = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            told.add(fieldsLike(expected.path("cases").path(i), found.get(i)));
        }
        assertThat(JSON.<JsonNode>valueToTree(told)).isEqualTo(expected.path("cases"));
    }

    /** The fields the expectation speaks of; all of them for a case that it does not expect. */
    private static Map<String, String> fieldsLike(JsonNode expected, FoundCase found) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", found.title());
        fields.put("topic", found.topic());
        fields.put("organisation", found.organisation());
        fields.put("organisation_id", found.organisationId());
        fields.put("region_code", found.regionCode());
        fields.put("sigungu", found.sigungu());
        fields.put("status", found.status().code());
        fields.put("evidence", found.evidence());
        fields.put("rule", found.rule());
        if (!expected.isMissingNode()) {
            fields.keySet().removeIf(field -> !expected.has(field));
        }
        return fields;
    }
}
