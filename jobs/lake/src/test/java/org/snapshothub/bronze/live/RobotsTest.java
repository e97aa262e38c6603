package org.snapshothub.bronze.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.snapshothub.bronze.live.Site.html;
import static org.snapshothub.bronze.live.Site.redirect;
import static org.snapshothub.bronze.live.Site.reset;
import static org.snapshothub.bronze.live.Site.status;
import static org.snapshothub.bronze.live.Site.text;

import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9309 against a real server. */
@Timeout(30)
class RobotsTest {

    private final Site site = new Site().on("/a", html("<p>a")).on("/b/c", html("<p>c"));
    private final Fetcher fetcher =
            new Fetcher(FetcherTest.settings(), FetcherTest::resolve, (SSLSocketFactory) SSLSocketFactory.getDefault());

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    private FetchFault fault(String target) {
        return catchThrowableOfType(
                FetchFault.class,
                () -> fetcher.page(WebAddress.of(site.url("news.test", target)), Known.NOTHING, 1_000));
    }

    @Test
    void aDisallowedPathIsNotAskedFor() {
        site.on("/robots.txt", text("User-agent: *\nDisallow: /b/\n"));

        assertThat(fault("/a")).isNull();
        assertThat(fault("/b/c").reason()).isEqualTo(FetchReason.ROBOTS_DISALLOWED);
        assertThat(site.targets()).containsExactly("/robots.txt", "/a");
    }

    @Test
    void theGroupThatNamesUsCountsAndNotTheOneForAll() {
        site.on("/robots.txt", text("User-agent: *\nDisallow: /\n\nUser-agent: testhub\nDisallow: /b/\n"));

        assertThat(fault("/a")).isNull();
        assertThat(fault("/b/c").reason()).isEqualTo(FetchReason.ROBOTS_DISALLOWED);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void noFileAllowsEverything(int status) {
        site.on("/robots.txt", status(status));

        assertThat(fault("/a")).isNull();
    }

    @Test
    void aFaultOfTheServerDisallowsEverything() {
        site.on("/robots.txt", status(503));

        assertThat(fault("/a"))
                .hasMessageContaining("robots.txt can't be had")
                .hasMessageContaining("503")
                .returns(FetchReason.ROBOTS_DISALLOWED, FetchFault::reason);
        assertThat(site.targets()).doesNotContain("/a");
    }

    @Test
    void aFaultThatPassesIsForgiven() {
        site.on("/robots.txt", status(500), reset(), text("User-agent: *\nDisallow: /b/\n"));

        assertThat(fault("/a")).isNull();
        assertThat(fault("/b/c").reason()).isEqualTo(FetchReason.ROBOTS_DISALLOWED);
    }

    @Test
    void redirectsAreFollowedToOtherHostsToo() {
        site.on("/robots.txt", redirect(site.url("other.test", "/real-robots.txt")));
        site.on("/real-robots.txt", text("User-agent: *\nDisallow: /\n"));

        assertThat(fault("/a").reason()).isEqualTo(FetchReason.ROBOTS_DISALLOWED);
    }

    @Test
    void aRedirectIntoThePrivateNetworkIsNotFollowed() {
        site.on("/robots.txt", redirect(site.url("private.test", "/secret")));

        assertThat(fault("/a").reason()).isEqualTo(FetchReason.ADDRESS_REFUSED);
        assertThat(site.targets()).containsExactly("/robots.txt");
    }

    @Test
    void aHugeFileCountsByItsBeginning() {
        site.on(
                "/robots.txt",
                text("User-agent: *\nDisallow: /b/\n" + "# filling\n".repeat(100_000) + "Disallow: /a\n"));

        assertThat(fault("/a")).isNull();
        assertThat(fault("/b/c").reason()).isEqualTo(FetchReason.ROBOTS_DISALLOWED);
    }

    @Test
    void crawlDelayIsKeptUpToTheCeiling() {
        site.on("/robots.txt", text("User-agent: *\nCrawl-delay: 60\n"));
        assertThat(fault("/a")).isNull();
        long start = System.nanoTime();

        assertThat(fault("/b/c")).isNull();

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(195), Duration.ofSeconds(10));
    }
}
