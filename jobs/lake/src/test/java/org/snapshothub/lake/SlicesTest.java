package org.snapshothub.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.snapshothub.LakeTest;

class SlicesTest extends LakeTest {

    record Count(@Doc("Month") String month, @Doc("Count") long count) {}

    private static final Table<Count> COUNTS = Table.of("gold.counts", Count.class, "One row per month.")
            .key("month")
            .slicedBy("month");

    private final Slices.Ownership ours = () -> {};

    @Test
    void replacesOnlyTheSlicesNamedAndInOneCommit() {
        Lake lake = lakeWith(new Count("2026-01", 1), new Count("2026-02", 2), new Count("2026-03", 3));

        new Slices(lake, ours)
                .replace(
                        COUNTS,
                        rows(new Count("2026-01", 10), new Count("2026-03", 30)),
                        note(2, "2026-01", "2026-03"));

        assertThat(lake.records(COUNTS))
                .containsExactlyInAnyOrder(new Count("2026-01", 10), new Count("2026-02", 2), new Count("2026-03", 30));
        assertThat(lake.log(COUNTS).version()).isEqualTo(2);
    }

    @Test
    void writesAnOlderSliceThatArrivesLater() {
        Lake lake = lakeWith(new Count("2026-02", 2));

        new Slices(lake, ours).replace(COUNTS, rows(new Count("2025-12", 1)), note(2, "2025-12"));

        assertThat(lake.records(COUNTS)).contains(new Count("2025-12", 1));
    }

    @Test
    void emptiesASliceThatHasNoRowsAnyMore() {
        Lake lake = lakeWith(new Count("2026-01", 1), new Count("2026-02", 2));

        new Slices(lake, ours).replace(COUNTS, rows(), note(2, "2026-01"));

        assertThat(lake.records(COUNTS)).containsExactly(new Count("2026-02", 2));
    }

    @Test
    void refusesARowOutsideTheSlicesNamed() {
        Lake lake = lakeWith(new Count("2026-01", 1));
        Slices slices = new Slices(lake, ours);

        assertThatThrownBy(() -> slices.replace(COUNTS, rows(new Count("2026-02", 2)), note(2, "2026-01")))
                .hasMessageContaining("REPLACE_WHERE");
        assertThat(lake.records(COUNTS)).containsExactly(new Count("2026-01", 1));
    }

    @Test
    void replacesRowsByRowsThatNeedNotMeetTheirConditionAndStaysStrictOtherwise() {
        Lake lake = lakeWith(new Count("2026-01", 1), new Count("2026-02", 2));
        Slices slices = new Slices(lake, ours);

        slices.replaceWhere(COUNTS, "count IN (1)", rows(new Count("2026-03", 3)), note(2));

        assertThat(lake.records(COUNTS)).containsExactlyInAnyOrder(new Count("2026-02", 2), new Count("2026-03", 3));
        assertThatThrownBy(() -> slices.replace(COUNTS, rows(new Count("2026-04", 4)), note(3, "2026-02")))
                .hasMessageContaining("REPLACE_WHERE");
    }

    @Test
    void noticesWhenDeltaPassesOverACommitAsAlreadySeen() {
        Lake lake = lakeWith(new Count("2026-01", 1));
        Slices slices = new Slices(lake, ours);

        assertThatThrownBy(() -> slices.replace(COUNTS, rows(new Count("2026-01", 9)), note(1, "2026-01")))
                .hasMessageContaining("Delta passed over commit 1");
    }

    @Test
    void writesNothingWhenTheLakeIsNoLongerOurs() {
        Lake lake = lakeWith(new Count("2026-01", 1));
        Slices lost = new Slices(lake, () -> {
            throw new HubException(Outcome.BUSY, "lost");
        });

        assertThatThrownBy(() -> lost.append(COUNTS, rows(new Count("2026-02", 2)), note(2)))
                .hasMessage("lost");
        assertThat(lake.log(COUNTS).version()).isEqualTo(1);
    }

    @Test
    void leavesNoTransactionSettingBehindThatWouldSwallowLaterWrites() {
        Lake lake = lakeWith(new Count("2026-01", 1));
        Slices slices = new Slices(lake, ours);

        slices.append(COUNTS, rows(new Count("2026-02", 2)), note(2));
        rows(new Count("2026-03", 3))
                .write()
                .format("delta")
                .mode("append")
                .save(lake.path(COUNTS).toString());

        assertThat(lake.records(COUNTS)).hasSize(3);
    }

