package org.snapshothub.extract.page;

import java.io.IOException;

/** A fault of the bytes, where a plain {@link IOException} is a fault of the storage they come from. */
final class Damaged extends IOException {

    private final PageReason reason;
    private final boolean compression;

    private Damaged(PageReason reason, String detail, boolean compression) {
        super(detail);
        this.reason = reason;
        this.compression = compression;
    }

    /** Damage to a record: the stream it came from still flows. */
    Damaged(PageReason reason, String detail) {
        this(reason, detail, false);
    }

    /** Damage to a gzip member or zstd frame: nothing flows until another begins. */
    static Damaged member(PageReason reason, String detail) {
        return new Damaged(reason, detail, true);
    }

    PageReason reason() {
        return reason;
    }

    boolean ofCompression() {
        return compression;
    }
}
