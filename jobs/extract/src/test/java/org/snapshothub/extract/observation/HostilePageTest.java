package org.snapshothub.extract.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.record.Extraction;

/** A line of a megabyte made of anything that may fool the reader takes a second or so, whatever it says. */
class HostilePageTest {

    private static final int SIZE = 1_000_000;

    /** Quadratic work on a megabyte takes a quarter of an hour: this bound tells it from a slow machine. */
    private static final Duration HANGS = Duration.ofMinutes(3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "℃",
                "-℃",
                "9℃",
                "9",
                "-",
                "- ",
                " ",
                "흐림",
                "흐림 ",
                "흐림속초",
                "속초4.2℃",
                "흐림속초4.2℃",
                "흐림 4.2℃ ",
                "1.2.3℃",
                "2026.01.18 ",
                "15시 ",
                "오전 ",
                "(일) ",
                "구름조금 비/눈 ",
                "°",
                "&deg;",
                "<i>",
                "<td>4.2℃",
                "<li><b>속초</b>4.2℃",
                "<img alt=흐림>4.2℃",
                "<table><tr><th>지점<th>기온<tr><td>속초<td>1.0",
                "가나다라마바사 ",
                "4.2 ",
                "흐림속초4.2 ",
                "속초4.2도 ",
                "체감1.0℃",
                "속초-1/7℃",
                "((체감",
                "기온기온",
                "내일 날씨<li>흐림속초1℃",
                "홍성(예",
                "~1℃",
                "a &#"
            })
    void isReadInLinearTime(String piece) {
        String line = piece.repeat(SIZE / piece.length());
        // What has no markup reads the same in both forms.
        boolean hasMarkup = piece.contains("<") || piece.contains("&");
        for (String form : hasMarkup ? List.of("text/plain", "text/html") : List.of("text/plain")) {
            Page page = new Page(null, Instant.parse("2026-01-18T06:00:00Z"), form, line);
            Extraction<Widget> extraction = assertTimeoutPreemptively(
                    HANGS, () -> WidgetExtractor.bundled().extract(page));
            assertThat(extraction.found().map(Widget::entries).map(List::size).orElse(0))
                    .isLessThanOrEqualTo(1);
        }
    }
}
