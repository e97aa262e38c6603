package org.snapshothub.extract.page;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Zstd frames by RFC 8878, with the place of each, and the dictionary that a {@code .warc.zst} may carry in a skippable
 * frame before them (IIPC, "WARC compression with zstd").
 */
final class ZstdFrames extends Members {

    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int DICTIONARY = 0x184D2A5D;
    private static final int DICTIONARY_LIMIT = 16 << 20;
    private static final int SIZE = 1 << 16;

    private final ByteBuffer in = ByteBuffer.allocateDirect(SIZE);
    private final ByteBuffer out = ByteBuffer.allocateDirect(2 * SIZE);
    private ZstdDecompressCtx context = new ZstdDecompressCtx();
    private byte[] dictionary;
    private boolean ended = true;

    ZstdFrames(RawInput raw) {
        super(raw);
        in.limit(0);
        out.limit(0);
    }

    static boolean isMagic(int word) {
        return word == MAGIC || (word & 0xFFFFFFF0) == SKIPPABLE;
    }

    @Override
    boolean next() throws IOException {
        while (true) {
            start = raw.position();
            if (!raw.more()) {
                return false;
            }
            if (raw.ensure(4) < 4) {
                throw cut();
            }
            int magic = word(0);
            if ((magic & 0xFFFFFFF0) == SKIPPABLE) {
                skippable(magic);
            } else if (magic == MAGIC) {
                ended = false;
                out.limit(0);
                return true;
            } else {
                throw Damaged.member(PageReason.GARBAGE, "no zstd frame begins at byte " + start);
            }
        }
    }

    private int word(int offset) {
        byte[] bytes = raw.buffer();
        int at = raw.at() + offset;
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    private Damaged cut() {
        return Damaged.member(PageReason.TRUNCATED_RECORD, "the file ends inside the zstd frame at byte " + start);
    }

    private void skippable(int magic) throws IOException {
        if (raw.ensure(8) < 8) {
            throw cut();
        }
        long size = word(4) & 0xFFFFFFFFL;
        raw.skip(8);
        if (magic == DICTIONARY && size <= DICTIONARY_LIMIT) {
            byte[] bytes = new byte[(int) Math.min(size, Math.max(0, raw.remaining()))];
            for (int length = 0; length < size; ) {
                if (!raw.more() || length == bytes.length) {
                    throw cut();
                }
                int taken = Math.min(bytes.length - length, raw.available());
                System.arraycopy(raw.buffer(), raw.at(), bytes, length, taken);
                raw.skip(taken);
                length += taken;
            }
            learn(bytes);
            return;
        }
        for (long left = size; left > 0; ) {
            if (!raw.more()) {
                throw cut();
            }
            int taken = (int) Math.min(left, raw.available());
            raw.skip(taken);
            left -= taken;
        }
    }

    /** The dictionary may itself be a zstd frame. */
    private void learn(byte[] bytes) throws IOException {
        boolean packed = bytes.length >= 4
                && bytes[0] == 0x28
                && bytes[1] == (byte) 0xB5
                && bytes[2] == 0x2F
                && bytes[3] == (byte) 0xFD;
        Unpacked unpacked = packed ? Codings.zstd(bytes, 0, bytes.length, DICTIONARY_LIMIT) : null;
        if (packed && unpacked.fault()) {
            throw Damaged.member(
                    PageReason.DAMAGED_MEMBER, "the zstd dictionary at byte " + start + " does not decompress");
        }
        dictionary = packed ? unpacked.content() : bytes;
        try {
            // A file put together from several has the dictionary of each.
            renew();
        } catch (ZstdException e) {
            dictionary = null;
            renew();
            throw Damaged.member(PageReason.DAMAGED_MEMBER, "the zstd dictionary at byte " + start + " is none");
        }
    }

    @Override
    int read(byte[] into, int from, int length) throws IOException {
        while (!out.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decompress();
        }
        int taken = Math.min(length, out.remaining());
        out.get(into, from, taken);
        return taken;
    }

    private void decompress() throws IOException {
        boolean starved = !raw.more();
        int given = Math.min(raw.available(), SIZE);
        in.clear();
        in.put(raw.buffer(), raw.at(), given).flip();
        out.clear();
        try {
            ended = context.decompressDirectByteBufferStream(out, in);
        } catch (ZstdException e) {
            out.limit(0);
            throw Damaged.member(
                    PageReason.DAMAGED_MEMBER,
                    "the zstd frame at byte " + start + " does not decompress: " + e.getMessage());
        }
        raw.skip(given - in.remaining());
        out.flip();
        if (starved && !ended && !out.hasRemaining()) {
            throw cut();
        }
    }

    @Override
    boolean resync() throws IOException {
        renew();
        raw.seek(start + 1);
        while (raw.ensure(4) >= 4) {
            if (isMagic(word(0))) {
                return true;
            }
            raw.skip(1);
        }
        return false;
    }

    private void renew() {
        context.close();
        context = new ZstdDecompressCtx();
        if (dictionary != null) {
            context.loadDict(dictionary);
        }
        ended = true;
        out.limit(0);
    }

    @Override
    boolean reopen(long offset) throws IOException {
        renew();
        return raw.seek(offset) && next();
    }

    @Override
    void restart() throws IOException {
        dictionary = null;
        renew();
        raw.seek(first);
    }

    @Override
    long position() {
        return raw.position();
    }

    @Override
    public void close() throws IOException {
        context.close();
        super.close();
    }
}
