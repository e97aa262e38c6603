package org.snapshothub.bronze.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snapshothub.extract.page.Capture;

/** Asks for pages, and tells those that have changed from those that have not. */
public final class Visits {

    private final Fetcher fetcher;
    private final int maxPageBytes;
    private final Map<String, String> takenHere = new ConcurrentHashMap<>();

    public Visits(Fetcher fetcher, int maxPageBytes) {
        this.fetcher = fetcher;
        this.maxPageBytes = maxPageBytes;
    }

    /** Asks for {@code address}; two addresses that lead to one page take it once a run. */
    public Visited visit(WebAddress address, Known known) throws InterruptedException {
        try {
            Answer answer = fetcher.page(address, known, maxPageBytes);
            if (answer.status() == 304) {
                return new Visited.Unchanged(answer, known.contentDigest());
            }
            String digest = Capture.digestOf(Contents.of(answer, maxPageBytes));
            boolean isKnown = digest.equals(known.contentDigest())
                    || digest.equals(takenHere.put(answer.address().toString(), digest));
            return isKnown ? new Visited.Unchanged(answer, digest) : new Visited.Taken(answer, digest);
        } catch (FetchFault e) {
            return new Visited.Failed(e);
        }
    }
}
