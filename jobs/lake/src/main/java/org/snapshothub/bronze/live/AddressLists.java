package org.snapshothub.bronze.live;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.snapshothub.extract.page.Charsets;
import org.snapshothub.lake.HttpSettings;

/** The pages that a sitemap or feed names, sitemaps of sitemaps included, within the bounds of the settings. */
public final class AddressLists {

    private static final int MOST_PAGES = 500_000;
    private static final int MOST_FAULTS = 100;
    private static final String MORE_FAULTS =
            "more than " + MOST_FAULTS + " addresses of one source's lists are none: the others have no row";

    private final Fetcher fetcher;
    private final HttpSettings settings;
    private final long end;

    /** @param end moment of {@link System#nanoTime} from which no more lists are asked for */
    public AddressLists(Fetcher fetcher, HttpSettings settings, long end) {
        this.fetcher = fetcher;
        this.settings = settings;
        this.end = end;
    }

    /** What a list gave: pages, and the faults of those lists or entries that gave none, by what was asked. */
    public record Listed(List<WebAddress> pages, List<Fault> faults, List<String> warnings) {}

    /** Something that could not be listed. */
    public record Fault(String address, FetchFault fault) {}

    private record Level(WebAddress list, int depth) {}

    /** What a list may name. */
    public enum Scope {
        /** Pages of the list's own registered domain, as the protocol of sitemaps has it. */
        OWN_SITE,
        /** Pages of any site, as feeds name them. */
        ANY_SITE;

        private boolean holds(WebAddress page, WebAddress root) {
            if (this == ANY_SITE || page.host().equals(root.host())) {
                return true;
            }
            String own = EffectiveTldFinder.getAssignedDomain(root.host());
            return own != null && own.equals(EffectiveTldFinder.getAssignedDomain(page.host()));
        }
    }

    /** The pages below {@code root} that {@code scope} holds. */
    public Listed below(WebAddress root, Scope scope) throws InterruptedException {
        Listed listed = new Listed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<WebAddress> seen = new HashSet<>(Set.of(root));
        Queue<Level> lists = new ArrayDeque<>(List.of(new Level(root, 0)));
        int foreign = 0;
        int faults = 0;
        for (int read = 0; !lists.isEmpty(); read++) {
            if (listed.pages().size() > MOST_PAGES) {
                listed.warnings().add("more than " + MOST_PAGES + " addresses below " + root);
                break;
            }
            if (System.nanoTime() > end) {
                listed.warnings().add("the time is over (half of http.run-time): sitemaps below " + root + " are left");
                break;
            }
            if (faults == settings.giveUpAfter()) {
                listed.warnings().add(faults + " failed one after another: sitemaps below " + root + " are left");
                break;
            }
            if (read == settings.sitemapFiles()) {
                listed.warnings().add("more than " + read + " sitemaps below " + root + " (http.sitemap-files)");
                break;
            }
            Level level = lists.remove();
            List<WebAddress> pages = new ArrayList<>();
            List<WebAddress> below = new ArrayList<>();
            try {
                read(level.list(), pages, below, listed);
                faults = 0;
            } catch (FetchFault e) {
                listed.faults().add(new Fault(level.list().toString(), e));
                faults = e.isOfHost() ? faults + 1 : 0;
            }
            below.stream()
                    .filter(list -> level.depth() < settings.sitemapDepth() && seen.add(list))
                    .forEach(list -> lists.add(new Level(list, level.depth() + 1)));
            for (WebAddress page : pages) {
                if (!scope.holds(page, root)) {
                    foreign++;
                } else {
                    listed.pages().add(page);
                }
            }
        }
        if (foreign > 0) {
            listed.warnings().add(foreign + " addresses of other sites below " + root + " are left out");
        }
        return listed;
    }

    /** Adds what a list names to {@code pages} and {@code lists}; where it is broken, what stands before that. */
    private void read(WebAddress list, List<WebAddress> pages, List<WebAddress> lists, Listed listed)
            throws FetchFault, InterruptedException {
        Answer answer = fetcher.list(list);
        int maxBytes = Math.toIntExact(settings.sitemapBytes());
        byte[] content = Contents.of(answer, maxBytes);
        if (content.length >= maxBytes) {
            throw new FetchFault(FetchReason.BAD_LIST, list + " unpacks to more than " + maxBytes + " bytes");
        }
        // Decoded by our own ladder, so that a feed in CP949 under a wrong declaration is read too.
        String body = Charsets.decode(content, answer.field("content-type").orElse(null))
                .text()
                .strip();
        if (body.startsWith("<")) {
            XmlList.read(
                    list,
                    body,
                    named -> add(named.text(), () -> named.from(list), named.isList() ? lists : pages, listed));
        } else {
            // The protocol's plainest form: an address a line.
            body.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> add(line, () -> WebAddress.of(line), pages, listed));
        }
    }

    /** An address that may be none. */
    private interface Written {
        WebAddress address() throws FetchFault;
    }

    private static void add(String text, Written written, List<WebAddress> addresses, Listed listed) {
        try {
            addresses.add(written.address());
        } catch (FetchFault e) {
            // A list that is wrong throughout needs no row a line.
            if (listed.faults().size() < MOST_FAULTS) {
                listed.faults().add(new Fault(text.strip(), e));
            } else if (!listed.warnings().contains(MORE_FAULTS)) {
                listed.warnings().add(MORE_FAULTS);
            }
        }
    }
}
