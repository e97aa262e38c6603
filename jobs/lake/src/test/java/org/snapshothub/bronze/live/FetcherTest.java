package org.snapshothub.bronze.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.snapshothub.bronze.live.Site.html;
import static org.snapshothub.bronze.live.Site.raw;
import static org.snapshothub.bronze.live.Site.redirect;
import static org.snapshothub.bronze.live.Site.reset;
import static org.snapshothub.bronze.live.Site.status;
import static org.snapshothub.bronze.live.Site.tagged;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.lake.HttpSettings;

/** Fetching against a real server on the loopback, with times scaled down. */
@Timeout(30)
class FetcherTest {

    private static final int CAP = 100_000;
    private static final String PAGE = "<html><body>전북 흐림</body></html>";

    private final Site site = new Site();
    private final Fetcher fetcher =
            new Fetcher(settings(), FetcherTest::resolve, (SSLSocketFactory) SSLSocketFactory.getDefault());

    static HttpSettings settings() {
        return new HttpSettings(
                "TestHub/1.0 (+mailto:data@example.kr)",
                4,
                Duration.ofMillis(500),
                Duration.ofMillis(400),
                Duration.ofMillis(900),
                Duration.ofSeconds(4),
                Duration.ofSeconds(20),
                3,
                2,
                Duration.ofMillis(20),
                Duration.ofSeconds(2),
                Duration.ofMillis(5),
                Duration.ofMillis(200),
                2,
                100,
                2,
                10,
                1 << 20,
                Duration.ofDays(30),
                Duration.ofDays(180),
                List.of("news.test", "other.test", "www.paper.kr"));
    }

