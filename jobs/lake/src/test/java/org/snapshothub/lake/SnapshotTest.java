package org.snapshothub.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.LakeTest;

/** What is read without Spark is what Spark reads. */
class SnapshotTest extends LakeTest {

    record Cells(
            @Doc("Text") String name,
            @Doc(value = "Text or none", nullable = true) String word,
            @Doc("Whole") int whole,
            @Doc(value = "Whole or none", nullable = true) Integer wholeOrNone,
            @Doc("Long") long big,
            @Doc(value = "Long or none", nullable = true) Long bigOrNone,
            @Doc("Truth") boolean isSo,
            @Doc(value = "Real", nullable = true) Double real,
            @Doc(value = "Bytes", nullable = true) byte[] bytes,

            @Doc("In 32 bits") @Digits(precision = 4, scale = 1)
            BigDecimal small,

            @Doc(value = "In 64 bits", nullable = true) @Digits(precision = 12, scale = 8)
            BigDecimal middle,

            @Doc("In bytes") @Digits(precision = 30, scale = 4)
            BigDecimal large,

            @Doc(value = "Instant", nullable = true) Instant at,
            @Doc(value = "Another day", nullable = true) LocalDate other,

            @Doc(value = "Day; the partition", nullable = true)
            LocalDate day) {}

