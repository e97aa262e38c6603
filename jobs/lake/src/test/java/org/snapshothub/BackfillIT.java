package org.snapshothub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Table;
import org.snapshothub.silver.Observation;

/** The sample in two runs, later months first: the lake ends as after one run over all of it. */
class BackfillIT {

    @TempDir
    private static Path folder;

    private static HubRun late;

    @BeforeAll
    static void runTwice() {
        Needs.full("two minutes for days that come late");
        String sample = Repository.path("data/sample").toString();
        HubRun early = run(sample + "/2026-0[123]", sample + "/2026-01-18.txt");
        assertThat(early.exitCode()).as(early.errors()).isZero();
        late = run(sample);
        assertThat(late.exitCode()).as(late.errors()).isZero();
    }

    @Test
    void anOlderDayThatArrivesLaterIsWritten() {
        assertThat(lake().records(Observation.TABLE))
                .extracting(o -> o.observedOn().toString())
                .contains("2025-12-24", "2025-12-30");
    }

    @Test
    void everyNumberIsThatOfOneRunOverAll() {
        Lake whole = new Lake(LakeTest.spark(), SampleLake.lake().toString());
        Pipeline.tables().stream()
                .filter(t -> t.layer().equals("gold") || t.equals(Observation.TABLE))
                .forEach(t -> assertThat(rows(lake(), t)).as(t.name()).isEqualTo(rows(whole, t)));
    }

    @Test
    void whatWasTakenBeforeIsPassedOver() {
        assertThat(late.output()).containsPattern("pull-pages +\\d+ +\\d+ +\\d+ +19");
    }

    @Test
    void noPublishedNumberOfADayThatGotNothingNewMoved() {
        assertThat(late.output()).doesNotContain("mean 10.50000000");
    }

    private static HubRun run(String... inputs) {
        return HubRun.of(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "run",
                                "--lake",
                                folder.resolve("lake").toString(),
                                "--site",
                                folder.resolve("site").toString()),
                        Arrays.stream(inputs).flatMap(i -> java.util.stream.Stream.of("--input", i)))
                .toArray(String[]::new));
    }

    private static Lake lake() {
        return new Lake(LakeTest.spark(), folder.resolve("lake").toString());
    }

    /** Rows as text with how often each is there. */
    private static Map<String, Integer> rows(Lake lake, Table<?> table) {
        Map<String, Integer> rows = new TreeMap<>();
        List<Row> all = lake.read(table).collectAsList();
        all.forEach(row -> rows.merge(row.toString(), 1, Integer::sum));
        return rows;
    }
}
