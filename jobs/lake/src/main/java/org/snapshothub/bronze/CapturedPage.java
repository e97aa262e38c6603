package org.snapshothub.bronze;

import java.time.Instant;
import java.time.LocalDate;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per captured page, as pulled. */
public record CapturedPage(
        @Doc("SHA-256 hex of url LF fetch_time LF content_digest")
        String pageId,

        @Doc("Name of the configured source, or input for a path given on the command line")
        String source,

        @Doc(value = "Address of the page; null when neither the capture nor the page names it", nullable = true)
        String url,

        @Doc(value = "When it was captured; null when the capture does not say", nullable = true)
        Instant fetchTime,

        @Doc(value = "HTTP status; null when the capture has none", nullable = true)
        Integer fetchStatus,

        @Doc("Payload as pulled, transfer and content codings undone")
        byte[] content,

        @Doc(value = "Length of content", unit = "bytes") long contentLength,

        @Doc(value = "Why content is not whole; null when it is", nullable = true)
        String contentTruncated,

        @Doc("sha256: and 64 hex digits of content") String contentDigest,

        @Doc(value = "Media type as declared; null when not declared", nullable = true)
        String contentType,

        @Doc(value = "Charset that decoded the content; null when it could not be decoded", nullable = true)
        String contentCharset,

        @Doc(value = "Rung of the ladder: bom, http, meta, utf-8, fallback; null with content_charset", nullable = true)
        String charsetSource,

        @Doc("U+FFFD put in by decoding") int replacementCount,
        @Doc("Input it was first read from: path or URI") String path,

        @Doc(value = "Path of the archive it came from; null for a plain file", nullable = true)
        String archive,

        @Doc(value = "Byte offset of the record in the archive; null for a plain file", unit = "bytes", nullable = true)
        Long archiveOffset,

        @Doc(value = "Bytes of the record in the archive; null for a plain file", unit = "bytes", nullable = true)
        Long archiveLength,

        @Doc(value = "Digest of the payload as its archive declares it, by which revisits refer to it", nullable = true)
        String payloadDigest,

        @Doc("Run that wrote the row") String runId,

        @Doc("Sequence number of the commit that wrote the row: what is new since another job looked")
        long runSeq,

        @Doc(value = "KST day of fetch_time; null without it; the partition", nullable = true)
        LocalDate fetchDate) {

    public static final Table<CapturedPage> TABLE = Table.of(
                    "bronze.pages", CapturedPage.class, "One row per captured page, as pulled.")
            .key("page_id")
            .slicedBy("fetch_date");
}
