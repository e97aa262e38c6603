package org.snapshothub.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapshothub.HubRun;
import org.snapshothub.LakeTest;
import org.snapshothub.Needs;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Table;
import org.snapshothub.silver.Observation;

/**
 * Made pages through the real jobs into real tables: whatever the order of arrival, the number of runs and their
 * repetition, the numbers are those of the oracle.
 *
 * <p>{@code -Doracle.seed=N} makes other pages.
 */
class TemperatureOracleIT {

    @BeforeAll
    static void onAMachineWithTime() {
        Needs.full("minutes for made corpora in many orders");
    }

    private static final long SEED = Long.getLong("oracle.seed", 20260118L);

    @TempDir
    private static Path folder;

    private static final KnownStations STATIONS = new KnownStations();

    /** What to doubt of the pages of a number of days, as another order of theirs said. */
    private static final Map<Integer, Set<Doubt>> DOUBTS = new HashMap<>();

    @ParameterizedTest(name = "{0} days in {1} runs")
    @CsvSource({"26, 1", "3, 2", "3, 3"})
    void theTablesHoldWhatTheOracleSays(int days, int runs) throws IOException {
        List<ShownPage> pages = WeatherCorpus.of(STATIONS, days, SEED);
        WeatherOracle oracle = new WeatherOracle(STATIONS, pages);
        Lake lake = arrived(pages, runs);

        assertThat(observed(lake)).isEqualTo(oracle.observations());
        holds(lake, StationDay.TABLE, oracle.stationDays());
        holds(lake, RegionDay.TABLE, oracle.regionDays());
        holds(lake, SigunguDay.TABLE, oracle.sigunguDays());
        holds(lake, SkyShare.TABLE, oracle.skies());
        holds(lake, RegionMonth.TABLE, oracle.regionMonths());
        holds(lake, StationMonth.TABLE, oracle.stationMonths());
        Set<Doubt> doubts = doubts(lake, oracle);
        assertThat(doubts).isEqualTo(DOUBTS.computeIfAbsent(days, d -> doubts));
    }

    private static Set<Doubt> doubts(Lake lake, WeatherOracle oracle) {
        Set<Doubt> doubts = new HashSet<>(lake.records(Doubt.TABLE));
        Set<String> steps = doubts.stream()
                .filter(d -> d.rule().equals("step"))
                .map(d -> d.observedOn() + " " + d.slot() + " " + d.stationId() + " " + d.temperatureC() + " "
                        + d.comparedC())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(steps).isNotEmpty().isEqualTo(oracle.steps());
        assertThat(doubts).extracting(Doubt::rule).contains("neighbours");
        return doubts;
    }

    /** The pages in an order of that number's own, in so many runs; the first of two runs is repeated. */
    private static Lake arrived(List<ShownPage> pages, int runs) throws IOException {
        Path here = folder.resolve("in-" + runs);
        List<ShownPage> order = new ArrayList<>(pages);
        Collections.shuffle(order, new Random(SEED + runs));
        int each = (order.size() + runs - 1) / runs;
        for (int run = 0; run < runs; run++) {
            List<ShownPage> batch = order.subList(run * each, Math.min(order.size(), (run + 1) * each));
            WeatherCorpus.write(batch, here.resolve("pages"));
            hub(here);
            if (runs == 2 && run == 0) {
                hub(here);
            }
        }
        return new Lake(LakeTest.spark(), here.resolve("lake").toString());
    }

    private static void hub(Path here) {
        HubRun run = HubRun.of(
                "job",
                "bronze",
                "read-pages",
                "extract-observations",
                "aggregate-temperatures",
                "aggregate-months",
                "--lake",
                here.resolve("lake").toString(),
                "--input",
                here.resolve("pages").toString());
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    private static <R extends Record> void holds(Lake lake, Table<R> table, Set<R> wanted) {
        List<R> rows = lake.records(table);
        assertThat(rows).as(table.name()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(new HashSet<>(rows)).as(table.name()).isEqualTo(wanted);
    }

    private static Set<WeatherOracle.Cell> observed(Lake lake) {
        List<Observation> rows = lake.records(Observation.TABLE);
        Set<WeatherOracle.Cell> cells = rows.stream()
                .map(o -> new WeatherOracle.Cell(
                        o.observedOn(),
                        o.slot(),
                        o.observedHour(),
                        o.stationId(),
                        o.sky(),
                        o.temperatureC(),
                        o.identifiedBy().equals("order"),
                        o.pageCount(),
                        o.firstPageId(),
                        o.valuePageId(),
                        o.isConflicting()))
                .collect(Collectors.toSet());
        assertThat(cells).hasSize(rows.size());
        return cells;
    }
}
