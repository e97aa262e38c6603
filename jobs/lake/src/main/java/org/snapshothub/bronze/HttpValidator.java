package org.snapshothub.bronze;

import java.time.Instant;
import org.snapshothub.bronze.live.Known;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per source and live address: how it answered last, and by what it is asked whether it has changed. */
public record HttpValidator(
        @Doc("Name of the source, or input for an address given on the command line; the partition")
        String source,

        @Doc("Address as listed by the source") String url,

        @Doc(value = "Address that gave the page, after redirects; null until one did", nullable = true)
        String finalUrl,

        @Doc(value = "ETag of that page; null when it has none", nullable = true)
        String etag,

        @Doc(value = "Last-Modified of that page, as the server wrote it; null when it has none", nullable = true)
        String lastModified,

        @Doc(value = "sha256: and 64 hex digits of that page's content; null until there was one", nullable = true)
        String contentDigest,

        @Doc("taken, unchanged or failed: what the last asking came to")
        String outcome,

        @Doc(value = "Reason of the last failure, as in audit.rejects; null unless it failed", nullable = true)
        String reason,

        @Doc("When it was asked last") Instant checkedAt,

        @Doc(value = "When it last gave a page that was new; null until it did", nullable = true)
        Instant changedAt,

        @Doc("Run that asked last") String runId) {

    public static final Table<HttpValidator> TABLE = Table.of(
                    "bronze.http_validators",
                    HttpValidator.class,
                    "One row per source and live address: how it answered last, and by what it is asked whether it has"
                            + " changed.")
            .key("source", "url")
            .slicedBy("source");

    Known known() {
        return new Known(finalUrl, etag, lastModified, contentDigest);
    }
}
