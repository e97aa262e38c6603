package org.snapshothub.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.snapshothub.LakeTest;

class RecordCodecTest extends LakeTest {

    record Inner(
            @Doc("A name") String name,
            @Doc(value = "A count", nullable = true) Integer count) {}

    record Everything(
            @Doc("Text") String someText,
            @Doc(value = "Number", nullable = true) Integer boxed,
            @Doc("Long number") long big,
            @Doc("Yes or no") boolean flag,

            @Doc(value = "Measure", unit = "℃") @Digits(precision = 4, scale = 1)
            BigDecimal degrees,

            @Doc("Bytes") byte[] bytes,
            @Doc("Day") LocalDate day,
            @Doc("Moment") Instant moment,
            @Doc(value = "Nested", nullable = true) Inner inner,
            @Doc("List of nested") List<Inner> inners,
            @Doc("List of numbers") List<Long> numbers) {}

    record Undocumented(String name) {}

    record Unfit(@Doc("No column can hold it") Thread thread) {}

    record Imprecise(@Doc("Without digits") BigDecimal number) {}

    private static final Everything VALUE = new Everything(
            "전주",
            null,
            7,
            true,
            new BigDecimal("-1.0"),
            new byte[] {1, 2},
            LocalDate.of(2026, 1, 18),
            Instant.parse("2026-01-17T15:00:00Z"),
            new Inner("안", 3),
            List.of(new Inner("밖", null)),
            List.of(1L, 2L));

    @Test
    void aRecordSurvivesTheWayThroughSparkAndBack() {
        RecordCodec<Everything> codec = RecordCodec.of(Everything.class);

        Row row = spark().createDataFrame(List.of(codec.toRow(VALUE)), codec.schema())
                .head();

        assertThat(codec.fromRow(row)).usingRecursiveComparison().isEqualTo(VALUE);
    }

    @Test
    void columnsAreTheComponentsInSnakeCaseWithTheirCommentAndUnit() {
        var schema = RecordCodec.of(Everything.class).schema();

        assertThat(schema.fieldNames()).startsWith("some_text", "boxed", "big");
        assertThat(schema.apply("degrees").dataType().sql()).isEqualTo("DECIMAL(4,1)");
        assertThat(schema.apply("degrees").getComment().get()).isEqualTo("Measure [℃]");
        assertThat(schema.apply("some_text").nullable()).isFalse();
        assertThat(schema.apply("boxed").nullable()).isTrue();
    }

    @Test
    void aComponentWithoutDocIsRefusedByName() {
        assertThatThrownBy(() -> RecordCodec.of(Undocumented.class)).hasMessage("Undocumented.name needs @Doc");
    }

    @Test
    void aTypeNoColumnCanHoldIsRefused() {
        assertThatThrownBy(() -> RecordCodec.of(Unfit.class)).hasMessageContaining("java.lang.Thread");
    }

    @Test
    void aDecimalWithoutDigitsIsRefused() {
        assertThatThrownBy(() -> RecordCodec.of(Imprecise.class)).hasMessageContaining("needs @Digits");
    }
}
