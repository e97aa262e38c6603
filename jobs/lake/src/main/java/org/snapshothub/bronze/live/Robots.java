package org.snapshothub.bronze.live;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each site's robots.txt says, read once a run (RFC 9309): a 4xx allows everything, a 5xx or no answer nothing.
 *
 * <p>Redirects are followed, five at most and to other hosts too; of a file larger than 500 KiB the beginning counts.
 */
final class Robots {

    /** Reads a site's robots.txt, following redirects; a 5xx is a fault. */
    @FunctionalInterface
    interface Reader {
        Answer read(WebAddress robots) throws FetchFault, InterruptedException;
    }

    static final int MAX_BYTES = 500 << 10;
    static final int MAX_REDIRECTS = 5;

    private final Reader reader;
    private final List<String> names;
    private final Duration usualDelay;
    private final Duration longestDelay;
    private final Map<String, Rules> rules = new ConcurrentHashMap<>();

    /** @param userAgent its product, the word before the slash, is the name looked for */
    Robots(Reader reader, String userAgent, Duration usualDelay, Duration longestDelay) {
        this.reader = reader;
        this.names = List.of(product(userAgent));
        this.usualDelay = usualDelay;
        this.longestDelay = longestDelay;
    }

    /** RFC 9309: letters, hyphens and underscores. */
    private static String product(String userAgent) {
        int end = 0;
        while (end < userAgent.length()
                && (Character.isLetter(userAgent.charAt(end)) || "-_".indexOf(userAgent.charAt(end)) >= 0)) {
            end++;
        }
        return userAgent.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /**
     * A site's rules.
     *
     * @param fault why there are no rules to be had, so that nothing is allowed; else null
     */
    record Rules(BaseRobotRules parsed, Duration delay, FetchFault fault) {

        /** Throws unless {@code address} may be asked for. */
        void check(WebAddress address) throws FetchFault {
            if (fault != null) {
                throw switch (fault.reason()) {
                    case DNS, CONNECTION, TLS, ADDRESS_REFUSED -> fault.settled();
                    default -> disallowed("robots.txt can't be had, so nothing is asked for: " + fault.getMessage());
                };
            }
            if (!parsed.isAllowed(address.toString())) {
                throw disallowed("robots.txt of " + address.origin() + " disallows " + address);
            }
        }

        private static FetchFault disallowed(String detail) {
            return new FetchFault(FetchReason.ROBOTS_DISALLOWED, detail);
        }
    }

    /** The rules of an address's site. Nobody holds a host's turn while it is here. */
    Rules of(WebAddress address) throws InterruptedException {
        Rules known = rules.get(address.origin());
        if (known == null) {
            known = read(address);
            // Two who read at once read the same: the first is kept.
            Rules earlier = rules.putIfAbsent(address.origin(), known);
            known = earlier == null ? known : earlier;
        }
        return known;
    }

    /** The pause after asking a host before its robots.txt is known. */
    Duration usualDelay() {
        return usualDelay;
    }

    private Rules read(WebAddress site) throws InterruptedException {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        try {
            WebAddress robots = WebAddress.of(site.origin() + "/robots.txt");
            Answer answer = reader.read(robots);
            if (answer.status() == 200) {
                return rules(
                        parser.parseContent(robots.toString(), Contents.of(answer, MAX_BYTES), "text/plain", names));
            }
            // A redirect that leads nowhere counts as no file, as RFC 9309 has it.
            return new Rules(parser.failedFetch(404), usualDelay, null);
        } catch (FetchFault e) {
            return new Rules(parser.failedFetch(503), usualDelay, e);
        }
    }

    private Rules rules(BaseRobotRules parsed) {
        long asked = parsed.getCrawlDelay();
        Duration delay = asked == BaseRobotRules.UNSET_CRAWL_DELAY || asked < 0 ? usualDelay : Duration.ofMillis(asked);
        return new Rules(parsed, delay.compareTo(longestDelay) > 0 ? longestDelay : delay, null);
    }
}
