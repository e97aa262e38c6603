package org.snapshothub.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
    void aLiveSourceIsAnAddressOrAListOfThem() throws IOException {
        Path file = Files.writeString(folder.resolve("hub.conf"), """
                sources = [
                  { name = 전북일보, sitemap = "https://news.kr/sitemap.xml", licence = "see the site" }
                  { name = lists, urls = ["https://a.kr/", "lists/urls.txt"], schedule = hourly }
                ]
                """);

        Settings settings = Settings.load(file, Path.of("/hub"));

        assertThat(settings.sources()).isEmpty();
        assertThat(settings.liveSources())
                .containsExactly(
                        new LiveSource(
                                "전북일보",
                                LiveSource.Kind.SITEMAP,
                                List.of("https://news.kr/sitemap.xml"),
                                "see the site",
                                ""),
                        new LiveSource(
                                "lists",
                                LiveSource.Kind.URLS,
                                List.of("https://a.kr/", "/hub/lists/urls.txt"),
                                "",
                                "hourly"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SnapshotHub/0.1", "허브/1 (data@example.kr)", "(data@example.kr)", "Hub\r\nX: @"})
    void aUserAgentWithoutNameOrContactStopsTheProgram(String userAgent) throws IOException {
        Path file = Files.writeString(
                folder.resolve("hub.conf"),
                "http.user-agent = \"" + userAgent.replace("\r", "\\r").replace("\n", "\\n") + "\"");
        HttpSettings http = Settings.load(file, folder).http();

        assertThatThrownBy(http::requireContact)
                .isInstanceOf(HubException.class)
                .hasMessageContaining("http.user-agent");
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
                "sources = [{name=a,path=b,feed=c}] | source a needs one of path, urls, sitemap and feed",
                "sources = [{name=a/b,urls=c}]     | a live source is called \"a/b\"",
                "sources = [{name=a,urls=[]}]      | the live source a has no address under urls",
                "sources = [{name=a,urls=b},{name=a,feed=c}] | two live sources are called a",
                "http { retry = 1 }               | unknown key http.retry",
                "http { connections = 0 }         | http.connections is 0",
                "http { page-time = soon }        | http.page-time",
                "http { page-time = -5 s }        | http.page-time is -5 s, expected 1 ms to 1 day",
                "http { connect-timeout = 0 }     | http.connect-timeout is 0",
                "http { sitemap-bytes = 4 GiB }   | http.sitemap-bytes is 4294967296 bytes, expected 1 to 1073741824",
                "pull { max-page-bytes = 8 GiB }  | pull.max-page-bytes is 8589934592",
                "pull { batch-bytes = 0 }         | pull.batch-bytes is 0",
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
