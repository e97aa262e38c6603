package org.snapshothub.lake;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How live pages are fetched; each key stands in {@code reference.conf} with its unit.
 *
 * @param userAgent who asks, with a contact; empty until set
 * @param connections hosts asked at the same time; each host has one connection at most
 * @param connectTimeout time for a connection to come about
 * @param readTimeout longest silence of a server
 * @param pageTime time for one answer, from connecting to its last byte
 * @param addressTime time for one address with all its retries and waits
 * @param runTime time for all fetching of a run, at most half of it for lists; what is left is for the next run
 * @param maxRedirects redirects followed for one address
 * @param retries times an address is asked again after 429, a server's fault, a timeout or a lost connection
 * @param backoff the first wait before asking again; doubled each time, with jitter
 * @param maxBackoff the longest such wait; a longer Retry-After leaves the host to the next run
 * @param crawlDelay pause between two questions to a host whose robots.txt names none
 * @param maxCrawlDelay longest pause that a robots.txt can ask for
 * @param giveUpAfter addresses of a host failing one after another before the host is left to the next run
 * @param maxPages addresses of a source asked in one run, those longest not asked first
 * @param sitemapDepth how deep sitemaps of sitemaps are followed
 * @param sitemapFiles sitemaps read for one source
 * @param sitemapBytes a sitemap or feed larger than this, unpacked, is refused
 * @param keep how long the archives of what was fetched are kept after they were taken
 * @param forget addresses not asked for this long are forgotten
 * @param allowedPrivateHosts hosts, as addresses name them, that may be at a private address
 */
public record HttpSettings(
        String userAgent,
        int connections,
        Duration connectTimeout,
        Duration readTimeout,
        Duration pageTime,
        Duration addressTime,
        Duration runTime,
        int maxRedirects,
        int retries,
        Duration backoff,
        Duration maxBackoff,
        Duration crawlDelay,
        Duration maxCrawlDelay,
        int giveUpAfter,
        int maxPages,
        int sitemapDepth,
        int sitemapFiles,
        long sitemapBytes,
        Duration keep,
        Duration forget,
        List<String> allowedPrivateHosts) {

    static HttpSettings of(Config c, String where) {
        return new HttpSettings(
                c.getString("http.user-agent").strip(),
                atLeast(1, c, "http.connections", where),
                time(1, c, "http.connect-timeout", where),
                time(1, c, "http.read-timeout", where),
                time(1, c, "http.page-time", where),
                time(1, c, "http.address-time", where),
                time(1, c, "http.run-time", where),
                atLeast(0, c, "http.max-redirects", where),
                atLeast(0, c, "http.retries", where),
                time(0, c, "http.backoff", where),
                time(0, c, "http.max-backoff", where),
                time(0, c, "http.crawl-delay", where),
                time(0, c, "http.max-crawl-delay", where),
                atLeast(1, c, "http.give-up-after", where),
                atLeast(1, c, "http.max-pages", where),
                atLeast(0, c, "http.sitemap-depth", where),
                atLeast(1, c, "http.sitemap-files", where),
                Settings.bytes(c, "http.sitemap-bytes", Settings.MOST_AT_ONCE, where),
                c.getDuration("http.keep"),
                c.getDuration("http.forget"),
                c.getStringList("http.allowed-private-hosts").stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static int atLeast(int least, Config c, String key, String where) {
        int value = c.getInt(key);
        if (value < least) {
            throw new HubException(
                    Outcome.USAGE,
                    "configuration " + where + ": " + key + " is " + value + ", expected at least " + least);
        }
        return value;
    }

    /** A time of at least so many milliseconds; to a socket none at all means for ever. */
    private static Duration time(long least, Config c, String key, String where) {
        Duration value = c.getDuration(key);
        if (value.compareTo(Duration.ofMillis(least)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new HubException(
                    Outcome.USAGE,
                    "configuration " + where + ": " + key + " is " + c.getString(key) + ", expected " + least
                            + " ms to 1 day");
        }
        return value;
    }

    /** Stops with {@code USAGE} unless a site's people can find out who asks them, and whom to write to. */
    public void requireContact() {
        boolean hasContact = userAgent.contains("@") || userAgent.contains("http://") || userAgent.contains("https://");
        boolean hasName = !userAgent.isEmpty() && Character.isLetter(userAgent.charAt(0));
        boolean isPlain = userAgent.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (!hasContact || !hasName || !isPlain) {
            throw new HubException(
                    Outcome.USAGE,
                    "http.user-agent is \"" + userAgent + "\", but live sources need one in ASCII with a name and a"
                            + " contact, such as \"SnapshotHub/0.1 (+https://hub.example.kr; data@example.kr)\"");
        }
    }
}
