package org.snapshothub.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapshothub.Repository;

class SettingsTest {

    @TempDir
    private Path folder;

    @Test
    void defaultsAreThoseOfTheContract() {
        Settings defaults = Settings.defaults(Path.of("/hub"));

        assertThat(defaults.lake()).isEqualTo("/hub/data/lake");
        assertThat(defaults.gate()).isEqualTo(new Settings.Gate(0.2, 200, 0.8));
        assertThat(defaults.pull().maxPageBytes()).isEqualTo(16 << 20);
        assertThat(defaults.homeRegion()).isEqualTo("KR-45");
    }

    @Test
    void bothConfigurationsOfTheRepositoryAreValid() {
        Path home = Repository.path("");

        assertThat(Settings.load(home.resolve("conf/hub.conf"), home)).isEqualTo(Settings.defaults(home));
        assertThat(Settings.load(home.resolve("conf/cluster.conf"), home).sources())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lakes = x                        | unknown key lakes",
                "gate { lost-page = 0.1 }         | unknown key gate.lost-page",
                "sources = [{name=a,path=b,url=c}] | unknown key sources.url",
                "home-region = Jeonbuk            | home-region is \"Jeonbuk\"",
                "gate { coverage = 80 }           | gate.coverage is 80",
                "pull { batch-bytes = many }      | pull.batch-bytes",
                "lake = {                         | hub.conf"
            })
    void aWrongSettingStopsTheProgramWithOneLineThatNamesIt(String text, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("hub.conf"), text);

        assertThatThrownBy(() -> Settings.load(file, folder))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.USAGE))
                .hasMessageContaining(words)
                .message()
                .hasLineCount(1);
    }
}