    /** Every test host is the loopback; metadata.test is where clouds keep their secrets. */
    static InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "news.test", "other.test", "www.paper.kr", "private.test" -> InetAddress.getAllByName("127.0.0.1");
            case "metadata.test" -> InetAddress.getAllByName("169.254.169.254");
            case "gone.test" -> throw new UnknownHostException(host);
            default -> InetAddress.getAllByName(host);
        };
    }

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    private WebAddress at(String target) throws FetchFault {
        return WebAddress.of(site.url("news.test", target));
    }

    private Answer page(String target) throws FetchFault, InterruptedException {
        return fetcher.page(at(target), Known.NOTHING, CAP);
    }

    private FetchFault fault(String url) {
        return catchThrowableOfType(FetchFault.class, () -> fetcher.page(WebAddress.of(url), Known.NOTHING, CAP));
    }

    private FetchReason reasonAt(String target) {
        return fault(site.url("news.test", target)).reason();
    }

    private static String content(Answer answer) throws FetchFault {
        return new String(Contents.of(answer, CAP), StandardCharsets.UTF_8);
    }

    @Test
    void takesAPageAfterReadingRobots() throws Exception {
        site.on("/a", html(PAGE));

        assertThat(content(page("/a"))).isEqualTo(PAGE);
        assertThat(site.targets()).containsExactly("/robots.txt", "/a");
        assertThat(site.asked().get(1).fields())
                .containsEntry("user-agent", "TestHub/1.0 (+mailto:data@example.kr)")
                .containsEntry("host", "news.test:" + site.port())
                .containsEntry("connection", "close");
    }

    @Test
    void undoesGzipAndChunks() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        site.on(
                "/gz",
                raw(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n",
                        zipped.toByteArray()));
        site.on(
                "/chunks",
                raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "6\r\n<html>\r\n7;x=y\r\n</html>\r\n0\r\n\r\nbeyond the end"));
        site.on(
                "/no-chunks-after-all",
                raw(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n<html>plain</html>"));

        assertThat(content(page("/gz"))).isEqualTo(PAGE);
        assertThat(content(page("/chunks"))).isEqualTo("<html></html>");
        assertThat(content(page("/no-chunks-after-all"))).isEqualTo("<html>plain</html>");
    }

    @Test
    void passesOverInterimAnswers() throws Exception {
        site.on(
                "/early",
                raw(
                        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x"));

        assertThat(content(page("/early"))).isEqualTo("<p>x");
    }

    @Test
    void cutsAPageAtTheCap() throws Exception {
        site.on("/huge", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] block = "x".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100_000; i++) {
                out.write(block);
            }
        });

        Answer answer = page("/huge");

        assertThat(answer.body()).hasSize(CAP);
        assertThat(answer.truncated()).isEqualTo("length");
    }

    @Test
    void aBodyShorterThanDeclaredIsAskedForAgainAndThenMarked() throws Exception {
        site.on("/short", raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<html>half"));

        Answer answer = page("/short");

        assertThat(answer.truncated()).isEqualTo("disconnect");
        assertThat(site.targets()).filteredOn("/short"::equals).hasSize(3);
    }

    @Test
    void asksAgainAfterFaultsOfTheServer() throws Exception {
        site.on("/recovers", status(500), reset(), status(503, "Retry-After: 0"), html(PAGE));
        site.on("/busy", status(429, "Retry-After: 1"), html(PAGE));

        assertThat(reasonAt("/recovers")).isEqualTo(FetchReason.HTTP_STATUS);
        assertThat(content(page("/recovers"))).isEqualTo(PAGE);
        long start = System.nanoTime();
        assertThat(content(page("/busy"))).isEqualTo(PAGE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
    }

    @Test
    void aServerThatAsksForHoursIsNotAskedAgain() {
        site.on("/hours", status(503, "Retry-After: 3600"));

        FetchFault fault = fault(site.url("news.test", "/hours"));

        assertThat(fault).hasMessageContaining("status 503, Retry-After 3600 s");
        assertThat(site.targets()).containsExactly("/robots.txt", "/hours");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410, 451, 501})
    void whatWillNotPassIsAskedOnce(int status) {
        site.on("/no", status(status));

        assertThat(reasonAt("/no")).isEqualTo(FetchReason.HTTP_STATUS);
        assertThat(site.targets()).containsExactly("/robots.txt", "/no");
    }

    @Test
    void aResetConnectionIsAskedAgain() throws Exception {
        site.on("/reset", reset(), html(PAGE));

        assertThat(content(page("/reset"))).isEqualTo(PAGE);
    }

    @Test
    void aSilentServerTimesOut() {
        site.on("/silent", (request, out) -> Thread.sleep(10_000));

        assertThat(reasonAt("/silent")).isEqualTo(FetchReason.TIMEOUT);
    }

    @Test
    void aByteNowAndThenTimesOutToo() {
        site.on("/drip", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 200; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        });

        FetchFault fault = fault(site.url("news.test", "/drip"));

        assertThat(fault.reason()).isEqualTo(FetchReason.TIMEOUT);
        assertThat(fault).hasMessageContaining("http.page-time");
    }

    @Test
    void followsRedirectsToOtherHosts() throws Exception {
        site.on("/old", redirect(site.url("other.test", "/new?q=가")));
        site.on("/new?q=%EA%B0%80", redirect("deeper/../end"));
        site.on("/end", html(PAGE));

        assertThat(page("/old").address()).hasToString(site.url("other.test", "/end"));
    }

    @Test
    void redirectsHaveALimit() {
        site.on("/loop", redirect("/loop"));
        for (int i = 0; i < 9; i++) {
            site.on("/" + i, redirect("/" + (i + 1)));
        }

        assertThat(reasonAt("/loop")).isEqualTo(FetchReason.TOO_MANY_REDIRECTS);
        assertThat(reasonAt("/0")).isEqualTo(FetchReason.TOO_MANY_REDIRECTS);
        assertThat(site.targets()).contains("/3").doesNotContain("/4");
    }

    @Test
    void aRedirectToAPrivateAddressIsRefusedUnasked() {
        site.on("/in", redirect(site.url("private.test", "/secret")));
        site.on("/literal", redirect(site.url("127.0.0.1", "/secret")));
        site.on("/cloud", redirect("http://metadata.test/latest/meta-data/"));
        site.on("/file", redirect("file:///etc/passwd"));
        site.on("/secret", html(PAGE));

        assertThat(reasonAt("/in")).isEqualTo(FetchReason.ADDRESS_REFUSED);
        assertThat(reasonAt("/literal")).isEqualTo(FetchReason.ADDRESS_REFUSED);
        assertThat(reasonAt("/cloud")).isEqualTo(FetchReason.ADDRESS_REFUSED);
        assertThat(reasonAt("/file")).isEqualTo(FetchReason.BAD_ADDRESS);
        assertThat(site.targets()).doesNotContain("/secret");
    }

    /** Spellings that only a resolver understands are judged by what it makes of them. */
    @ParameterizedTest
    @ValueSource(strings = {"127.1", "2130706433", "0x7f000001", "0", "[::1]", "[::ffff:127.0.0.1]", "localhost"})
    void theLoopbackIsRefusedHoweverItIsSpelt(String host) {
        site.on("/in", redirect("http://" + host + ":" + site.port() + "/secret"));
        site.on("/secret", html(PAGE));

        assertThat(reasonAt("/in")).isIn(FetchReason.ADDRESS_REFUSED, FetchReason.DNS, FetchReason.BAD_ADDRESS);
        assertThat(site.targets()).containsExactly("/robots.txt", "/in");
    }

    @Test
    void headsWithoutEndAndAnswersThatNeverComeAreNoAnswers() {
        site.on("/head", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 10_000; i++) {
                out.write(("X-" + i + ": y\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        });
        site.on("/interim", raw("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(50)));
        site.on("/unasked", status(304));

        assertThat(reasonAt("/head")).isEqualTo(FetchReason.BAD_ANSWER);
        assertThat(reasonAt("/interim")).isEqualTo(FetchReason.BAD_ANSWER);
        assertThat(reasonAt("/unasked")).isEqualTo(FetchReason.BAD_ANSWER);
    }

    @Test
    void aPageThatUnpacksBeyondTheCapIsCutThere() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            out.write(new byte[50 * CAP]);
        }
        site.on("/bomb", Site.answer(200, bomb.toByteArray(), "Content-Type: text/html", "Content-Encoding: gzip"));

        assertThat(Contents.of(page("/bomb"), CAP)).hasSize(CAP);
    }

    @Test
    void aNameIsResolvedOnceForEachConnectionSoThatItCantChangeAfterTheCheck() throws Exception {
        site.on("/a", html(PAGE));
        AtomicInteger resolved = new AtomicInteger();
        AddressGuard.Resolver counting = host -> {
            resolved.incrementAndGet();
            return resolve(host);
        };
        try (Fetcher counted = new Fetcher(settings(), counting, (SSLSocketFactory) SSLSocketFactory.getDefault())) {
            Answer answer = counted.page(at("/a"), Known.NOTHING, CAP);

            assertThat(answer.peer()).isEqualTo(resolve("news.test")[0]);
        }
        assertThat(resolved).hasValue(site.asked().size());
    }

    @Test
    void whoeverCantBeReachedIsToldByReason() {
        assertThat(fault("http://gone.test/").reason()).isEqualTo(FetchReason.DNS);
        assertThat(fault("http://news.test:1/").reason()).isEqualTo(FetchReason.CONNECTION);
        assertThat(fault("https://news.test:" + site.port() + "/").reason()).isEqualTo(FetchReason.TLS);
    }

    @Test
    void whatIsNoPageIsNotRead() {
        site.on("/pdf", Site.answer(200, new byte[1_000], "Content-Type: application/pdf"));
        site.on("/empty", html(""));
        site.on("/noise", raw("SSH-2.0-OpenSSH_9.6\r\n\r\n"));

        assertThat(reasonAt("/pdf")).isEqualTo(FetchReason.MEDIA_TYPE);
        assertThat(reasonAt("/empty")).isEqualTo(FetchReason.EMPTY_ANSWER);
        assertThat(reasonAt("/noise")).isEqualTo(FetchReason.BAD_ANSWER);
    }

    @Test
    void asksOnConditionAndUnderstands304() throws Exception {
        site.on("/tagged", tagged("\"v1\"", PAGE));
        Visits visits = new Visits(fetcher, CAP);
        Visited.Taken first = (Visited.Taken) visits.visit(at("/tagged"), Known.NOTHING);
        Known known = new Known(at("/tagged").toString(), "\"v1\"", null, first.contentDigest());

        assertThat(visits.visit(at("/tagged"), known)).isInstanceOf(Visited.Unchanged.class);
        assertThat(site.asked().get(2).fields()).containsEntry("if-none-match", "\"v1\"");
    }

    @Test
    void theSameContentWithoutValidatorsIsUnchanged() throws Exception {
        site.on("/plain", html(PAGE));
        Visits visits = new Visits(fetcher, CAP);
        Visited.Taken first = (Visited.Taken) visits.visit(at("/plain"), Known.NOTHING);
        Known known = new Known(at("/plain").toString(), null, null, first.contentDigest());

        assertThat(visits.visit(at("/plain"), known)).isInstanceOf(Visited.Unchanged.class);
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        ZonedDateTime now = ZonedDateTime.of(2026, 1, 18, 9, 0, 0, 0, ZoneOffset.UTC);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusSeconds(90));

        assertThat(Backoff.retryAfter("120", now.toInstant())).contains(Duration.ofSeconds(120));
        assertThat(Backoff.retryAfter(date, now.toInstant())).contains(Duration.ofSeconds(90));
        assertThat(Backoff.retryAfter(date, now.plusDays(1).toInstant())).contains(Duration.ZERO);
        assertThat(Backoff.retryAfter("soon", now.toInstant())).isEmpty();
        assertThat(Backoff.retryAfter("-5", now.toInstant())).isEmpty();
        assertThat(Backoff.retryAfter("9".repeat(30), now.toInstant()))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofDays(365)));
    }

    @Test
    void waitsAreDoubledWithJitterAndBounded() {
        Backoff half = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(10), () -> 0.5);

        assertThat(half.wait(1, java.util.Optional.empty())).contains(Duration.ofMillis(1_500));
        assertThat(half.wait(2, java.util.Optional.empty())).contains(Duration.ofMillis(3_000));
        assertThat(half.wait(9, java.util.Optional.empty())).contains(Duration.ofMillis(7_500));
        assertThat(half.wait(1, java.util.Optional.of(Duration.ofSeconds(9)))).contains(Duration.ofSeconds(9));
        assertThat(half.wait(1, java.util.Optional.of(Duration.ofSeconds(11)))).isEmpty();
    }
}
