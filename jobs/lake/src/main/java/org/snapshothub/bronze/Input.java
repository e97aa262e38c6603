package org.snapshothub.bronze;

import java.time.Instant;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per (path, content) first seen: the ledger of what was taken. */
public record Input(
        @Doc("Full path or URI of the input") String path,

        @Doc(value = "Size when it was read", unit = "bytes")
        long sizeBytes,

        @Doc("Modification time, ETag or checksum of the store: a reason to look, never proof of new or old")
        String changeMark,

        @Doc("sha256: and 64 hex digits of the bytes read") String contentDigest,

        @Doc("taken, failed, or unchanged: content already held under another path")
        String status,

        @Doc("Records met in the input") long records,
        @Doc("Pages among them") long pages,
        @Doc("Things refused in it") long rejects,
        @Doc("Run that wrote the row") String runId,
        @Doc("When the run read it") Instant takenAt,

        @Doc("Sequence number of the commit that wrote the row: what is new since another job looked")
        long runSeq) {

    public static final Table<Input> TABLE = Table.of(
                    "bronze.inputs",
                    Input.class,
                    "One row per (path, content) first seen: the ledger of what was taken.")
            .key("path", "content_digest");

    /** The same row, of a file that now looks otherwise: its content is the one that was taken. */
    Input lookingLike(InputFile file) {
        return new Input(
                path,
                file.sizeBytes(),
                file.changeMark(),
                contentDigest,
                status,
                records,
                pages,
                rejects,
                runId,
                takenAt,
                runSeq);
    }
}
