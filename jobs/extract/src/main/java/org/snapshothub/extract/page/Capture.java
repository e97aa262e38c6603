package org.snapshothub.extract.page;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.snapshothub.extract.record.Sha256;

/**
 * One captured page as pulled: bytes and what the capture says of itself. Null where it does not say.
 *
 * @param url the page's address; null when neither the capture nor the page names it
 * @param fetchTime when it was captured, whole seconds; never a file's time
 * @param status HTTP status, or null
 * @param contentType media type with its parameters as declared, or null
 * @param content the payload after transfer and content codings were undone, before any charset decoding
 * @param truncated null, or why the content may not be what was served, several joined by commas: WARC-Truncated's own
 *     word ({@code length}, {@code time}, {@code disconnect}, {@code unspecified}), {@code length} for our cap,
 *     {@code transfer-coding} or {@code content-coding} where that breaks off, {@code record-length} where the record
 *     does not end where it says, {@code segment} where other records hold the rest, {@code digest-mismatch}
 * @param contentDigest {@code sha256:} and 64 hex digits of {@code content}
 * @param archive path of the archive the page came from, {@code a.wacz!/entry} for a deflated entry of a zip; null for a
 *     plain file
 * @param archiveOffset byte offset of its record (or gzip member) in the archive; null for a plain file
 * @param archiveLength bytes of that record (or member); null for a plain file, and where a member holds many records
 */
public record Capture(
        String url,
        Instant fetchTime,
        Integer status,
        String contentType,
        byte[] content,
        String truncated,
        String contentDigest,
        String archive,
        Long archiveOffset,
        Long archiveLength) {

    public Capture {
        fetchTime = fetchTime == null ? null : fetchTime.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The digest in the form of {@code bronze.pages.content_digest}. */
    public static String digestOf(byte[] content) {
        return "sha256:" + Sha256.hex(content);
    }

    /** SHA-256 hex of {@code url LF fetch_time LF content_digest}; null as empty, time as ISO-8601 UTC in seconds. */
    public String pageId() {
        String time = fetchTime == null ? "" : DateTimeFormatter.ISO_INSTANT.format(fetchTime);
        String key = (url == null ? "" : url) + "\n" + time + "\n" + contentDigest;
        return Sha256.hex(key);
    }
}
