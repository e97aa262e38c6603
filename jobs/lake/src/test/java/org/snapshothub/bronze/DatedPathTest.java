package org.snapshothub.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapshothub.lake.Window;

class DatedPathTest {

    @Test
    void aPathWithoutPlaceholdersNamesNoDay() {
        assertThat(DatedPath.of("pages/{a,b}/*.html")).isEmpty();
    }

    @Test
    void aClosedWindowListsItsDaysAndOneMoreOnEachSide() {
        assertThat(path("p/{yyyy}/{MM}/{dd}/*.gz").globs(window("2026-02-28", "2026-03-02")))
                .containsExactly("p/2026/02/27/*.gz", "p/2026/02/28/*.gz", "p/2026/03/01/*.gz", "p/2026/03/02/*.gz");
    }

    @Test
    void aPatternOfMonthsListsEachMonthOnce() {
        assertThat(path("p/{yyyy}-{MM}").globs(window("2026-01-10", "2026-02-10")))
                .containsExactly("p/2026-01", "p/2026-02");
    }

    @Test
    void anOpenWindowIsOneGlob() {
        assertThat(path("p/{yyyy}{MM}{dd}*").globs(new Window(Optional.of(LocalDate.EPOCH), Optional.empty())))
                .containsExactly("p/[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*");
    }

    @ParameterizedTest
    @CsvSource({
        "p/{yyyy}/{MM}/{dd}/*.gz,   file:/a/p/2026/03/01/x.gz,        2026-03-01",
        "p/{yyyy}{MM}{dd}-*.html,   hdfs://h/p/20260301-1.html,       2026-03-01",
        "p/{yyyy}{MM}{dd},          file:/p/202603011/x.html,         ",
        "p/{yyyy}/{MM}/{dd},        file:/p/2026/02/31/x.html,        ",
        "p/{yyyy}/{MM},             file:/p/2026/02/x.html,           ",
        "p/{yyyy}/*/{MM}-{dd},      file:/p/2026/seoul/02-03/x.html,  2026-02-03",
        "p/{yyyy}/{yyyy}-{MM}-{dd}, file:/p/2026/2026-02-03/x.html,   2026-02-03"
    })
    void aFileBelongsToTheDayOfItsPath(String pattern, String file, LocalDate day) {
        assertThat(path(pattern).dayOf(file)).isEqualTo(day);
    }

    private static DatedPath path(String pattern) {
        return DatedPath.of(pattern).orElseThrow();
    }

    private static Window window(String from, String to) {
        return new Window(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)));
    }
}
