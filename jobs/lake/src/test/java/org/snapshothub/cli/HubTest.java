package org.snapshothub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.HubRun;

/** The command line without Spark: what is wrong is told before a session is made. */
class HubTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rum                                   | rum",
                "run --lak x                           | --lak",
                "run --from tomorrow                   | tomorrow",
                "run --from 2026-13-01                 | \"2026-13-01\" is no day, expected a KST day such as 2026-01-18",
                "run --from 2026-02-01 --to 2026-01-01 | --from 2026-02-01 must be before",
                "run --dry-run=perhaps                 | perhaps",
                "run --run-id hourly                   | hourly",
                "run --run-id 20260230T000000-hourly   | 20260230T000000-hourly",
                "status --run-id hourly                | hourly",
                "run --conf absent.conf                | absent.conf",
                "job nothing                           | nothing",
                "describe gold.nothing                 | gold.nothing",
                "evaluate                              | --labels",
                "evaluate --labels absent.jsonl        | absent.jsonl"
            })
    void wrongUsageIsOneLineThatNamesItAndExitCode2(String line, String words) {
        HubRun spoken = HubRun.of(line.trim().split("\\s+"));

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.errors()).contains(words).hasLineCount(1);
        assertThat(spoken.output()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --lak x --json                 | --lak",
                "list --json --conf absent.conf x   | x",
                "status --json --run-id hourly      | hourly",
                "describe --json gold.nothing       | gold.nothing"
            })
    void aFailureIsOneDocumentForWhoAskedForJson(String line, String words) throws JsonProcessingException {
        HubRun spoken = HubRun.of(line.trim().split("\\s+"));

        JsonNode document = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(spoken.output());
        assertThat(document.path("outcome").asText()).isEqualTo("usage");
        assertThat(document.path("exit_code").asInt())
                .isEqualTo(spoken.exitCode())
                .isEqualTo(2);
        assertThat(document.path("message").asText()).contains(words);
        assertThat(spoken.errors()).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "job", "list", "describe", "status", "doctor", "redrive", "evaluate", "maintain"})
    void everyCommandShowsExamplesInItsHelp(String command) {
        HubRun spoken = HubRun.of(command, "--help");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.output()).contains("Examples:", "hub " + command);
    }

    @Test
    void theListAsJsonIsOneDocument() {
        assertThat(HubRun.of("list", "--json").output()).startsWith("{").contains("\"pull-pages\"", "\"gold\"");
    }

    @Test
    void theDictionaryNamesColumnUnitAndMeaning() {
        assertThat(HubRun.of("describe", "gold.temperature_by_region").output())
                .contains("mean_c", "DECIMAL(12,8)", "℃", "Mean of the station means");
    }
}
