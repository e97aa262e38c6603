package org.snapshothub.bronze.live;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.snapshothub.extract.page.Head;

/** An HTTP answer's bytes off the wire: where its head and its body end, never taking more than asked. */
final class Wire {

    private static final int LONGEST_HEAD = 64 << 10;

    /**
     * A body as it came.
     *
     * @param truncated null, {@code length} where the limit cut it, {@code disconnect} where the server did
     */
    record Body(byte[] bytes, String truncated) {
        static final Body NONE = new Body(new byte[0], null);
    }

    private final InputStream in;

    Wire(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 14);
    }

    /** The bytes up to and with the empty line; bare line feeds end lines too. */
    byte[] head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(1_024);
        int lineLength = 0;
        while (head.size() < LONGEST_HEAD) {
            int b = in.read();
            if (b < 0) {
                throw head.size() == 0
                        ? new EOFException("closed without an answer")
                        : new FetchFault(FetchReason.BAD_ANSWER, "the answer ends within its head");
            }
            head.write(b);
            if (b == '\n') {
                if (lineLength == 0 && head.size() > 2) {
                    return head.toByteArray();
                }
                lineLength = 0;
            } else if (b != '\r') {
                lineLength++;
            }
        }
        throw new FetchFault(FetchReason.BAD_ANSWER, "the answer's head is longer than " + LONGEST_HEAD + " bytes");
    }

    /** The body that {@code head} announces, at most {@code limit} bytes of it. */
    Body body(Head head, int limit) throws IOException {
        Gathered gathered = new Gathered(in, limit);
        if (head.list("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            return gathered.body(chunks(gathered));
        }
        long length = length(head.value("content-length"));
        Gathered.End end = gathered.take(length < 0 ? Long.MAX_VALUE : length);
        // Without a length the server's closing is the body's end.
        return gathered.body(length < 0 && end == Gathered.End.CLOSED ? Gathered.End.WHOLE : end);
    }

    /** Takes the chunks as they come, sizes and all; a body that is no chunks after all is taken to its end. */
    private static Gathered.End chunks(Gathered gathered) throws IOException {
        while (true) {
            String line = gathered.line();
            if (line == null) {
                return gathered.isFull() ? Gathered.End.LIMIT : Gathered.End.CLOSED;
            }
            if (line.isEmpty()) {
                continue;
            }
            long size = chunkSize(line);
            if (size == 0) {
                return Gathered.End.WHOLE;
            }
            Gathered.End end = gathered.take(size < 0 ? Long.MAX_VALUE : size);
            if (size < 0) {
                return end == Gathered.End.CLOSED ? Gathered.End.WHOLE : end;
            }
            if (end != Gathered.End.WHOLE) {
                return end;
            }
        }
    }

    /** A chunk's size; -1 when the line is none. */
    private static long chunkSize(String line) {
        int end = 0;
        while (end < line.length() && Character.digit(line.charAt(end), 16) >= 0) {
            end++;
        }
        boolean isSize = end > 0 && end <= 8 && (end == line.length() || " ;\t".indexOf(line.charAt(end)) >= 0);
        return isSize ? Long.parseLong(line.substring(0, end), 16) : -1;
    }

    private static long length(String declared) {
        boolean isNumber = declared != null
                && !declared.isEmpty()
                && declared.length() <= 18
                && declared.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(declared) : -1;
    }
}
