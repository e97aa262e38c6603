package org.snapshothub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapshothub.bronze.live.Site.html;
import static org.snapshothub.bronze.live.Site.redirect;
import static org.snapshothub.bronze.live.Site.status;
import static org.snapshothub.bronze.live.Site.tagged;
import static org.snapshothub.bronze.live.Site.text;
import static org.snapshothub.bronze.live.Site.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snapshothub.audit.Reject;
import org.snapshothub.bronze.CapturedPage;
import org.snapshothub.bronze.HttpValidator;
import org.snapshothub.bronze.live.Site;
import org.snapshothub.lake.Table;

/** Live pages from a site on the loopback into a real lake, run after run. */
class LivePagesIT extends LakeTest {

    @BeforeAll
    static void onAMachineWithTime() {
        Needs.full("minutes for pages fetched again and again");
    }

    private static final String ARTICLE =
            "<html><head><title>기사</title></head><body><p>전북도는 공공데이터를 활용한다고 밝혔다.</p></body></html>";

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    private String url(String target) {
        return site.url("127.0.0.1", target);
    }

    /** Four sources: a list, a sitemap of two hosts' names, a feed, and a folder. */
    private Path configuration() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        Files.writeString(pages.resolve("saved.html"), ARTICLE.replace("기사", "저장"));
        Files.writeString(
                folder.resolve("urls.txt"),
                "# regional papers\n" + url("/tagged") + "\n" + url("/plain") + "\n" + url("/gone") + "\n" + url("/in")
                        + "\n" + url("/closed/x") + "\n");
        return Files.writeString(folder.resolve("hub.conf"), """
                sources = [
                  { name = list, urls = "%s", licence = "test", schedule = "hourly" }
                  { name = map, sitemap = "%s" }
                  { name = feed, feed = ["%s"] }
                  { name = folder, path = "%s" }
                ]
                http {
                  user-agent = "TestHub/1.0 (data@example.kr)"
                  crawl-delay = 1 ms
                  backoff = 5 ms
                  allowed-private-hosts = ["127.0.0.1"]
                }
                """.formatted(
                        folder.resolve("urls.txt"), url("/sitemap.xml"), url("/rss"), pages));
    }

    private void open() {
        site.on("/robots.txt", text("User-agent: *\nDisallow: /closed/\n"));
        site.on("/tagged", tagged("\"1\"", ARTICLE));
        site.on("/plain", status(503), html(ARTICLE.replace("기사", "평문")));
        site.on("/in", redirect(site.url("localhost", "/secret")));
        site.on("/secret", html("<p>secret"));
        site.on(
                "/sitemap.xml",
                xml("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>" + url("/mapped")
                        + "</loc></url></urlset>"));
        site.on("/mapped", html(ARTICLE.replace("기사", "사이트맵"), "Last-Modified: Sun, 18 Jan 2026 00:00:00 GMT"));
        site.on(
                "/rss",
                xml("<rss version=\"2.0\"><channel><item><link>" + url("/fed") + "</link></item></channel></rss>"));
        site.on("/fed", html(ARTICLE.replace("기사", "피드")));
    }

    private HubRun pull(Path configuration, String... more) {
        return HubRun.of(Stream.concat(
                        Stream.of(
                                "job",
                                "bronze",
                                "--lake",
                                folder.resolve("lake").toString(),
                                "--conf",
                                configuration.toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }

    private <R extends Record> List<R> rows(Table<R> table) {
        return lake().records(table);
    }

    private List<Path> archives() {
        try (Stream<Path> files = Files.walk(folder.resolve("lake/_hub/live"))) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().endsWith(".crc"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSecondRunFindsEverythingUnchanged() throws IOException {
        open();
        Path configuration = configuration();

        HubRun first = pull(configuration);

        assertThat(first.exitCode()).as(first.errors()).isZero();
        assertThat(first.output())
                .contains("fetch-pages: source feed: 1 taken, 0 unchanged, 0 failed")
                .contains("fetch-pages: source list: 2 taken, 0 unchanged, 3 failed")
                .contains("fetch-pages: source map: 1 taken, 0 unchanged, 0 failed")
                .contains("pull-pages: source folder: 1 taken, 0 unchanged, 0 failed");
        assertThat(rows(CapturedPage.TABLE))
                .extracting(CapturedPage::source, CapturedPage::url)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("list", url("/tagged")),
                        org.assertj.core.groups.Tuple.tuple("list", url("/plain")),
                        org.assertj.core.groups.Tuple.tuple("map", url("/mapped")),
                        org.assertj.core.groups.Tuple.tuple("feed", url("/fed")))
                .hasSize(5);
        assertThat(rows(CapturedPage.TABLE))
                .filteredOn(p -> p.source().equals("list"))
                .allSatisfy(p -> assertThat(p)
                        .returns(200, CapturedPage::fetchStatus)
                        .returns("text/html; charset=utf-8", CapturedPage::contentType)
                        .returns(null, CapturedPage::contentTruncated));
        assertThat(rows(Reject.TABLE))
                .extracting(Reject::url, Reject::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(url("/gone"), "http-status"),
                        org.assertj.core.groups.Tuple.tuple(url("/in"), "address-refused"),
                        org.assertj.core.groups.Tuple.tuple(url("/closed/x"), "robots-disallowed"));
        assertThat(site.targets()).doesNotContain("/secret", "/closed/x");

        HubRun second = pull(configuration);

        assertThat(second.exitCode()).as(second.errors()).isZero();
        assertThat(second.output())
                .contains("fetch-pages: source list: 0 taken, 2 unchanged, 3 failed")
                .contains("fetch-pages: source map: 0 taken, 1 unchanged, 0 failed")
                .contains("pull-pages: source folder: 0 taken, 1 unchanged, 0 failed")
                .contains("nothing new");
        assertThat(rows(CapturedPage.TABLE)).hasSize(5);
        assertThat(rows(Reject.TABLE)).hasSize(3);
        assertThat(rows(HttpValidator.TABLE))
                .extracting(HttpValidator::url, HttpValidator::outcome, HttpValidator::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(url("/tagged"), "unchanged", null),
                        org.assertj.core.groups.Tuple.tuple(url("/plain"), "unchanged", null),
                        org.assertj.core.groups.Tuple.tuple(url("/mapped"), "unchanged", null),
                        org.assertj.core.groups.Tuple.tuple(url("/fed"), "unchanged", null),
                        org.assertj.core.groups.Tuple.tuple(url("/gone"), "failed", "http-status"),
                        org.assertj.core.groups.Tuple.tuple(url("/in"), "failed", "address-refused"),
                        org.assertj.core.groups.Tuple.tuple(url("/closed/x"), "failed", "robots-disallowed"));
        assertThat(lake().log(HttpValidator.TABLE).version()).isEqualTo(2);
        assertThat(site.asked())
                .filteredOn(r -> r.target().equals("/tagged"))
                .last()
                .satisfies(r -> assertThat(r.fields()).containsEntry("if-none-match", "\"1\""));
        assertThat(site.asked())
                .filteredOn(r -> r.target().equals("/mapped"))
                .last()
                .satisfies(r ->
                        assertThat(r.fields()).containsEntry("if-modified-since", "Sun, 18 Jan 2026 00:00:00 GMT"));

        site.on("/plain", html(ARTICLE.replace("기사", "고친 글")));
        HubRun third = pull(configuration);

        assertThat(third.output()).contains("fetch-pages: source list: 1 taken, 1 unchanged, 3 failed");
        assertThat(rows(CapturedPage.TABLE))
                .filteredOn(p -> url("/plain").equals(p.url()))
                .hasSize(2);
    }

    @Test
    void aKillBetweenCommitAndNameIsFinishedAndOneBeforeTheCommitIsFetchedAgain() throws IOException {
        open();
        Path configuration = configuration();
        HubRun fetched = HubRun.of(
                "job", "fetch-pages", "--lake", folder.resolve("lake").toString(), "--conf", configuration.toString());
        assertThat(fetched.exitCode()).as(fetched.errors()).isZero();
        // As a kill right after the commit leaves them: whole, and not yet named.
        for (Path archive : archives()) {
            String name = archive.getFileName().toString();
            Files.move(archive, archive.resolveSibling("_" + name.replace(".warc.gz", ".part")));
        }
        // As a kill before the commit of another run leaves it.
        Path stray = Files.writeString(folder.resolve("lake/_hub/live/list/_20200101T000000-dead-0.part"), "half");

        HubRun next = pull(configuration);

        assertThat(next.exitCode()).as(next.errors()).isZero();
        assertThat(stray).doesNotExist();
        assertThat(next.output()).contains("fetch-pages: source list: 0 taken, 2 unchanged, 3 failed");
        assertThat(rows(CapturedPage.TABLE)).hasSize(5);
        assertThat(archives()).allSatisfy(f -> assertThat(f.toString()).endsWith(".warc.gz"));
    }

    @Test
    void aRedriveAsksAgainForWhatFailed() throws IOException {
        open();
        Path configuration = configuration();
        pull(configuration);
        site.on("/gone", html(ARTICLE.replace("기사", "돌아온 글")));

        HubRun redrive = HubRun.of(
                "redrive",
                "--reason",
                "http-status",
                "--lake",
                folder.resolve("lake").toString(),
                "--site",
                folder.resolve("site").toString(),
                "--conf",
                configuration.toString());

        assertThat(redrive.exitCode()).as(redrive.errors()).isZero();
        assertThat(redrive.output()).contains("1 of 1 rejects offered again were fetched");
        assertThat(rows(CapturedPage.TABLE))
                .filteredOn(p -> url("/gone").equals(p.url()))
                .hasSize(1);
        assertThat(rows(Reject.TABLE))
                .filteredOn(r -> r.redrivenBy() != null)
                .extracting(Reject::url)
                .containsExactly(url("/gone"));
        assertThat(site.targets()).filteredOn("/tagged"::equals).hasSize(1);
    }

    @Test
    void anAddressGivenAsInputIsFetched() throws IOException {
        open();

        HubRun run = pull(configuration(), "--input", url("/fed"));

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(rows(CapturedPage.TABLE))
                .singleElement()
                .returns("input", CapturedPage::source)
                .returns(url("/fed"), CapturedPage::url);
    }

    @Test
    void withoutAContactNothingIsFetchedAndNothingWritten() throws IOException {
        open();
        Path conf = Files.writeString(
                folder.resolve("none.conf"), "sources = [{ name = a, urls = \"" + url("/fed") + "\" }]");

        HubRun run = pull(conf);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("hub: http.user-agent is \"\"");
        assertThat(folder.resolve("lake")).doesNotExist();
        assertThat(site.asked()).isEmpty();
    }
}
