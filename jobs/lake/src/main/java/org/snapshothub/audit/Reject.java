package org.snapshothub.audit;

import java.time.Instant;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per thing refused. */
public record Reject(
        @Doc("SHA-256 hex of job, reason, page_id or path, offset and ordinal: met again it is the same row")
        String rejectId,

        @Doc("Job that refused it") String job,
        @Doc("Stable code") String reason,
        @Doc("What was seen and what was expected") String detail,

        @Doc(value = "Input it came from; null when unknown", nullable = true)
        String path,

        @Doc(value = "Address of the page; null when unknown", nullable = true)
        String url,

        @Doc(value = "The page; null when it never became one", nullable = true)
        String pageId,

        @Doc(value = "Byte offset in the archive; null for a plain file", unit = "bytes", nullable = true)
        Long archiveOffset,

        @Doc(value = "The words themselves, at most 2,000 characters; null when there are none", nullable = true)
        String excerpt,

        @Doc("Run that wrote the row") String runId,
        @Doc("When the run refused it") Instant rejectedAt,

        @Doc(value = "Run that took it after a fix; null while open", nullable = true)
        String redrivenBy) {

    public static final Table<Reject> TABLE = Table.of("audit.rejects", Reject.class, "One row per thing refused.")
            .key("reject_id");

    /** The same reject, taken by a later run. */
    Reject redrivenBy(String run) {
        return new Reject(
                rejectId, job, reason, detail, path, url, pageId, archiveOffset, excerpt, runId, rejectedAt, run);
    }
}
