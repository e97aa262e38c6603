package org.snapshothub.extract.page;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The members' bytes as records see them: one stream that knows where members begin and can go back a little. */
final class RecordStream implements Closeable {

    private static final int SIZE = 1 << 16;
    private static final int LINE = 8_192;
    private static final int DIRECT = 4_096;
    private static final long FREE_REWIND = 32 << 20;
    private static final Pattern FIRST_LINES =
            Pattern.compile("warc/[0-9]\\.[0-9]{1,2}\\r?\\n(warc|content)-[a-z]", Pattern.CASE_INSENSITIVE);
    private static final int FIRST_LINES_LENGTH = 24;

    private final Members members;
    private final byte[] buffer = new byte[SIZE];
    private final byte[] scratch = new byte[SIZE];
    private long base;
    private int at;
    private int limit;
    private boolean open;
    private long furthestMember = -1;
    private long furthest;
    private long seen;
    private long rewound;
    private int crossings;

    RecordStream(Members members) {
        this.members = members;
    }

    Members members() {
        return members;
    }

    /** Bytes of the current member before the next byte. */
    long within() {
        return base + at;
    }

    /** Where the next byte is to be found in the file: itself, or the compressed member that holds it. */
    long offset() {
        return members.compressed() ? members.start() : members.start() + within();
    }

    /** Room for bytes nobody wants. */
    byte[] scratch() {
        return scratch;
    }

    /** Whether the current member has another byte. At its end, its checksum has been found right. */
    boolean more() throws IOException {
        return at < limit || (open && ensure(1) > 0);
    }

    /** Makes {@code wanted} bytes of the current member available where it has them; gives the number there are. */
    private int ensure(int wanted) throws IOException {
        if (limit - at >= wanted || !open) {
            return limit - at;
        }
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        base += at;
        limit -= at;
        at = 0;
        while (limit < wanted && open) {
            int read = members.read(buffer, limit, SIZE - limit);
            if (read < 0) {
                open = false;
            } else {
                limit += read;
                advanced();
            }
        }
        return limit;
    }

    /** Goes to the next member that has a byte; false at the end of the input. */
    boolean nextMember() throws IOException {
        do {
            forget();
            if (!members.next()) {
                return false;
            }
            open = true;
        } while (!more());
        return true;
    }

    private void forget() {
        base = 0;
        at = 0;
        limit = 0;
        open = false;
    }

    /** After damage to the compression: goes to where the next member begins; false when there is none. */
    boolean resync() throws IOException {
        forget();
        return members.resync();
    }

    /** Whether a record begins here. */
    boolean atRecord() throws IOException {
        if (ensure(6) == 0) {
            return false;
        }
        if (RecordHead.warcAt(buffer, at, limit)) {
            return true;
        }
        ensure(LINE);
        return RecordHead.arcAt(buffer, at, limit);
    }

    /** Whether a WARC record begins here, perhaps with only its first letters in this member. */
    boolean atWarc() throws IOException {
        return ensure(6) < 6 ? RecordHead.warcBegunAt(buffer, at, limit) : RecordHead.warcAt(buffer, at, limit);
    }

    /** How many members begin inside the record being read. */
    int crossings() {
        return crossings;
    }

    void beginRecord() {
        crossings = 0;
    }

    /** Makes a byte of the record available, in the next member if need be. */
    private void need() throws IOException {
        if (more()) {
            return;
        }
        if (!nextMember()) {
            throw new Damaged(PageReason.TRUNCATED_RECORD, "the input ends inside the record");
        }
        crossings++;
        if (atRecord()) {
            throw new Damaged(PageReason.RECORD_LENGTH, "the next record begins before the end this one's length says");
        }
    }

    /** Takes up to {@code length} bytes of the record, at least one. */
    int read(byte[] into, int from, int length) throws IOException {
        if (at == limit && open && length >= DIRECT) {
            int read = direct(into, from, length);
            if (read > 0) {
                return read;
            }
        }
        need();
        int taken = Math.min(length, limit - at);
        System.arraycopy(buffer, at, into, from, taken);
        at += taken;
        return taken;
    }

    /** Large reads go past the buffer. */
    private int direct(byte[] into, int from, int length) throws IOException {
        base += limit;
        at = 0;
        limit = 0;
        int read = members.read(into, from, length);
        if (read < 0) {
            open = false;
            return 0;
        }
        base += read;
        advanced();
        return read;
    }

    /** Counts only bytes never seen before: what is read again must not earn the right to be read again. */
    private void advanced() {
        if (members.start() > furthestMember) {
            furthestMember = members.start();
            furthest = 0;
        }
        if (members.start() == furthestMember && base + limit > furthest) {
            seen += base + limit - furthest;
            furthest = base + limit;
        }
    }

