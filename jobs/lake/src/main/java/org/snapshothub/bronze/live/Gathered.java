package org.snapshothub.bronze.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** What has been taken of a body so far, never more than the limit. */
final class Gathered {

    /** Why taking ended. */
    enum End {
        /** All that was asked for is there. */
        WHOLE,
        /** The limit cut it. */
        LIMIT,
        /** The server closed first. */
        CLOSED
    }

    private static final int LONGEST_LINE = 1_024;

    private final InputStream in;
    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    private final byte[] step = new byte[1 << 14];

    Gathered(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    boolean isFull() {
        return bytes.size() >= limit;
    }

    End take(long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (isFull()) {
                return in.read() < 0 ? End.CLOSED : End.LIMIT;
            }
            int read = in.read(step, 0, (int) Math.min(left, Math.min(step.length, limit - bytes.size())));
            if (read < 0) {
                return End.CLOSED;
            }
            bytes.write(step, 0, read);
            left -= read;
        }
        return End.WHOLE;
    }

    /** The next line without its break; null when the body ends first. A line too long comes in pieces. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            if (isFull()) {
                return null;
            }
            int b = in.read();
            if (b < 0) {
                return null;
            }
            bytes.write(b);
            if (b == '\n') {
                break;
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }

    Wire.Body body(End end) {
        String truncated =
                switch (end) {
                    case WHOLE -> null;
                    case LIMIT -> "length";
                    case CLOSED -> "disconnect";
                };
        return new Wire.Body(bytes.toByteArray(), truncated);
    }
}
