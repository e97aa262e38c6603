package org.snapshothub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.snapshothub.lake.Progress;

class ConsoleTest {

    @Test
    void noControlCharacterOfAPageReachesATerminal() {
        assertThat(Console.plain("a\u001B[31mb\nc\u202Ed\u0007")).isEqualTo("a\\u001B[31mb\\u000Ac\\u202Ed\\u0007");
    }

    @Test
    void progressInBytesTellsWhatIsLeft() {
        Progress.Stage stage = Progress.Stage.of("reading", 366_000_000, "bytes", () -> 120_500_000)
                .beside("pages", () -> 1_204);

        assertThat(Console.line(stage, 5))
                .isEqualTo("reading: 120.5 of 366.0 MB, 1,204 pages, 24.1 MB/s, about 10 s left");
    }

    @Test
    void progressNeverPassesItsEnd() {
        assertThat(Console.line(Progress.Stage.of("extracting", 10, "pages", () -> 11), 2))
                .isEqualTo("extracting: 10 of 10 pages, 5.0 pages/s");
    }

    @Test
    void whatIsReadButNotYetWrittenIsSaidSo() {
        Progress.Stage done = Progress.Stage.of("extracting", 10, "pages", () -> 10);

        assertThat(Console.soFar(done, 2)).isEqualTo("extracting: 10 of 10 pages, being written");
        assertThat(Console.soFar(Progress.Stage.of("extracting", 10, "pages", () -> 5), 1))
                .isEqualTo("extracting: 5 of 10 pages, 5.0 pages/s, about 1 s left");
    }

    @Test
    void hangulCountsDoubleInATable() {
        assertThat(Console.table(List.of("이름", "n"), List.of(List.of("전주", "1"), List.of("a", "10"))))
                .isEqualTo("이름  n\n전주   1\na     10\n");
    }
}
