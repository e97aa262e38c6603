package org.snapshothub.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;

class GivenRowsTest {

    private static final LocalDate DAY = SeedDay.DAY;
    private static final LocalDate EVE = LocalDate.of(2025, 12, 31);
    private static final Touched THE_LAST = Touched.of(Set.of(DAY.plusDays(1)), true);

    @TempDir
    Path site;

    private Path edition;
    private HeldWeather lake;

    @BeforeEach
    void publish() {
        SiteContent content = SeedDay.content(List.of(EVE, DAY, DAY.plusDays(1)), SeedDay.cases());
        lake = (HeldWeather) content.weather();
        edition = new SiteWriter().write(content, SeedDay.STAMP, site).path();
    }

    @Test
    void areTheRowsOfTheLakeOnEveryUntouchedDay() {
        GivenRows given = GivenRows.of(site, "0.1.0", THE_LAST);

        assertThat(given.days()).containsExactly(EVE, DAY);
        assertThat(given.rows(RegionDay.TABLE, 2026, RegionDay::observedOn).orElseThrow())
                .hasSize(19)
                .containsExactlyInAnyOrderElementsOf(lake.regionDays().stream()
                        .filter(row -> row.observedOn().equals(DAY))
                        .toList());
        assertThat(given.rows(StationDay.TABLE, 2025, StationDay::observedOn).orElseThrow())
                .containsExactlyInAnyOrderElementsOf(lake.stationDays().stream()
                        .filter(row -> row.observedOn().equals(EVE))
                        .toList());
        assertThat(given.rows(SigunguDay.TABLE, 2026, SigunguDay::observedOn).orElseThrow())
                .containsExactlyInAnyOrderElementsOf(lake.sigunguDays().stream()
                        .filter(row -> row.observedOn().equals(DAY))
                        .toList());
        assertThat(given.rows(SkyShare.TABLE, 2026, SkyShare::observedOn).orElseThrow())
                .containsExactlyInAnyOrderElementsOf(lake.sky().stream()
                        .filter(row -> row.observedOn().equals(DAY))
                        .toList());
    }

    @Test
    void areNoneOfAYearThatTheEditionLacksOrWhoseFileIsNotWhatItWas() throws IOException {
        Path file = edition.resolve("data/open/sky_by_region-2026.json");
        Files.writeString(file, Files.readString(file).replace("\"share\":0.6", "\"share\":0.7"));
        GivenRows given = GivenRows.of(site, "0.1.0", THE_LAST);

        assertThat(given.rows(SkyShare.TABLE, 2026, SkyShare::observedOn)).isEmpty();
        assertThat(given.rows(SkyShare.TABLE, 2024, SkyShare::observedOn)).isEmpty();
        assertThat(given.rows(SkyShare.TABLE, 2025, SkyShare::observedOn)).isPresent();
    }

    @Test
    void areNoneWhereNothingIsKnownOrAnotherProgramPublished() {
        assertThat(GivenRows.of(site, "0.1.0", Touched.ALL).days()).isEmpty();
        assertThat(GivenRows.of(site, "0.2.0", THE_LAST).days()).isEmpty();
        assertThat(GivenRows.of(site.resolve("nowhere"), "0.1.0", THE_LAST).days())
                .isEmpty();
    }
}
