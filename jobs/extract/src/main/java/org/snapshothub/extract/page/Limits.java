package org.snapshothub.extract.page;

/**
 * How much of one record is held in memory.
 *
 * <p>A reader needs one buffer of this size for a record as stored and one for its decoded content, whatever the record
 * claims or inflates to; on top come fixed buffers and the decompressor's own window (gzip 32 KiB; zstd what the frame
 * declares, at most 128 MiB, beyond which the frame is refused).
 *
 * @param content bytes of decoded content kept of one page; what is beyond is cut, and the row says {@code length}
 */
public record Limits(int content) {

    /** 16 MiB: two hundred times a usual news page. */
    public static final Limits DEFAULT = new Limits(16 << 20);

    /** A record's head or a sidecar larger than this is damage, not a head. */
    static final int HEAD = 256 << 10;

    public Limits {
        if (content < 1) {
            throw new IllegalArgumentException(
                    "limit of a page's content is " + content + " bytes; at least 1 is needed");
        }
    }
}
