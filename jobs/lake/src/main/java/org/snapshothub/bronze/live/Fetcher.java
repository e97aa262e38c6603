package org.snapshothub.bronze.live;

import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.snapshothub.lake.HttpSettings;

/**
 * Fetches addresses as a polite guest does: after robots.txt, one connection a host, with pauses, to public addresses
 * only, following redirects, and asking again where that may help.
 */
public final class Fetcher implements AutoCloseable {

    private final HttpSettings settings;
    private final AddressGuard guard;
    private final Turns turns = new Turns();
    private final Robots robots;
    private final Backoff backoff;
    private final Exchange exchange;
    private final ScheduledExecutorService clock;

    /** A fetcher that asks the system for names and trusts the certificates that Java trusts. */
    public static Fetcher of(HttpSettings settings) {
        try {
            return new Fetcher(
                    settings, InetAddress::getAllByName, SSLContext.getDefault().getSocketFactory());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    Fetcher(HttpSettings settings, AddressGuard.Resolver resolver, SSLSocketFactory tls) {
        this.settings = settings;
        this.guard = new AddressGuard(resolver, Set.copyOf(settings.allowedPrivateHosts()));
        this.backoff = new Backoff(settings.backoff(), settings.maxBackoff(), () -> ThreadLocalRandom.current()
                .nextDouble());
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "fetch-clock");
            thread.setDaemon(true);
            return thread;
        });
        this.exchange = new Exchange(
                settings.userAgent(),
                settings.connectTimeout(),
                settings.readTimeout(),
                settings.pageTime(),
                tls,
                clock);
        this.robots =
                new Robots(this::readRobots, settings.userAgent(), settings.crawlDelay(), settings.maxCrawlDelay());
    }

    /** The page at {@code address}: an answer of status 200, or 304 where {@code known} is still what it is. */
    public Answer page(WebAddress address, Known known, int maxBytes) throws FetchFault, InterruptedException {
        Answer answer = fetch(address, at -> Want.page(maxBytes, known.conditions(at)));
        if (answer.status() == 304) {
            if (known.conditions(answer.address()).isEmpty()) {
                throw new FetchFault(FetchReason.BAD_ANSWER, answer.address() + " says 304 and was not asked");
            }
            return answer;
        }
        if (!answer.head().announcesPage()) {
            throw new FetchFault(
                    FetchReason.MEDIA_TYPE,
                    answer.address() + " is declared as "
                            + answer.field("content-type").orElse(""));
        }
        if (answer.body().length == 0) {
            throw new FetchFault(FetchReason.EMPTY_ANSWER, answer.address() + " has no content");
        }
        return answer;
    }

    /** A sitemap or feed. */
    Answer list(WebAddress address) throws FetchFault, InterruptedException {
        int maxBytes = Math.toIntExact(settings.sitemapBytes());
        Answer answer = fetch(address, at -> Want.list(maxBytes));
        if (answer.truncated() != null) {
            throw new FetchFault(FetchReason.BAD_LIST, answer.address() + " is cut: " + answer.truncated());
        }
        return answer;
    }

    /** What is asked for at each address on the way. */
    private interface Wanting {
        Want at(WebAddress address);
    }

    private Answer fetch(WebAddress address, Wanting wanting) throws FetchFault, InterruptedException {
        return again(() -> follow(address, wanting));
    }

    /** Something asked for, perhaps not for the first time. */
    private interface Attempt {
        Answer make() throws FetchFault, InterruptedException;
    }

    /** Asks again where that may help; a body that breaks off is kept only when asking again gave no better one. */
    private Answer again(Attempt attempt) throws FetchFault, InterruptedException {
        long end = System.nanoTime() + settings.addressTime().toNanos();
        for (int number = 1; ; number++) {
            boolean isLast = number > settings.retries();
            try {
                Answer answer = attempt.make();
                boolean isBroken = "disconnect".equals(answer.truncated());
                if (!isBroken || isLast || !pause(number, Optional.empty(), end)) {
                    return answer;
                }
            } catch (FetchFault e) {
                if (!e.mayPass() || isLast || !pause(number, e.retryAfter(), end)) {
                    throw e;
                }
            }
        }
    }

    /** Waits before asking again; false when there is no time for it. */
    private boolean pause(int number, Optional<Duration> retryAfter, long end) throws InterruptedException {
        Optional<Duration> wait = backoff.wait(number, retryAfter);
        if (wait.isEmpty() || System.nanoTime() + wait.get().toNanos() > end) {
            return false;
        }
        Thread.sleep(wait.get().toMillis());
        return true;
    }

    private Answer follow(WebAddress address, Wanting wanting) throws FetchFault, InterruptedException {
        WebAddress at = address;
        for (int redirects = 0; redirects <= settings.maxRedirects(); redirects++) {
            Robots.Rules rules = robots.of(at);
            rules.check(at);
            Answer answer = ask(at, rules.delay(), wanting.at(at));
            if (!answer.isRedirect()) {
                return answered(answer);
            }
            WebAddress to = at.resolve(answer.location());
            if (to.equals(at)) {
                throw new FetchFault(FetchReason.TOO_MANY_REDIRECTS, at + " redirects to itself");
            }
            at = to;
        }
        throw new FetchFault(
                FetchReason.TOO_MANY_REDIRECTS,
                "more than " + settings.maxRedirects() + " redirects, the last to " + at);
    }

    private static Answer answered(Answer answer) throws FetchFault {
        int status = answer.status();
        if (status == 200 || status == 304) {
            return answer;
        }
        throw FetchFault.ofStatus(
                status,
                answer.address(),
                answer.field("retry-after").flatMap(field -> Backoff.retryAfter(field, Instant.now())));
    }

    private Answer readRobots(WebAddress address) throws FetchFault, InterruptedException {
        WebAddress at = address;
        for (int redirects = 0; ; redirects++) {
            WebAddress here = at;
            Answer answer = again(() -> robotsAt(here));
            if (!answer.isRedirect() || redirects == Robots.MAX_REDIRECTS) {
                return answer;
            }
            at = at.resolve(answer.location());
        }
    }

    /** A robots.txt that doesn't come closes a whole site, so it is worth as many questions as a page. */
    private Answer robotsAt(WebAddress at) throws FetchFault, InterruptedException {
        Answer answer = ask(at, robots.usualDelay(), Want.robots(Robots.MAX_BYTES));
        if (answer.status() >= 500) {
            throw FetchFault.ofStatus(answer.status(), at, Optional.empty());
        }
        return answer;
    }

    private Answer ask(WebAddress at, Duration delay, Want want) throws FetchFault, InterruptedException {
        List<InetAddress> addresses = guard.addresses(at.host());
        try (Turns.Turn turn = turns.take(at.host(), delay)) {
            return exchange.ask(at, addresses, want);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
