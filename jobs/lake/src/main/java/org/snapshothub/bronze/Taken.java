package org.snapshothub.bronze;

import java.time.Instant;
import org.snapshothub.audit.Reject;
import org.snapshothub.lake.Doc;

/** One thing that reading an input gave: exactly one component is there. */
record Taken(
        @Doc(value = "A page", nullable = true) CapturedPage page,

        @Doc(value = "A reference to an earlier capture", nullable = true)
        Revisit revisit,

        @Doc(value = "A thing refused", nullable = true) Reject reject,

        @Doc(value = "The input itself, after its last record", nullable = true)
        Input input) {

    static Taken of(CapturedPage page) {
        return new Taken(page, null, null, null);
    }

    static Taken of(Revisit revisit) {
        return new Taken(null, revisit, null, null);
    }

    static Taken of(Reject reject) {
        return new Taken(null, null, reject, null);
    }

    static Taken of(Input input) {
        return new Taken(null, null, null, input);
    }

    /** A WARC revisit record: the page was fetched again and had not changed. */
    record Revisit(
            @Doc("Source of the input") String source,
            @Doc("The input") String path,
            @Doc(value = "Address fetched", nullable = true) String url,

            @Doc(value = "When it was fetched again", nullable = true)
            Instant fetchTime,

            @Doc(value = "Status of the repeated answer", nullable = true)
            Integer status,

            @Doc(value = "Payload digest of the original", nullable = true)
            String payloadDigest,

            @Doc(value = "Address of the original", nullable = true)
            String originalUrl,

            @Doc(value = "Capture time of the original", nullable = true)
            Instant originalTime,

            @Doc(value = "Byte offset of the record", nullable = true)
            Long archiveOffset,

            @Doc(value = "Length of the record", nullable = true)
            Long archiveLength) {}
}
