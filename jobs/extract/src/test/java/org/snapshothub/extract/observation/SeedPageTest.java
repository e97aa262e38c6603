package org.snapshothub.extract.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.record.Extraction;

/** The known answers of the contract for the seed page. */
class SeedPageTest {

    @Test
    void givesNinetySixEntriesFourOfThemByOrderAndNoReject() throws Exception {
        Extraction<Widget> extraction = WidgetExtractor.bundled().extract(new Page(null, null, null, seed()));
        assertThat(extraction.rejected()).isEmpty();
        Widget widget = extraction.found().orElseThrow();
        assertThat(widget.observedOn()).isEqualTo(LocalDate.of(2026, 1, 18));
        assertThat(widget.observedHour()).isNull();
        assertThat(widget.entries()).hasSize(96);
        List<String> byOrder = widget.entries().stream()
                .filter(entry -> entry.identifiedBy() == IdentifiedBy.ORDER)
                .map(entry -> entry.stationId() + " " + entry.temperatureC())
                .toList();
        assertThat(byOrder).containsExactly("93 0.7", "181 4.4", "239 5.2", "296 13.9");
        assertThat(widget.entries().stream().map(WidgetEntry::stationId))
                .contains(177)
                .doesNotContain(294);
        assertThat(widget.entries().get(0).printed()).isEqualTo("흐림속초4.2℃");
    }

    static String seed() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        for (Path dir = root; dir != null; dir = dir.getParent()) {
            for (Path page : List.of(
                    dir.resolve("data/sample/2026-01-18.txt"), dir.resolve("../shared/samples/2026-01-18.txt"))) {
                if (Files.exists(page)) {
                    return Files.readString(page);
                }
            }
        }
        System.err.println("SKIPPED: the seed page is neither in data/sample nor in ../shared/samples");
        Assumptions.assumeTrue(false, "no seed page");
        return "";
    }
}