    /** Takes a head, with the empty line that ends it, of at most {@code most} bytes; what there is when it is longer. */
    Block head(long most) throws IOException {
        Block head = new Block(Limits.HEAD);
        int inLine = 0;
        while (head.length() < most && head.length() < Limits.HEAD) {
            need();
            int last = (int) Math.min(limit, at + Math.min(most, Limits.HEAD) - head.length());
            for (int i = at; i < last; i++) {
                byte b = buffer[i];
                if (b == '\n') {
                    if (inLine == 0) {
                        head.append(buffer, at, i + 1 - at);
                        at = i + 1;
                        return head;
                    }
                    inLine = 0;
                } else if (b != '\r') {
                    inLine++;
                }
            }
            head.append(buffer, at, last - at);
            at = last;
        }
        return head;
    }

    /** Takes a line without its end, or the beginning of one too long to be a head. */
    String line() throws IOException {
        Block line = new Block(LINE);
        while (line.room() > 0) {
            need();
            int last = Math.min(limit, at + line.room());
            int end = at;
            while (end < last && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, at, end - at);
            at = end;
            if (end < last) {
                at++;
                break;
            }
        }
        return new String(line.bytes(), 0, line.length(), StandardCharsets.ISO_8859_1);
    }

    /** Skips line breaks in the current member; gives how many line feeds there were. */
    int skipBreaks() throws IOException {
        int feeds = 0;
        while (more() && (buffer[at] == '\r' || buffer[at] == '\n')) {
            feeds += buffer[at++] == '\n' ? 1 : 0;
        }
        return feeds;
    }

    /**
     * Goes on to the next line of the current member where a record begins, but not past {@code before}; false when
     * there is none, or when the member ends.
     */
    boolean skipToRecord(long before) throws IOException {
        while (within() < before && more()) {
            int last = (int) Math.min(limit, at + before - within());
            while (at < last && buffer[at] != '\n' && (buffer[at] | 0x20) != 'w') {
                at++;
            }
            if (at == last) {
                continue;
            }
            if (buffer[at] != '\n') {
                if (behindGarbage()) {
                    return true;
                }
                at++;
                continue;
            }
            at++;
            if (more() && mayBegin(buffer[at]) && atRecord()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a WARC record begins here though no line does, behind garbage without a line break. Text that only speaks of
     * the format has no field in the next line.
     */
    private boolean behindGarbage() throws IOException {
        int seen = Math.min(FIRST_LINES_LENGTH, ensure(FIRST_LINES_LENGTH));
        return RecordHead.warcAt(buffer, at, limit)
                && FIRST_LINES
                        .matcher(new String(buffer, at, seen, StandardCharsets.ISO_8859_1))
                        .lookingAt();
    }

    /** A record begins with WARC or an URL's scheme: most lines need no further look. */
    private static boolean mayBegin(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    /** Drops the rest of the current member. */
    void skipMember() throws IOException {
        while (more()) {
            at = limit;
        }
    }

    /** Bytes sure to be left, or a number too large to matter. */
    long remaining() {
        long unread = members.remaining();
        return unread == Long.MAX_VALUE ? unread : unread + limit - at;
    }

    /** Whether an HTTP answer begins here, perhaps with only its first letters in this member. */
    boolean atHttp() throws IOException {
        need();
        int seen = Math.min(5, ensure(5));
        return "HTTP/".regionMatches(true, 0, new String(buffer, at, seen, StandardCharsets.ISO_8859_1), 0, seen);
    }

    /** Goes back to a place seen before; false when that has been done too often, and we stay where we are. */
    boolean rewind(long member, long place) throws IOException {
        boolean buffered = member == members.start() && place >= base && place <= base + limit;
        rewound += buffered ? Math.max(0, within() - place) : members.compressed() ? place : 0;
        if (rewound > seen + FREE_REWIND) {
            return false;
        }
        if (buffered) {
            at = (int) (place - base);
            return true;
        }
        if (!members.reopen(members.compressed() ? member : member + place)) {
            return false;
        }
        forget();
        open = true;
        if (members.compressed()) {
            skip(place);
        } else {
            base = place;
        }
        return true;
    }

    private void skip(long bytes) throws IOException {
        for (long left = bytes; left > 0 && more(); ) {
            int taken = (int) Math.min(left, limit - at);
            at += taken;
            left -= taken;
        }
    }

    /** The next bytes, for a reader to see what stood there. */
    String excerpt() throws IOException {
        int seen = Math.min(200, ensure(200));
        return new String(buffer, at, seen, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        members.close();
    }
}
