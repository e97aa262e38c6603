package org.snapshothub.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
