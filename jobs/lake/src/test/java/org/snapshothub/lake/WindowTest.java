package org.snapshothub.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate NEXT_MONTH = LocalDate.of(2026, 2, 1);
    private static final Window JANUARY = new Window(Optional.of(FIRST), Optional.of(NEXT_MONTH));

    @Test
    void daysAreHalfOpen() {
        assertThat(JANUARY.holds(FIRST)).isTrue();
        assertThat(JANUARY.holds(NEXT_MONTH.minusDays(1))).isTrue();
        assertThat(JANUARY.holds(NEXT_MONTH)).isFalse();
    }

    @Test
    void aMonthIsInWhenItHasADayInTheWindow() {
        assertThat(JANUARY.overlaps("2026-01")).isTrue();
        assertThat(JANUARY.overlaps("2026-02")).isFalse();
        assertThat(new Window(Optional.of(LocalDate.of(2026, 1, 31)), Optional.empty()).overlaps("2026-01"))
                .isTrue();
    }

    @Test
    void unknownMonthsAreInOnlyWithoutAWindow() {
        assertThat(JANUARY.overlaps("unknown")).isFalse();
        assertThat(Window.ALL.overlaps("unknown")).isTrue();
    }

    @Test
    void fromMustBeBeforeTo() {
        assertThatThrownBy(() -> new Window(Optional.of(NEXT_MONTH), Optional.of(FIRST)))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.USAGE))
                .hasMessageContaining("--from 2026-02-01 must be before --to 2026-01-01");
        assertThatThrownBy(() -> new Window(Optional.of(FIRST), Optional.of(FIRST)))
                .hasMessageContaining("half-open");
    }
}
