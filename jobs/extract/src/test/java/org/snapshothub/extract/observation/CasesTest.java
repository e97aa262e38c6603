package org.snapshothub.extract.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.record.Extraction;
import org.snapshothub.extract.record.Rejected;

/**
 * Every folder of {@code cases/observation} is a fact: a page, how it was captured, and what the extractor must say.
 * {@code -Dgolden=write} writes what it says now, to be read before it is committed.
 */
class CasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases/observation");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @TestFactory
    Stream<DynamicTest> holds() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
            assertThat(cases).hasSizeGreaterThanOrEqualTo(35);
            return cases.stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        Path golden = folder.resolve("expected.json");
        String said = JSON.writeValueAsString(told(WidgetExtractor.bundled().extract(page(folder)))) + "\n";
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, said);
        }
        assertThat(said).isEqualTo(Files.readString(golden));
    }

    private static Page page(Path folder) throws IOException {
        Path meta = folder.resolve("meta.json");
        JsonNode capture = Files.exists(meta) ? JSON.readTree(Files.readString(meta)) : JSON.createObjectNode();
        String fetchTime = capture.path("fetch_time").asText(null);
        for (String form : new String[] {"html", "txt", "xml"}) {
            Path page = folder.resolve("page." + form);
            if (Files.exists(page)) {
                String type = form.equals("txt") ? "text/plain" : "text/" + form;
                return new Page(
                        capture.path("url").asText(null),
                        fetchTime == null ? null : Instant.parse(fetchTime),
                        type,
                        Files.readString(page));
            }
        }
        throw new IOException(folder + " holds no page");
    }

    private static ObjectNode told(Extraction<Widget> extraction) {
        ObjectNode told = JSON.createObjectNode();
        extraction.found().ifPresent(widget -> {
            told.put("observed_on", widget.observedOn().toString());
            told.put("observed_hour", widget.observedHour());
            ArrayNode entries = told.putArray("entries");
            for (WidgetEntry entry : widget.entries()) {
                entries.add(entry.stationId() + " " + entry.sky() + " " + entry.temperatureC() + " "
                        + entry.identifiedBy().code() + " | " + entry.printed());
            }
        });
        ArrayNode rejects = told.putArray("rejects");
        for (Rejected reject : extraction.rejected()) {
            rejects.add(reject.reason() + " | " + reject.detail() + " | " + reject.excerpt());
        }
        return told;
    }
}
