package org.snapshothub.extract.page;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.netpreserve.jwarc.WarcDigest;

/**
 * What an archive says of a record before its block: the fields of WARC, or the one line of ARC.
 *
 * @param type WARC-Type in lower case; for ARC {@code response}, {@code warcinfo} or {@code resource}
 * @param url the address as it should read, without the angle brackets some tools write; null when absent
 * @param date null when absent or no date
 * @param contentType of the block, for ARC of the payload; null when absent
 * @param length bytes of the block
 * @param fields the WARC fields; for ARC none
 * @param arc whether it is an ARC record
 */
record RecordHead(String type, String url, Instant date, String contentType, long length, Head fields, boolean arc) {

    private static final DateTimeFormatter FOURTEEN_DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter OFFSET_OR_NONE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int ARC_LINE = 8_192;

    /** Whether a record begins at {@code from}. */
    static boolean beginsAt(byte[] bytes, int from, int to) {
        return warcAt(bytes, from, to) || arcAt(bytes, from, to);
    }

    static boolean warcAt(byte[] bytes, int from, int to) {
        return to - from >= 6
                && (bytes[from] | 0x20) == 'w'
                && (bytes[from + 1] | 0x20) == 'a'
                && (bytes[from + 2] | 0x20) == 'r'
                && (bytes[from + 3] | 0x20) == 'c'
                && bytes[from + 4] == '/'
                && bytes[from + 5] >= '0'
                && bytes[from + 5] <= '9';
    }

    /** Whether these few bytes, all that a member has left, may be the beginning of {@code WARC/1}. */
    static boolean warcBegunAt(byte[] bytes, int from, int to) {
        String begun = new String(bytes, from, Math.min(6, to - from), StandardCharsets.ISO_8859_1);
        return !begun.isEmpty() && "WARC/".regionMatches(true, 0, begun, 0, Math.min(5, begun.length()));
    }

    static boolean arcAt(byte[] bytes, int from, int to) {
        int last = Math.min(to, from + ARC_LINE);
        int scheme = from;
        while (scheme < last && scheme < from + 16 && isSchemeLetter(bytes[scheme])) {
            scheme++;
        }
        if (scheme == from || scheme >= last || bytes[scheme] != ':') {
            return false;
        }
        int end = scheme;
        while (end < last && bytes[end] != '\n') {
            end++;
        }
        return end < last && ArcLine.parse(new String(bytes, from, end - from, StandardCharsets.ISO_8859_1)) != null;
    }

    private static boolean isSchemeLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '+';
    }

    static RecordHead ofWarc(Head head) throws Damaged {
        byte[] version = head.first().getBytes(StandardCharsets.ISO_8859_1);
        if (head.broken() || !warcAt(version, 0, version.length)) {
            throw new Damaged(PageReason.DAMAGED_RECORD, "a line of the record's head is no field");
        }
        String type = head.value("warc-type");
        if (type == null || type.isEmpty()) {
            throw new Damaged(PageReason.DAMAGED_RECORD, "the record's head has no WARC-Type");
        }
        return new RecordHead(
                type.toLowerCase(Locale.ROOT),
                unbracketed(head.value("warc-target-uri")),
                instant(head.value("warc-date")),
                head.value("content-type"),
                length(head),
                head,
                false);
    }

    private static long length(Head head) throws Damaged {
        String length = head.value("content-length");
        long lengths = head.fields().getOrDefault("content-length", List.of()).stream()
                .distinct()
                .count();
        if (length == null || lengths != 1 || length.isEmpty() || length.length() > 18 || !digits(length)) {
            String seen = length == null ? "none" : "\"" + head.list("content-length") + "\"";
            throw new Damaged(
                    PageReason.DAMAGED_RECORD, "the record's Content-Length should be a number, but is " + seen);
        }
        return Long.parseLong(length);
    }

    static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static RecordHead ofArc(ArcLine line) throws Damaged {
        if (line == null || line.length() < 0) {
            throw new Damaged(
                    PageReason.DAMAGED_RECORD, "an ARC record's line should end in a date, a type and a length");
        }
        boolean description = line.url().startsWith("filedesc:");
        boolean http = line.url().regionMatches(true, 0, "http", 0, 4);
        return new RecordHead(
                description ? "warcinfo" : http ? "response" : "resource",
                line.url(),
                line.date(),
                line.contentType(),
                line.length(),
                new Head("", Map.of(), false),
                true);
    }

    /** The digest of the block or the payload as declared; null when absent or not to be understood. */
    WarcDigest digest(String field) {
        return DeclaredDigest.read(fields.value(field));
    }

    /** Null for none, and for one that is empty. */
    static String unbracketed(String uri) {
        boolean bracketed = uri != null && uri.startsWith("<") && uri.endsWith(">");
        String bare = bracketed ? uri.substring(1, uri.length() - 1) : uri;
        return bare == null || bare.isBlank() ? null : bare;
    }

    /**
     * Whether a page may have been captured then. Times far off are more than wrong: one before 1678 or after 2261 keeps
     * readers that count nanoseconds, delta-rs among them, from reading the table at all.
     */
    static boolean isWithinReason(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1970 && year <= 2200;
    }

    /**
     * WARC 1.0 and 1.1 dates, and the fourteen digits of ARC, which are UTC where they name no offset; null for anything
     * else, days, months and years without a time of day among it.
     */
    static Instant instant(String date) {
        if (date == null) {
            return null;
        }
        if (date.length() == 14 && digits(date)) {
            return ArcLine.time(date);
        }
        try {
            Instant time = OffsetDateTime.parse(date.toUpperCase(Locale.ROOT), OFFSET_OR_NONE)
                    .toInstant();
            return isWithinReason(time) ? time : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * {@code URL IP-address date content-type length}, and in version 2 more between the last two.
     *
     * @param length -1 when it is no length
     */
    record ArcLine(String url, Instant date, String contentType, long length) {

        /** Read from its end, because some URLs hold spaces; null when it is no such line. */
        static ArcLine parse(String line) {
            String[] words = line.strip().split(" ");
            for (int i = words.length - 3; i >= 2; i--) {
                if (date(words[i]) && address(words[i - 1])) {
                    String last = words[words.length - 1];
                    return new ArcLine(
                            readable(String.join(" ", Arrays.asList(words).subList(0, i - 1))),
                            time(words[i]),
                            words[i + 1],
                            last.length() <= 18 && digits(last) ? Long.parseLong(last) : -1);
                }
            }
            return null;
        }

        /** To the second, as the format says; old ones end with the minute, newer ones may add milliseconds. */
        private static boolean date(String word) {
            return (word.length() == 12 || word.length() == 14 || word.length() == 17) && digits(word);
        }

        /** Addresses were written as they came over the wire: the bytes of Hangul, in UTF-8 or MS949. */
        private static String readable(String latin) {
            byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
            String utf8 = new String(bytes, StandardCharsets.UTF_8);
            return utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(bytes, Labels.MS949);
        }

        private static boolean address(String word) {
            if (word.equals("-")) {
                return true;
            }
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (Character.digit(c, 16) < 0 && c != '.' && c != ':') {
                    return false;
                }
            }
            return word.length() >= 2;
        }

        private static Instant time(String digits) {
            String seconds = digits.length() == 12 ? digits + "00" : digits.substring(0, 14);
            try {
                Instant time = LocalDateTime.parse(seconds, FOURTEEN_DIGITS).toInstant(ZoneOffset.UTC);
                return isWithinReason(time) ? time : null;
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
