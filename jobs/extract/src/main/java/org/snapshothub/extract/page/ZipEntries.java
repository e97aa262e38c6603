package org.snapshothub.extract.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

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
     * @param crc of what they unpack to; -1 when the zip does not say
     */
    record Entry(String name, int method, boolean encrypted, long header, long packed, long crc) {}

    /** How every signature begins. */
    private static final short PK = 0x4B50;

    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int DESCRIPTOR = 0x08074B50;
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
        int count = tail.getShort(end + 10) & 0xFFFF;
        if (end >= 20 && tail.getInt(end - 20) == LOCATOR64) {
            ByteBuffer end64 = bytes(tail.getLong(end - 12), 56);
            if (end64.limit() < 56 || end64.getInt(0) != END64) {
                throw new Damaged(PageReason.DAMAGED_ZIP, "the zip's 64-bit directory is not where it should be");
            }
            size = end64.getLong(40);
            offset = end64.getLong(48);
        }
        List<Entry> entries = directory(offset, size);
        if (count != 0xFFFF && count != (entries.size() & 0xFFFF)) {
            throw new Damaged(
                    PageReason.DAMAGED_ZIP,
                    "the zip's directory holds " + entries.size() + " entries, and should hold " + count);
        }
        return entries;
    }

    /** The last that leads to the end of the file, since a comment may speak of another; else the last. */
    private static int endOf(ByteBuffer tail) {
        int last = -1;
        for (int at = tail.limit() - 22; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                if (at + 22 + (tail.getShort(at + 20) & 0xFFFF) == tail.limit()) {
                    return at;
                }
                last = Math.max(last, at);
            }
        }
        return last;
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
            if (raw.more()) {
                throw new Damaged(PageReason.DAMAGED_ZIP, "the zip's directory ends inside an entry");
            }
        }
        return entries;
    }

    private static Entry entry(RawInput raw, ByteBuffer fixed) throws IOException {
        int flags = fixed.getShort(8);
        int method = fixed.getShort(10);
        long crc = fixed.getInt(16) & LARGE;
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
        return new Entry(text(name), method, (flags & 1) != 0, header, packed, crc);
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

    /** By the local headers, each looked for behind the data of the one before. */
    List<Entry> walked() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (RawInput raw = RawInput.of(source)) {
            while (find(raw, LOCAL) && raw.ensure(30) >= 30) {
                entries.add(walked(raw));
            }
        } catch (Damaged e) {
            // The file ends inside a header.
            return entries;
        }
        return entries;
    }

    private Entry walked(RawInput raw) throws IOException {
        long header = raw.position();
        ByteBuffer fixed = here(raw);
        int flags = fixed.getShort(6);
        int method = fixed.getShort(8);
        long crc = fixed.getInt(14) & LARGE;
        long packed = fixed.getInt(18) & LARGE;
        long unpacked = fixed.getInt(22) & LARGE;
        int nameLength = fixed.getShort(26) & 0xFFFF;
        int extraLength = fixed.getShort(28) & 0xFFFF;
        raw.skip(30);
        ByteBuffer name = take(raw, nameLength);
        ByteBuffer wide = wide(take(raw, extraLength));
        if (packed == LARGE && unpacked == LARGE && wide.remaining() >= 16) {
            packed = wide.getLong(8);
        }
        long data = raw.position();
        boolean told = packed > 0 || (flags & 8) == 0;
        if (told && packed >= 0 && packed <= source.size() - data) {
            raw.seek(data + packed);
        } else {
            crc = described(raw, data);
            packed = raw.position() - data;
        }
        return new Entry(text(name), method, (flags & 1) != 0, header, packed, crc);
    }

    /** Goes to the end of data of unknown size: before what describes them, or the next header, or at the file's end; gives their CRC. */
    private static long described(RawInput raw, long data) throws IOException {
        while (find(raw, DESCRIPTOR, LOCAL, CENTRAL)) {
            ByteBuffer here = here(raw);
            if (here.getInt(0) != DESCRIPTOR) {
                return -1;
            }
            long size = raw.position() - data;
            if (raw.ensure(16) >= 16) {
                here = here(raw);
                if ((here.getInt(8) & LARGE) == (size & LARGE)) {
                    return here.getInt(4) & LARGE;
                }
            }
            raw.skip(1);
        }
        return -1;
    }

    /** Goes on to the next of {@code signatures}; false at the end of the file. */
    private static boolean find(RawInput raw, Integer... signatures) throws IOException {
        List<Integer> wanted = List.of(signatures);
        while (raw.ensure(1 << 12) >= 4) {
            ByteBuffer here = here(raw);
            int at = 0;
            while (at + 4 <= here.limit()) {
                if (here.getShort(at) == PK && wanted.contains(here.getInt(at))) {
                    raw.skip(at);
                    return true;
                }
                at++;
            }
            raw.skip(at);
        }
        raw.skip(raw.available());
        return false;
    }

    /** Whether an entry unpacks to what its checksum says, as far as the zip says one. */
    boolean matches(Entry entry) throws IOException {
        if (entry.crc() < 0) {
            return true;
        }
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        long left = entry.method() == 0 ? entry.packed() : Long.MAX_VALUE;
        try (InputStream in = entry.method() == 0
                ? source.open(data(entry))
                : new Deflated(source, entry.name(), data(entry), entry.packed()).open(0)) {
            int read = 0;
            while (left > 0 && read >= 0) {
                read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                crc.update(buffer, 0, Math.max(read, 0));
                left -= Math.max(read, 0);
            }
        }
        return entry.crc() == crc.getValue();
    }

    /** Where an entry's data begins. */
    long data(Entry entry) throws IOException {
        ByteBuffer fixed = bytes(entry.header(), 30);
        if (fixed.limit() < 30 || fixed.getInt(0) != LOCAL) {
            throw new Damaged(PageReason.DAMAGED_ZIP, "the zip's entry " + entry.name() + " is not where it should be");
        }
        return entry.header() + 30 + (fixed.getShort(26) & 0xFFFF) + (fixed.getShort(28) & 0xFFFF);
    }

    /** Names are UTF-8 or, whatever the flag says, what the packer's machine spoke. */
    private static String text(ByteBuffer name) {
        String utf8 = new String(name.array(), name.arrayOffset(), name.limit(), StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0
                ? utf8
                : new String(name.array(), name.arrayOffset(), name.limit(), Labels.MS949);
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
