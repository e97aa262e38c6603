package org.snapshothub.extract.page;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gzip members by RFC 1952, with the place of each.
 *
 * <p>Our own, because the JDK's {@code GZIPInputStream} hides where members begin and takes {@code available() == 0} for
 * the end of the file.
 */
final class GzipMembers extends Members {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int LOOKAHEAD = 4_096;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private boolean inflating;
    private boolean wellEnded;

    GzipMembers(RawInput raw) {
        super(raw);
    }

    @Override
    boolean next() throws IOException {
        skipPadding();
        start = raw.position();
        inflating = false;
        wellEnded = false;
        if (!raw.more()) {
            return false;
        }
        header();
        inflater.reset();
        crc.reset();
        inflating = true;
        return true;
    }

    /** Tapes and some tools pad with zeros. */
    private void skipPadding() throws IOException {
        while (raw.more() && raw.buffer()[raw.at()] == 0) {
            raw.skip(1);
        }
    }

    private void header() throws IOException {
        if (need() != 0x1F || need() != 0x8B || need() != 8) {
            throw Damaged.member(PageReason.GARBAGE, "no gzip member begins at byte " + start);
        }
        int flags = need();
        if ((flags & RESERVED) != 0) {
            throw Damaged.member(PageReason.DAMAGED_MEMBER, "reserved flags in the gzip header at byte " + start);
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(need() | need() << 8);
        }
        if ((flags & NAME) != 0) {
            skipString();
        }
        if ((flags & COMMENT) != 0) {
            skipString();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
    }

    private int need() throws IOException {
        int read = raw.read();
        if (read < 0) {
            throw cut();
        }
        return read;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            need();
        }
    }

    private void skipString() throws IOException {
        while (need() != 0) {}
    }

    private Damaged cut() {
        return Damaged.member(PageReason.TRUNCATED_RECORD, "the file ends inside the gzip member at byte " + start);
    }

    @Override
    int read(byte[] into, int from, int length) throws IOException {
        try {
            while (true) {
                int read = inflater.inflate(into, from, length);
                if (read > 0) {
                    crc.update(into, from, read);
                    return read;
                }
                if (inflater.finished()) {
                    raw.unskip(inflater.getRemaining());
                    inflating = false;
                    trailer();
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw new DataFormatException("needs a dictionary");
                }
                if (!raw.more()) {
                    throw cut();
                }
                inflater.setInput(raw.buffer(), raw.at(), raw.available());
                raw.skip(raw.available());
            }
        } catch (DataFormatException e) {
            throw Damaged.member(
                    PageReason.DAMAGED_MEMBER,
                    "the gzip member at byte " + start + " does not inflate after " + inflater.getBytesWritten()
                            + " bytes: " + e.getMessage());
        }
    }

    private void trailer() throws IOException {
        long expected = word();
        long size = word();
        wellEnded = true;
        if (expected != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw Damaged.member(
                    PageReason.DAMAGED_MEMBER, "the gzip member at byte " + start + " does not match its checksum");
        }
    }

    private long word() throws IOException {
        return (need() | need() << 8 | need() << 16 | (long) need() << 24) & 0xFFFFFFFFL;
    }

    @Override
    boolean resync() throws IOException {
        inflating = false;
        if (!wellEnded || !memberHere()) {
            raw.seek(start + 1);
        }
        while (raw.ensure(LOOKAHEAD) >= 18) {
            if (memberHere()) {
                return true;
            }
            raw.skip(1);
            skipToMagic();
        }
        return false;
    }

    private void skipToMagic() {
        byte[] bytes = raw.buffer();
        int from = raw.at();
        int last = from + raw.available() - 1;
        int at = from;
        while (at < last && !(bytes[at] == 0x1F && bytes[at + 1] == (byte) 0x8B)) {
            at++;
        }
        raw.skip(at - from);
    }

    /** Whether a member begins here that also inflates to something, and to a record's beginning if to little. */
    private boolean memberHere() throws IOException {
        if (raw.ensure(LOOKAHEAD) < 18) {
            return false;
        }
        byte[] bytes = raw.buffer();
        int at = raw.at();
        boolean magic = bytes[at] == 0x1F && bytes[at + 1] == (byte) 0x8B && bytes[at + 2] == 8;
        if (!magic || (bytes[at + 3] & RESERVED) != 0) {
            return false;
        }
        int body = bodyOf(bytes, at, Math.min(at + LOOKAHEAD, at + raw.available()));
        return body > 0 && inflates(bytes, body, at + raw.available());
    }

    private static int bodyOf(byte[] bytes, int member, int limit) {
        int flags = bytes[member + 3];
        int at = member + 10;
        if ((flags & EXTRA) != 0) {
            at += 2 + (bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8);
        }
        int strings = ((flags & NAME) != 0 ? 1 : 0) + ((flags & COMMENT) != 0 ? 1 : 0);
        while (strings > 0 && at < limit) {
            strings -= bytes[at++] == 0 ? 1 : 0;
        }
        at += (flags & HEADER_CRC) != 0 ? 2 : 0;
        return at < limit ? at : -1;
    }

    private static boolean inflates(byte[] bytes, int from, int limit) {
        Inflater trial = new Inflater(true);
        try {
            byte[] out = new byte[256];
            trial.setInput(bytes, from, Math.min(limit - from, LOOKAHEAD));
            int length = 0;
            while (length < out.length) {
                int read = trial.inflate(out, length, out.length - length);
                if (read == 0) {
                    break;
                }
                length += read;
            }
            return length == out.length || trial.finished() || RecordHead.beginsAt(out, 0, length);
        } catch (DataFormatException e) {
            return false;
        } finally {
            trial.end();
        }
    }

    @Override
    boolean reopen(long offset) throws IOException {
        return raw.seek(offset) && next();
    }

    @Override
    void restart() throws IOException {
        inflating = false;
        raw.seek(first);
    }

    @Override
    long position() {
        return raw.position() - (inflating ? inflater.getRemaining() : 0);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        super.close();
    }
}
