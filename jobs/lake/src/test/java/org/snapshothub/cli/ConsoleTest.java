package org.snapshothub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    @Test
    void noControlCharacterOfAPageReachesATerminal() {
        assertThat(Console.plain("a\u001B[31mb\nc\u202Ed\u0007")).isEqualTo("a\\u001B[31mb\\u000Ac\\u202Ed\\u0007");
    }

    @Test
    void hangulCountsDoubleInATable() {
        assertThat(Console.table(List.of("이름", "n"), List.of(List.of("전주", "1"), List.of("a", "10"))))
                .isEqualTo("이름  n\n전주   1\na     10\n");
    }
}
