package org.snapshothub.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.snapshothub.LakeTest;

class SessionTest {

    private final SparkSession spark = LakeTest.spark();

    @Test
    void plansAreCompiledForTheWorkThatAsksForItAndNotAfterwards() {
        assertThat(wholeStage()).isEqualTo("false");
        assertThat(Session.compiled(spark, this::wholeStage)).isEqualTo("true");
        assertThat(wholeStage()).isEqualTo("false");
    }

    @Test
    void workThatFailsLeavesTheSessionAsItWas() {
        assertThatThrownBy(() -> Session.compiled(spark, () -> {
                    throw new IllegalStateException("no such table");
                }))
                .hasMessage("no such table");
        assertThat(wholeStage()).isEqualTo("false");
    }

    private String wholeStage() {
        return spark.conf().get("spark.sql.codegen.wholeStage");
    }
}
