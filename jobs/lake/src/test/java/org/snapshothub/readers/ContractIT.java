package org.snapshothub.readers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.snapshothub.Needs;
import org.snapshothub.Repository;
import org.snapshothub.SampleLake;
import org.snapshothub.SeedLake;
import org.snapshothub.Subprocess;

/** What readers outside the JVM find: delta-rs, polars and DuckDB, from Python. */
class ContractIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void aLakeOfTheSampleKeepsTheContract() throws IOException, InterruptedException {
        assertKeepsContract(SampleLake.lake().toString());
    }

    @Test
    void aLakeOfTheSeedAloneGivesTheKnownAnswers() throws IOException, InterruptedException {
        assertKeepsContract(SeedLake.lake().toString(), "--seed");
    }

    @Test
    void duckDbReadsTheSeedDayOfJeonbuk() throws IOException, InterruptedException {
        assertThat(query(SampleLake.lake(), """
                        SELECT CAST(observed_on AS VARCHAR), station_count, station_expected, CAST(mean_c AS VARCHAR),
                               CAST(min_c AS VARCHAR), min_station, CAST(max_c AS VARCHAR), max_station, basis
                        FROM gold.temperature_by_region WHERE region_code = 'KR-45' AND observed_on = '2026-01-18'"""))
                .containsExactly("[\"2026-01-18\",10,10,\"10.50000000\",\"6.7\",\"부안\",\"14.1\",\"남원\",\"snapshot\"]");
    }

    @Test
    void duckDbCountsTheSkyOfTheSeedDay() throws IOException, InterruptedException {
        assertThat(query(SampleLake.lake(), """
                        SELECT sky, reading_count FROM gold.sky_by_region
                        WHERE region_code = 'KR' AND observed_on = '2026-01-18' ORDER BY reading_count DESC, sky"""))
                .containsExactly("[\"맑음\",58]", "[\"흐림\",28]", "[\"구름많음\",5]", "[\"구름조금\",5]");
    }

    @Test
    void duckDbCountsTheCasesOfTheSeedPage() throws IOException, InterruptedException {
        assertThat(query(SeedLake.lake(), """
                        SELECT month, case_count, article_count, page_count, outlet_count
                        FROM gold.use_cases_total ORDER BY month""")).containsExactly("[\"all\",3,1,1,0]", "[\"unknown\",3,1,1,0]");
    }

    private static void assertKeepsContract(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python(), checker().toString()));
        command.addAll(List.of(arguments));

        Subprocess.Ended check = Subprocess.run(new ProcessBuilder(command), LIMIT);

        assertThat(check.exitCode()).as(check.output() + check.errors()).isZero();
    }

    /** The rows of a query, each as a JSON array. */
    private static List<String> query(Path lake, String sql) throws IOException, InterruptedException {
        String program =
                Repository.path("jobs/lake/src/test/resources/readers/query.py").toString();
        Subprocess.Ended ended = Subprocess.run(new ProcessBuilder(python(), program, lake.toString(), sql), LIMIT);
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        List<String> rows = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(ended.output())) {
            rows.add(row.toString());
        }
        return rows;
    }

    private static String python() {
        return Needs.variable("HUB_PYTHON", "install Python with deltalake, polars and duckdb");
    }

    /** The check of those who rely on the hub lies beside the repository, not in it. */
    private static Path checker() {
        Path checker = Repository.path("../shared/check_contract");
        if (!Files.exists(checker)) {
            System.err.println("SKIPPED, there is no " + checker + " to hold the lake against the contract");
        }
        Assumptions.assumeTrue(Files.exists(checker));
        return checker;
    }
}
