package org.snapshothub.extract.page;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of a zip, by its central directory, or by walking from entry to entry where that is lost.
 *
 * <p>Our own, because the JDK's {@code ZipFile} wants a file on disk, and its {@code ZipInputStream} cannot read stored
 * entries of unknown size, which is what WACZ writers produce.
 */
final class ZipEntries {

    /**
     * One entry.
     *
     * @param method 0 stored, 8 deflated
     * @param header where its local header begins
     * @param packed bytes of its data as they stand in the zip
     */
    record Entry(String name, int method, boolean encrypted, long header, long packed) {}

    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int END64 = 0x06064B50;
    private static final int LOCATOR64 = 0x07064B50;
    private static final int LONGEST_END = 22 + 0xFFFF;
    private static final long LARGE = 0xFFFFFFFFL;

    private final Source source;

    ZipEntries(Source source) {
        this.source = source;
    }

    /** By the central directory. */
    List<Entry> listed() throws IOException {
        long from = Math.max(0, source.size() - LONGEST_END - 20);
        ByteBuffer tail = bytes(from, (int) (source.size() - from));
        int end = endOf(tail);
        if (end < 0) {
            throw new Damaged(PageReason.DAMAGED_ZIP, "the zip has no directory at its end");
        }
        long offset = tail.getInt(end + 16) & LARGE;
        long size = tail.getInt(end + 12) & LARGE;
        if (end >= 20 && tail.getInt(end - 20) == LOCATOR64) {
            ByteBuffer end64 = bytes(tail.getLong(end - 12), 56);
            if (end64.limit() < 56 || end64.getInt(0) != END64) {
                throw new Damaged(PageReason.DAMAGED_ZIP, "the zip's 64-bit directory is not where it should be");
            }
            size = end64.getLong(40);
            offset = end64.getLong(48);
        }
        return directory(offset, size);
    }

    private static int endOf(ByteBuffer tail) {
        for (int at = tail.limit() - 22; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return at;
            }
        }
        return -1;
    }

    private List<Entry> directory(long offset, long size) throws IOException {
        if (offset < 0 || size < 0 || offset > source.size() - size) {
            throw new Damaged(PageReason.DAMAGED_ZIP, "the zip's directory should lie outside the file");
        }
        List<Entry> entries = new ArrayList<>();
        try (RawInput raw = RawInput.window(source, offset, offset + size)) {
            while (raw.ensure(46) >= 46) {
                ByteBuffer fixed = here(raw);
                if (fixed.getInt(0) != CENTRAL) {
                    throw new Damaged(
                            PageReason.DAMAGED_ZIP, "no entry at byte " + raw.position() + " of the zip's directory");
                }
                entries.add(entry(raw, fixed));
            }
        }
        return entries;
    }

    private static Entry entry(RawInput raw, ByteBuffer fixed) throws IOException {
        int flags = fixed.getShort(8);
        int method = fixed.getShort(10);
        long packed = fixed.getInt(20) & LARGE;
        long unpacked = fixed.getInt(24) & LARGE;
        long header = fixed.getInt(42) & LARGE;
        int nameLength = fixed.getShort(28) & 0xFFFF;
        int extraLength = fixed.getShort(30) & 0xFFFF;
        int commentLength = fixed.getShort(32) & 0xFFFF;
        raw.skip(46);
        ByteBuffer name = take(raw, nameLength);
        ByteBuffer extra = take(raw, extraLength);
        take(raw, commentLength);
        ByteBuffer wide = wide(extra);
        if (unpacked == LARGE && wide.remaining() >= 8) {
            wide.getLong();
        }
        if (packed == LARGE && wide.remaining() >= 8) {
            packed = wide.getLong();
        }
        if (header == LARGE && wide.remaining() >= 8) {
            header = wide.getLong();
        }
        return new Entry(text(name), method, (flags & 1) != 0, header, packed);
    }

    /** The 64-bit sizes and offset among the extra fields, in the order in which they are needed. */
    private static ByteBuffer wide(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xFFFF;
            int length = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
            if (id == 1) {
                return extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            extra.position(extra.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private static ByteBuffer take(RawInput raw, int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int taken = 0; taken < length; ) {
            if (!raw.more()) {
                throw new Damaged(PageReason.DAMAGED_ZIP, "the zip's directory ends inside an entry");
            }
            int here = Math.min(length - taken, raw.available());
            System.arraycopy(raw.buffer(), raw.at(), bytes, taken, here);
            raw.skip(here);
            taken += here;
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** By the local headers, from the first on, as far as they say how long their data is. */
    List<Entry> walked() throws IOException {
        List<Entry> entries = new ArrayList<>();
        long at = 0;
        while (at >= 0 && at < source.size()) {
            ByteBuffer fixed = bytes(at, 30);
            if (fixed.limit() < 30 || fixed.getInt(0) != LOCAL) {
                break;
            }
            int flags = fixed.getShort(6);
            long packed = fixed.getInt(18) & LARGE;
            int nameLength = fixed.getShort(26) & 0xFFFF;
            int extraLength = fixed.getShort(28) & 0xFFFF;
            boolean unknown = (flags & 8) != 0 && packed == 0 || packed == LARGE;
            if (unknown) {
                packed = source.size() - at;
            }
            entries.add(new Entry(text(bytes(at + 30, nameLength)), fixed.getShort(8), (flags & 1) != 0, at, packed));
            at = unknown ? -1 : at + 30 + nameLength + extraLength + packed;
        }
        return entries;
    }

    /** Where an entry's data begins. */
    long data(Entry entry) throws IOException {
        ByteBuffer fixed = bytes(entry.header(), 30);
        if (fixed.limit() < 30 || fixed.getInt(0) != LOCAL) {
            throw new Damaged(PageReason.DAMAGED_ZIP, "the zip's entry " + entry.name() + " is not where it should be");
        }
        return entry.header() + 30 + (fixed.getShort(26) & 0xFFFF) + (fixed.getShort(28) & 0xFFFF);
    }

    private static String text(ByteBuffer name) {
        return new String(name.array(), name.arrayOffset(), name.limit(), StandardCharsets.UTF_8);
    }

    private static ByteBuffer here(RawInput raw) {
        return ByteBuffer.wrap(raw.buffer(), raw.at(), raw.available()).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer bytes(long offset, int length) throws IOException {
        if (offset < 0 || offset > source.size()) {
            return ByteBuffer.allocate(0);
        }
        try (var in = source.open(offset)) {
            return ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
