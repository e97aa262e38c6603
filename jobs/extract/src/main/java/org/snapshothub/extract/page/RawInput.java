package org.snapshothub.extract.page;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A window of a file, buffered, with its position, able to go back.
 *
 * <p>Going back is rationed: no more bytes in all than were read forward (and a little), so that no input, however
 * made, is read in more than linear time.
 */
final class RawInput implements Closeable {

    private static final int SIZE = 1 << 16;
    private static final long FREE_REWIND = 4 << 20;

    private final Source source;
    private final long start;
    private final long end;
    private final boolean sequential;
    private final byte[] buffer = new byte[SIZE];
    private InputStream in;
    private long base;
    private int at;
    private int limit;
    private long furthest;
    private long rewound;

    private RawInput(Source source, long start, long end, boolean sequential) {
        this.source = source;
        this.sequential = sequential;
        this.start = start;
        this.end = end;
        this.base = start;
        this.furthest = start;
    }

    /** All of {@code source}. */
    static RawInput of(Source source) {
        return new RawInput(source, 0, Long.MAX_VALUE, false);
    }

    /** The bytes of {@code source} from {@code start} to before {@code end}. */
    static RawInput window(Source source, long start, long end) {
        return new RawInput(source, start, end, false);
    }

    /** All of a {@code source} in which going back means reading again from the start. */
    static RawInput sequential(Source source) {
        return new RawInput(source, 0, Long.MAX_VALUE, true);
    }

    /** Where the next byte stands in the file. */
    long position() {
        return base + at;
    }

    /** Bytes left by the file's own size. */
    long remaining() {
        return Math.min(end, source.size()) - position();
    }

    byte[] buffer() {
        return buffer;
    }

    int at() {
        return at;
    }

    int available() {
        return limit - at;
    }

    void skip(int bytes) {
        at += bytes;
    }

    /** Takes back the last bytes skipped; they are still in the buffer. */
    void unskip(int bytes) {
        at -= bytes;
    }

    /** Makes at least one byte available; false at the end. */
    boolean more() throws IOException {
        return at < limit || ensure(1) > 0;
    }

    /** Makes {@code wanted} bytes available where the file has them; gives the number there are. */
    int ensure(int wanted) throws IOException {
        if (limit - at >= wanted) {
            return limit - at;
        }
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        base += at;
        limit -= at;
        at = 0;
        while (limit < wanted && fill()) {}
        return limit;
    }

    private boolean fill() throws IOException {
        long left = end - (base + limit);
        if (left <= 0) {
            return false;
        }
        if (in == null) {
            in = source.open(base + limit);
        }
        int read = in.read(buffer, limit, (int) Math.min(left, SIZE - limit));
        if (read == 0) {
            int one = in.read();
            if (one < 0) {
                return false;
            }
            buffer[limit] = (byte) one;
            read = 1;
        }
        if (read < 0) {
            return false;
        }
        limit += read;
        furthest = Math.max(furthest, base + limit);
        return true;
    }

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        return more() ? buffer[at++] & 0xFF : -1;
    }

    /** Goes to {@code offset} of the file; false when that is behind us and the ration is used up. */
    boolean seek(long offset) throws IOException {
        if (offset >= base && offset <= base + limit) {
            at = (int) (offset - base);
            return true;
        }
        if (offset < position()) {
            rewound += position() - (sequential ? start : offset);
            if (rewound > furthest - start + FREE_REWIND) {
                return false;
            }
        }
        close();
        base = offset;
        at = 0;
        limit = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
