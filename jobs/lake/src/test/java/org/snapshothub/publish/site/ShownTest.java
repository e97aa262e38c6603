package org.snapshothub.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    @ParameterizedTest
    @CsvSource({
        "10.51000000, 10.5",
        "8.66979167, 8.7",
        "0.05, 0.1",
        "-0.05, −0.1",
        "-0.04999999, 0.0",
        "-1.0, −1.0",
        "0.04999999, 0.0",
        "0.45, 0.5",
        "12, 12.0"
    })
    void roundsOnceHalfUpToOnePlace(BigDecimal exact, String shown) {
        assertThat(Shown.number(exact)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1.25, +1.3", "-0.25, −0.3", "0, ±0.0", "0.04, ±0.0", "-0.04, ±0.0"})
    void showsAChangeWithItsSign(BigDecimal exact, String shown) {
        assertThat(Shown.change(exact)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.98969072, 99.0%", "1.00000000, 100.0%", "0, 0.0%"})
    void showsAShareAsPercent(BigDecimal share, String shown) {
        assertThat(Shown.percent(share)).isEqualTo(shown);
    }

    @Test
    void groupsThousands() {
        assertThat(Shown.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Shown.count(999)).isEqualTo("999");
        assertThat(Shown.count(-1000)).isEqualTo("−1,000");
    }

    @Test
    void showsADashWhereThereIsNoNumber() {
        assertThat(Shown.number(null)).isEqualTo("–");
    }
}
