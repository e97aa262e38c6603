package org.snapshothub.lake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkLineTest {

    private static final String DELTA =
            "jar:file:/hub/delta/delta-spark_4.0_2.13-4.4.0.jar!/io/delta/tables/DeltaTable.class";

    @Test
    void theOneOfTheseTestsFits() {
        assertThatCode(SparkLine.running()::requireFit).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.1.4", "4.2.0", "3.5.9", "4.1.0-preview2"})
    void anotherLineOfSparkIsNamedWithTheOneThatFits(String spark) {
        assertThatThrownBy(() -> new SparkLine(spark, Optional.of(DELTA)).requireFit())
                .isInstanceOf(HubException.class)
                .hasMessageContainingAll("Spark " + spark, "take Spark 4.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.0.2", "4.0.9", "4.0.3-amzn-1"})
    void anyPatchOfTheSameLineFits(String spark) {
        assertThatCode(() -> new SparkLine(spark, Optional.of(DELTA)).requireFit())
                .doesNotThrowAnyException();
    }

    @Test
    void withoutDeltaTheOptionThatBringsItIsNamed() {
        assertThatThrownBy(() -> new SparkLine("4.0.2", Optional.empty()).requireFit())
                .isInstanceOf(HubException.class)
                .hasMessageContaining("--jars");
    }
}
