package org.snapshothub.bronze.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTest {

    private static final Lanes LANES = new Lanes(8, Duration.ofSeconds(20), 2, Duration.ofSeconds(2));

    private final List<WebAddress> visited = new CopyOnWriteArrayList<>();

    private static List<WebAddress> addresses(String host, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> address("http://" + host + "/" + i))
                .toList();
    }

    private static WebAddress address(String text) {
        try {
            return WebAddress.of(text);
        } catch (FetchFault e) {
            throw new AssertionError(e);
        }
    }

    private Visited failed(WebAddress address, FetchFault fault) {
        visited.add(address);
        return new Visited.Failed(fault);
    }

    @Test
    void aHostIsAskedOneAddressAfterAnotherAndHostsTogether() throws Exception {
        Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
        List<WebAddress> calls = new ArrayList<>();
        for (int host = 0; host < 4; host++) {
            calls.addAll(addresses("h" + host + ".kr", 5));
        }

        List<WebAddress> left = LANES.run(calls, a -> a, address -> {
            AtomicInteger here = atOnce.computeIfAbsent(address.host(), h -> new AtomicInteger());
            assertThat(here.incrementAndGet()).isEqualTo(1);
            Thread.sleep(2);
            here.decrementAndGet();
            return failed(address, new FetchFault(FetchReason.MEDIA_TYPE, "x"));
        });

        assertThat(left).isEmpty();
        assertThat(visited).containsExactlyInAnyOrderElementsOf(calls);
        assertThat(visited).filteredOn(a -> a.host().equals("h1.kr")).isEqualTo(addresses("h1.kr", 5));
    }

    @Test
    void aHostThatIsDownIsLeftAlone() throws Exception {
        List<WebAddress> left =
                LANES.run(addresses("down.kr", 10), a -> a, a -> failed(a, new FetchFault(FetchReason.TIMEOUT, "x")));

        assertThat(visited).hasSize(2);
        assertThat(left).hasSize(8);
    }

    @Test
    void aHostThatAsksForHoursIsLeftAlone() throws Exception {
        List<WebAddress> left = LANES.run(
                addresses("busy.kr", 10),
                a -> a,
                a -> failed(a, FetchFault.ofStatus(429, a, Optional.of(Duration.ofHours(1)))));

        assertThat(left).hasSize(9);
    }

    @Test
    void whenTheTimeIsOverTheRestIsLeft() throws Exception {
        Lanes short_ = new Lanes(1, Duration.ofMillis(50), 99, Duration.ofSeconds(1));

        List<WebAddress> left = short_.run(addresses("slow.kr", 50), a -> a, a -> {
            Thread.sleep(20);
            return failed(a, new FetchFault(FetchReason.MEDIA_TYPE, "x"));
        });

        assertThat(left).hasSizeBetween(40, 49);
    }

    @Test
    void aBugInALaneEndsTheRun() {
        assertThatThrownBy(() -> LANES.run(addresses("h.kr", 2), a -> a, a -> {
                    throw new IllegalStateException("bug");
                }))
                .hasMessage("bug");
    }

    @Test
    void redirectsAcrossHostsKeepToOneConnectionAHost() throws Exception {
        try (Site site = new Site();
                Fetcher fetcher = new Fetcher(FetcherTest.settings(), FetcherTest::resolve, (SSLSocketFactory)
                        SSLSocketFactory.getDefault())) {
            List<WebAddress> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                site.on("/a" + i, Site.redirect(site.url("other.test", "/b" + i)));
                site.on("/b" + i, (request, out) -> {
                    Thread.sleep(5);
                    Site.html("<p>b").answer(request, out);
                });
                calls.add(WebAddress.of(site.url("news.test", "/a" + i)));
                calls.add(WebAddress.of(site.url("other.test", "/b" + i)));
            }
            Visits visits = new Visits(fetcher, 1_000);

            LANES.run(calls, a -> a, a -> visits.visit(a, Known.NOTHING));

            assertThat(site.mostAtOncePerHost()).isEqualTo(1);
            assertThat(site.targets()).filteredOn("/robots.txt"::equals).hasSizeBetween(2, 4);
        }
    }
}