    private static final Table<Cells> TABLE = Table.of("silver.cells", Cells.class, "One row per name.")
            .key("name")
            .slicedBy("day");

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 27);

    private final Slices.Ownership ours = () -> {};
    private long seq;

    @Test
    void everyCellIsWhatSparkReads() {
        Lake lake = lakeWith(full("a", FIRST), empty("b", FIRST), full("c", null), empty("d", null));

        assertIsWhatSparkReads(lake);
        assertThat(lake.records(TABLE)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT96", "TIMESTAMP_MICROS", "TIMESTAMP_MILLIS"})
    void anInstantMayBeWrittenInEachWay(String type) {
        withConf("spark.sql.parquet.outputTimestampType", type, () -> {
            Lake lake = lakeWith(full("a", FIRST));
            assertThat(lake.records(TABLE))
                    .extracting(Cells::at)
                    .containsExactly(full("a", FIRST).at());
        });
    }

    @Test
    void onlyTheColumnsAskedForAndTheSlicesWanted() {
        record View(LocalDate day, String name) {}
        Lake lake = lakeWith(full("a", FIRST), full("b", FIRST.plusDays(1)), full("c", null));

        assertThat(lake.snapshot(TABLE).rows(View.class, slice -> slice == null || slice.equals("2026-02-28")))
                .containsExactlyInAnyOrder(new View(FIRST.plusDays(1), "b"), new View(null, "c"));
    }

    @Test
    void aColumnThatAnOlderFileLacksIsNullThere() {
        record View(String name, String added) {}
        Lake lake = lakeWith(full("a", FIRST));
        lake.read(TABLE)
                .selectExpr("'b' as name", "'new' as added", "whole", "big", "is_so", "small", "large", "day")
                .write()
                .format("delta")
                .option("mergeSchema", "true")
                .mode("append")
                .save(lake.path(TABLE).toString());

        assertThat(lake.snapshot(TABLE).rows(View.class))
                .containsExactlyInAnyOrder(new View("a", null), new View("b", "new"));
    }

    @ParameterizedTest
    @CsvSource({"1000000, 1", "2, 2"})
    void commitsAreReadOnTopOfTheNewestCheckpoint(String actionsAPart, int parts) throws IOException {
        withConf("spark.databricks.delta.checkpoint.partSize", actionsAPart, () -> {
            Lake lake = lakeWith(full("0", FIRST), full("none", null));
            replace(lake, full("1", FIRST.plusDays(1)));
            replace(lake, full("2", FIRST));
            var log = DeltaLog.forTableWithSnapshot(spark(), lake.path(TABLE));
            log._1().checkpoint(log._2(), scala.Option.empty());
            assertThat(log(lake).toFile().list((folder, name) -> name.matches("[^.].*\\.checkpoint\\..*parquet")))
                    .hasSize(parts);
            deleteCommitsBefore(lake, 3);
            replace(lake, full("3", FIRST.plusDays(1)));

            assertThat(lake.snapshot(TABLE).commitsSinceCheckpoint()).isEqualTo(1);
            assertIsWhatSparkReads(lake);
            assertThat(lake.records(TABLE)).extracting(Cells::name).containsExactlyInAnyOrder("none", "2", "3");
        });
    }

    @Test
    void whatCompactionReplacedIsNotReadTwice() {
        Lake lake = lakeWith(full("a", FIRST));
        new Slices(lake, ours).append(TABLE, frame(full("b", FIRST)), note());
        DeltaTable.forPath(spark(), lake.path(TABLE).toString()).optimize().executeCompaction();

        assertThat(lake.snapshot(TABLE).dataFiles()).hasSize(1);
        assertIsWhatSparkReads(lake);
    }

    @Test
    void aLogWithAGapIsNotRead() throws IOException {
        Lake lake = lakeWith(full("a", FIRST));
        new Slices(lake, ours).append(TABLE, frame(full("b", FIRST)), note());
        Files.delete(log(lake).resolve("00000000000000000001.json"));

        assertThatThrownBy(() -> lake.snapshot(TABLE))
                .hasMessageContaining("silver/cells")
                .hasMessageContaining("commit 1 is missing");
    }

    @Test
    void aTableWithDeletionVectorsIsRefused() {
        Lake lake = lakeWith(full("a", FIRST));
        spark().sql("ALTER TABLE delta.`" + lake.path(TABLE)
                + "` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')");

        assertThatThrownBy(() -> lake.snapshot(TABLE))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("reader version 3");
    }

    private void replace(Lake lake, Cells cells) {
        new Slices(lake, ours).replace(TABLE, frame(cells), note(cells.day().toString()));
    }

    private static void assertIsWhatSparkReads(Lake lake) {
        assertThat(lake.records(TABLE))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyInAnyOrderElementsOf(Lake.records(TABLE, lake.read(TABLE)));
    }

    private static Cells full(String name, LocalDate day) {
        return new Cells(
                name,
                "말",
                -7,
                8,
                1L << 40,
                -9L,
                true,
                0.1,
                "바이트".getBytes(StandardCharsets.UTF_8),
                new BigDecimal("-12.3"),
                new BigDecimal("-1234.00000001"),
                new BigDecimal("-12345678901234567890.1234"),
                Instant.parse("2026-02-27T23:59:59.123Z"),
                LocalDate.of(1969, 12, 31),
                day);
    }

    private static Cells empty(String name, LocalDate day) {
        return new Cells(
                name,
                null,
                0,
                null,
                0,
                null,
                false,
                null,
                null,
                BigDecimal.ZERO.setScale(1),
                null,
                BigDecimal.ONE.setScale(4),
                null,
                null,
                day);
    }

    private Lake lakeWith(Cells... cells) {
        Lake lake = lake();
        lake.create(List.of(TABLE));
        new Slices(lake, ours).append(TABLE, frame(cells), note());
        return lake;
    }

    private org.apache.spark.sql.Dataset<Row> frame(Cells... cells) {
        return spark().createDataFrame(
                        List.of(cells).stream().map(TABLE.codec()::toRow).toList(), TABLE.schema());
    }

    private CommitNote note(String... slices) {
        return new CommitNote("run", ++seq, Map.of(), Set.of(slices));
    }

    private static void withConf(String name, String value, Runnable work) {
        spark().conf().set(name, value);
        try {
            work.run();
        } finally {
            spark().conf().unset(name);
        }
    }

    private static Path log(Lake lake) {
        return Path.of(lake.path(TABLE).toUri()).resolve("_delta_log");
    }

    private static void deleteCommitsBefore(Lake lake, int version) {
        Set<Path> old = IntStream.range(0, version)
                .mapToObj(v -> log(lake).resolve(String.format("%020d.json", v)))
                .collect(Collectors.toSet());
        old.forEach(file -> assertThat(file.toFile().delete()).isTrue());
    }
}
