package org.snapshothub.extract.page;

import java.io.Closeable;
import java.io.IOException;

/** The compressed parts of an input, one after another: gzip members, zstd frames, or all of a plain file as one. */
abstract sealed class Members implements Closeable permits PlainBytes, GzipMembers, ZstdFrames {

    final RawInput raw;
    final long first;
    long start;

    Members(RawInput raw) {
        this.raw = raw;
        this.first = raw.position();
    }

    /** Goes to the next member; false at the end of the input. */
    abstract boolean next() throws IOException;

    /** Some bytes of the member, at least one; -1 at its end, when its checksum has been found right. */
    abstract int read(byte[] into, int from, int length) throws IOException;

    /** After {@link Damaged}: goes to the next place where a member begins; false when there is none. */
    abstract boolean resync() throws IOException;

    /** Goes back to the member that begins at {@code offset}; false when that has been done too often. */
    abstract boolean reopen(long offset) throws IOException;

    /** Goes back to before the first member, from not far behind it. */
    abstract void restart() throws IOException;

    /** Where the member begins in the file. */
    long start() {
        return start;
    }

    /** Bytes of the file consumed. */
    abstract long position();

    /** Bytes of the input that are sure to be left, or a number too large to matter where nobody knows. */
    long remaining() {
        return Long.MAX_VALUE;
    }

    /** Whether a place in a member is a place in the file. */
    boolean compressed() {
        return true;
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
