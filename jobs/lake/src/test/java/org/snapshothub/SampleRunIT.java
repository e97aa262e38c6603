package org.snapshothub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snapshothub.lake.Lake;

/** One run over data/sample against what its pages were written to give, and what a second run changes: nothing. */
class SampleRunIT {

    private static JsonNode expected;
    private static Lake lake;

    @BeforeAll
    static void run() throws IOException {
        expected = new ObjectMapper()
                .readTree(Repository.path("jobs/lake/src/test/resources/expected/sample/lake.json")
                        .toFile());
        assertThat(SampleLake.exitCode()).as(SampleLake.output()).isZero();
        lake = new Lake(LakeTest.spark(), SampleLake.lake().toString());
    }

    @Test
    void everyPageIsTaken() {
        assertThat(rows("SELECT count(*) AS n FROM bronze_pages"))
                .containsExactly(Map.of("n", expected.at("/pages/total").asText()));
    }

    @Test
    void everyFaultIsARejectWithItsReason() {
        Map<String, String> byReason = new TreeMap<>();
        rows("SELECT reason, count(*) AS n FROM audit_rejects GROUP BY reason")
                .forEach(r -> byReason.put(r.get("reason"), r.get("n")));
        Map<String, String> wanted = new TreeMap<>();
        expected.at("/rejects/by_reason")
                .properties()
                .forEach(f -> wanted.put(f.getKey(), f.getValue().asText()));
        assertThat(byReason).isEqualTo(wanted);
    }

    @Test
    void everySlotHoldsItsReadings() {
        holds(
                "/observations/slots",
                "SELECT observed_on, observed_hour, count(*) AS rows,"
                        + " count_if(identified_by = 'order') AS by_order FROM silver_observations"
                        + " GROUP BY observed_on, observed_hour, slot");
    }

    @Test
    void conflictsAreMarkedAndTheLatestValueStands() {
        holds(
                "/conflicts",
                "SELECT observed_on, observed_hour, station_id, sky, temperature_c FROM silver_observations"
                        + " WHERE is_conflicting");
    }

    @Test
    void theHomeRegionHasTheMeansWorkedOutByHand() {
        holds(
                "/temperature_by_region",
                "SELECT observed_on, region_code, station_count, station_expected, reading_count, mean_c, min_c,"
                        + " min_station, max_c, max_station, basis FROM gold_temperature_by_region"
                        + " WHERE region_code = 'KR-45'");
    }

    @Test
    void copiesOfAnArticleAreOne() {
        assertThat(rows("SELECT count(*) AS n FROM silver_articles"))
                .containsExactly(Map.of("n", expected.at("/articles/total").asText()));
        assertThat(rows("SELECT count(*) AS n FROM silver_article_pages"))
                .containsExactly(
                        Map.of("n", expected.at("/articles/article_pages").asText()));
        assertThat(rows("SELECT copy_count FROM silver_articles WHERE copy_count > 1"))
                .extracting(r -> r.get("copy_count"))
                .containsExactlyInAnyOrder("8", "2", "2");
    }

    @Test
    void casesAreCountedByMonthOfTheArticle() {
        holds(
                "/use_cases/total",
                "SELECT month, case_count, article_count, page_count, outlet_count FROM gold_use_cases_total");
    }

    @Test
    void theReportIsThereAndNamesTheHomeRegion() throws IOException {
        assertThat(Files.readString(SampleLake.site().resolve("index.html"))).contains("<html");
        try (var files = Files.walk(SampleLake.site())) {
            String pages = files.filter(f -> f.toString().endsWith(".html"))
                    .map(SampleRunIT::read)
                    .reduce("", String::concat);
            assertThat(pages).contains("10.5", "전북").doesNotContain("<script>alert", "onerror=alert");
        }
    }

    @Test
    void aSecondRunChangesNoTableAndSaysSo() {
        Map<String, Long> before = versions();
        long rejects = lake.read(org.snapshothub.audit.Reject.TABLE).count();

        var spoken = HubRun.of(
                "run",
                "--lake",
                SampleLake.lake().toString(),
                "--site",
                SampleLake.site().toString());

        assertThat(spoken.exitCode()).as(spoken.errors()).isZero();
        assertThat(spoken.output()).contains("nothing new");
        assertThat(versions()).isEqualTo(before);
        assertThat(lake.read(org.snapshothub.audit.Reject.TABLE).count()).isEqualTo(rejects);
    }

    private static Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        Pipeline.tables().stream()
                .filter(t -> !t.layer().equals("audit"))
                .forEach(t -> versions.put(t.name(), lake.log(t).version()));
        return versions;
    }

    /** The rows of a query are those of the expectation, whatever their order; comments there are no columns. */
    private static void holds(String pointer, String query) {
        List<Map<String, String>> wanted = new ArrayList<>();
        expected.at(pointer).forEach(node -> {
            Map<String, String> row = new TreeMap<>();
            node.properties().forEach(f -> {
                if (!f.getKey().equals("comment")) {
                    row.put(
                            f.getKey(),
                            f.getValue().isNull() ? null : f.getValue().asText());
                }
            });
            wanted.add(row);
        });
        assertThat(rows(query)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static List<Map<String, String>> rows(String query) {
        Pipeline.tables()
                .forEach(t -> lake.read(t).createOrReplaceTempView(t.name().replace('.', '_')));
        List<Map<String, String>> rows = new ArrayList<>();
        for (Row row : LakeTest.spark().sql(query).collectAsList()) {
            Map<String, String> cells = new TreeMap<>();
            for (String column : row.schema().fieldNames()) {
                Object cell = row.getAs(column);
                cells.put(column, cell == null ? null : cell.toString());
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
