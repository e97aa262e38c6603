package org.snapshothub.extract.page;

import java.util.Arrays;

/** Bytes gathered up to a limit, in a buffer that is used again for the next record. */
final class Block {

    private static final int KEPT = 1 << 20;

    private final int limit;
    private byte[] bytes;
    private int length;

    Block(int limit) {
        this.limit = limit;
        this.bytes = new byte[Math.min(limit, 1 << 9)];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int room() {
        return limit - length;
    }

    /** Empties it, and lets go of a buffer that one large record made large. */
    void clear() {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[KEPT];
        }
    }

    /** Makes room for {@code more} bytes within the limit. */
    void reserve(int more) {
        int wanted = Math.min(limit, length + more);
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(wanted, 2 * bytes.length)));
        }
    }

    void append(byte[] from, int at, int count) {
        reserve(count);
        int kept = Math.min(count, room());
        System.arraycopy(from, at, bytes, length, kept);
        length += kept;
    }

    /** Tells that {@code count} bytes were written after its end. */
    void grown(int count) {
        length += count;
    }
}
