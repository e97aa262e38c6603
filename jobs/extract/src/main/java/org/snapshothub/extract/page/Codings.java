package org.snapshothub.extract.page;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** HTTP's codings undone, each keeping what came out before a fault, none giving more than a limit. */
final class Codings {

    private static final int STEP = 1 << 15;
    /** A chunk's size, and what extensions stand behind it. */
    private static final int CHUNK_LINE = 8_192;

    private Codings() {}

    static Unpacked gzip(byte[] bytes, int from, int to, int limit) {
        return drained(() -> new GZIPInputStream(slice(bytes, from, to), STEP), limit, 4 * (to - from));
    }

    static Unpacked zlib(byte[] bytes, int from, int to, int limit) {
        return drained(() -> new InflaterInputStream(slice(bytes, from, to)), limit, 4 * (to - from));
    }

    static Unpacked rawDeflate(byte[] bytes, int from, int to, int limit) {
        Inflater inflater = new Inflater(true);
        try {
            return drained(() -> new InflaterInputStream(slice(bytes, from, to), inflater), limit, 4 * (to - from));
        } finally {
            inflater.end();
        }
    }

    static Unpacked brotli(byte[] bytes, int from, int to, int limit) {
        return drained(() -> new BrotliInputStream(slice(bytes, from, to)), limit, 4 * (to - from));
    }

    static Unpacked zstd(byte[] bytes, int from, int to, int limit) {
        return drained(() -> new ZstdInputStreamNoFinalizer(slice(bytes, from, to)), limit, 4 * (to - from));
    }

    private static InputStream slice(byte[] bytes, int from, int to) {
        return new ByteArrayInputStream(bytes, from, to - from);
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static Unpacked drained(Opening opening, int limit, int guess) {
        byte[] out = new byte[Math.max(STEP, Math.min(limit, guess))];
        int length = 0;
        boolean fault = false;
        boolean cut = false;
        try (InputStream in = opening.open()) {
            while (true) {
                if (length == limit) {
                    cut = in.read() >= 0;
                    break;
                }
                if (length == out.length) {
                    out = Arrays.copyOf(out, (int) Math.min(limit, 2L * length));
                }
                int read = in.read(out, length, Math.min(out.length, limit) - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
        } catch (IOException | RuntimeException e) {
            // The decoders report broken input by either; what they gave before it is kept.
            fault = true;
        }
        return new Unpacked(Arrays.copyOf(out, length), cut, fault);
    }

    /**
     * The chunks of RFC 9112 §7.1 put together; null when the bytes do not even begin with one, as when a crawler stored
     * the body plain and kept the header.
     */
    static Unpacked chunked(byte[] bytes, int from, int to, int limit) {
        byte[] out = null;
        int length = 0;
        int at = from;
        while (at < to && isBreak(bytes[at])) {
            at++;
        }
        while (true) {
            int lineEnd = endOfLine(bytes, at, to);
            long size = lineEnd < 0 ? -1 : sizeOf(bytes, at, lineEnd);
            boolean first = out == null;
            if (size < 0 || (first && !closes(bytes, lineEnd + 1, size, to))) {
                return first ? null : new Unpacked(Arrays.copyOf(out, length), false, true);
            }
            out = first ? new byte[Math.min(limit, to - from)] : out;
            if (size == 0) {
                return new Unpacked(Arrays.copyOf(out, length), false, false);
            }
            int begin = lineEnd + 1;
            int here = (int) Math.min(size, to - begin);
            int kept = Math.min(here, limit - length);
            System.arraycopy(bytes, begin, out, length, kept);
            length += kept;
            if (kept < here) {
                return new Unpacked(Arrays.copyOf(out, length), true, false);
            }
            if (here < size) {
                return new Unpacked(Arrays.copyOf(out, length), false, true);
            }
            at = begin + here;
            if (at < to && bytes[at] == '\r') {
                at++;
            }
            if (at < to && bytes[at] == '\n') {
                at++;
            }
        }
    }

    /** A chunk's data is followed by a line break, unless the body was cut within it; the last chunk's line by fields alone. */
    private static boolean closes(byte[] bytes, int from, long size, int to) {
        if (size > 0) {
            return from + size >= to || isBreak(bytes[(int) (from + size)]);
        }
        return new String(bytes, from, Math.min(to - from, CHUNK_LINE), StandardCharsets.ISO_8859_1)
                .lines()
                .allMatch(line -> line.isBlank() || line.indexOf(':') > 0);
    }

    private static boolean isBreak(byte b) {
        return b == '\r' || b == '\n';
    }

    private static int endOfLine(byte[] bytes, int from, int to) {
        int last = Math.min(to, from + CHUNK_LINE);
        for (int i = from; i < last; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static long sizeOf(byte[] bytes, int from, int lineEnd) {
        long size = 0;
        int digits = 0;
        int at = from;
        while (at < lineEnd && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        while (at + 1 < lineEnd && bytes[at] == '0' && Character.digit(bytes[at + 1], 16) >= 0) {
            // Some write sizes to a fixed width.
            at++;
        }
        for (; at < lineEnd; at++, digits++) {
            int digit = Character.digit(bytes[at], 16);
            if (digit < 0) {
                break;
            }
            size = size << 4 | digit;
        }
        boolean ended = at == lineEnd || bytes[at] == '\r' || bytes[at] == ';' || bytes[at] == ' ' || bytes[at] == '\t';
        return digits >= 1 && digits <= 8 && ended ? size : -1;
    }
}