    @Test
    void aNoteTravelsWithItsCommit() {
        Lake lake = lakeWith(new Count("2026-01", 1));

        new Slices(lake, ours)
                .replace(
                        COUNTS,
                        rows(new Count("2026-01", 2)),
                        new CommitNote("run", 7, Map.of("silver.x", 5L), Set.of("2026-01")));

        assertThat(lake.log(COUNTS).lastNote())
                .contains(new CommitNote("run", 7, Map.of("silver.x", 5L), Set.of("2026-01")));
        assertThat(lake.log(COUNTS).notesSince(1).orElseThrow()).hasSize(1);
        assertThat(lake.log(COUNTS).notesSince(7).orElseThrow()).isEmpty();
    }

    @Test
    void compactionIsNoNewData() {
        Lake lake = lakeWith(new Count("2026-01", 1));
        new Slices(lake, ours).append(COUNTS, rows(new Count("2026-01", 2)), note(2));

        io.delta.tables.DeltaTable.forPath(spark(), lake.path(COUNTS).toString())
                .optimize()
                .executeCompaction();

        assertThat(lake.log(COUNTS).lastNote().orElseThrow().seq()).isEqualTo(2);
        assertThat(lake.log(COUNTS).notesSince(2).orElseThrow()).isEmpty();
    }

    @Test
    void nullIsASliceToo() {
        assertThat(Slices.predicate("day", Set.of("", "2026-01-18")))
                .isEqualTo("(day IS NULL OR day IN (DATE'2026-01-18'))");
        assertThat(Slices.predicate("day", Set.of())).isEqualTo("false");
    }

    @Test
    void daysThatFollowOnEachOtherAreOneComparison() {
        Set<String> threeYears = LocalDate.of(2023, 12, 20)
                .datesUntil(LocalDate.of(2026, 12, 20))
                .map(LocalDate::toString)
                .collect(Collectors.toSet());
        assertThat(Slices.predicate("day", threeYears))
                .isEqualTo("(day >= DATE'2023-12-20' AND day <= DATE'2026-12-19')");
        assertThat(Slices.predicate("day", Set.of("2026-02-28", "2026-03-01", "2026-03-03", "2026-03-05")))
                .isEqualTo("((day >= DATE'2026-02-28' AND day <= DATE'2026-03-01')"
                        + " OR day IN (DATE'2026-03-03', DATE'2026-03-05'))");
        assertThat(Slices.predicate("month", Set.of("unknown", "2026-02", "2026-01")))
                .isEqualTo("month IN ('2026-01', '2026-02', 'unknown')");
    }

    @Test
    void replacesDaysAndRefusesOneOutside() {
        record Daily(
                @Doc("Day") LocalDate day, @Doc("Count") long count) {}
        Table<Daily> table = Table.of("gold.daily", Daily.class, "One row per day.")
                .key("day")
                .slicedBy("day");
        Lake lake = lake();
        lake.create(List.of(table));
        Slices slices = new Slices(lake, ours);
        LocalDate first = LocalDate.of(2026, 2, 27);
        List<Row> three = Stream.of(0, 1, 3)
                .map(i -> table.codec().toRow(new Daily(first.plusDays(i), i)))
                .toList();
        Dataset<Row> days = spark().createDataFrame(three, table.schema());

        slices.replace(table, days, note(1, "2026-02-27", "2026-02-28", "2026-03-02"));
        assertThat(lake.records(table)).hasSize(3);
        slices.replace(table, days.where("count = 1"), note(2, "2026-02-27", "2026-02-28"));
        assertThat(lake.records(table)).extracting(Daily::count).containsExactlyInAnyOrder(1L, 3L);
        assertThatThrownBy(() -> slices.replace(table, days, note(3, "2026-02-27", "2026-02-28")))
                .hasMessageContaining("REPLACE_WHERE");
    }

    private Lake lakeWith(Count... counts) {
        Lake lake = lake();
        lake.create(List.of(COUNTS));
        new Slices(lake, ours).append(COUNTS, rows(counts), note(1));
        return lake;
    }

    private static CommitNote note(long seq, String... slices) {
        return new CommitNote("run", seq, Map.of(), Set.of(slices));
    }

    private static Dataset<Row> rows(Count... counts) {
        return spark().createDataFrame(
                        Arrays.stream(counts).map(COUNTS.codec()::toRow).toList(), COUNTS.schema());
    }
}
