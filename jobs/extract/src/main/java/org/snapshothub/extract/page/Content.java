package org.snapshothub.extract.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What bytes are, judged by their beginning. */
enum Content {
    /** Nothing, or nothing but space. */
    EMPTY,
    WARC,
    ARC,
    GZIP,
    ZSTD,
    ZIP,
    /** HTML or XML. */
    MARKUP,
    TEXT,
    JSON,
    /** Images, PDF, noise: nothing with words to extract. */
    OTHER;

    private static final String[] BINARY_MAGIC = {
        "%PDF-",
        "\u0089PNG",
        "GIF8",
        "\u00FF\u00D8\u00FF",
        "RIFF",
        "\u00D0\u00CF\u0011\u00E0",
        "BZh",
        "7z\u00BC\u00AF",
        "Rar!",
        "{\\rtf",
        "%!PS"
    };

    private static final int WINDOW = 4_096;
    private static final Pattern MIME =
            Pattern.compile("(?:[a-z-]+:[^\\n]*+\\n(?:[ \\t][^\\n]*+\\n)*+)*?mime-version:", Pattern.CASE_INSENSITIVE);

    /** What a page of {@code length} bytes is: some have thousands of blank lines before their first word. */
    static Content ofPage(byte[] page, int length) {
        Content content = EMPTY;
        boolean marked = begins(page, 0, length, "\u00EF\u00BB\u00BF");
        for (int from = marked ? 3 : 0; from < length && content == EMPTY; from += WINDOW) {
            content = of(page, from, Math.min(length, from + WINDOW));
        }
        return content;
    }

    static Content of(byte[] bytes, int from, int to) {
        if (from >= to) {
            return EMPTY;
        }
        if (RecordHead.warcAt(bytes, from, to)) {
            return WARC;
        }
        if (RecordHead.arcAt(bytes, from, to)) {
            return ARC;
        }
        if (begins(bytes, from, to, "\u001F\u008B\b")) {
            return GZIP;
        }
        if (begins(bytes, from, to, "PK\u0003\u0004") || begins(bytes, from, to, "PK\u0005\u0006")) {
            return ZIP;
        }
        if (to - from >= 4 && ZstdFrames.isMagic(word(bytes, from))) {
            return ZSTD;
        }
        for (String magic : BINARY_MAGIC) {
            if (begins(bytes, from, to, magic)) {
                return OTHER;
            }
        }
        return words(bytes, from, to);
    }

    private static boolean begins(byte[] bytes, int from, int to, String magic) {
        int length = magic.length();
        return to - from >= length && new String(bytes, from, length, StandardCharsets.ISO_8859_1).equals(magic);
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    private static Content words(byte[] bytes, int from, int to) {
        int controls = 0;
        int first = -1;
        int second = -1;
        int escapes = 0;
        int nulls = 0;
        boolean beyondAscii = false;
        for (int i = from; i < to; i++) {
            int b = bytes[i] & 0xFF;
            if (b == 0) {
                nulls++;
            } else if (b == 0x1B || b == 0x0E || b == 0x0F) {
                escapes++;
            } else if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                controls++;
            } else if (b >= 0x80) {
                beyondAscii = true;
            } else if (b > ' ' && b < 0x7F) {
                if (first < 0) {
                    first = b;
                } else if (second < 0) {
                    second = b;
                }
            }
        }
        int length = to - from;
        Charset wide = nulls > 0 ? Wide.of(bytes, from, to) : null;
        if (wide != null) {
            // A half of a Hangul syllable may look like any control character.
            byte[] narrow = new String(bytes, from, length, wide)
                    .replace("\0", "\u0001")
                    .getBytes(StandardCharsets.UTF_8);
            return words(narrow, 0, narrow.length);
        }
        if (controls * 50 > length || nulls * 50 > length || escapes * 4 > length) {
            return OTHER;
        }
        if (first < 0 && !beyondAscii) {
            return EMPTY;
        }
        if (first == '<') {
            return MARKUP;
        }
        if ((first == '{' && (second == '"' || second == '}')) || (first == '[' && second == '{')) {
            return JSON;
        }
        return isMime(new String(bytes, from, Math.min(length, 1_024), StandardCharsets.ISO_8859_1)) ? OTHER : TEXT;
    }

    /** A page saved with all its parts, as browsers do into one file: none of them is there to be read as it stands. */
    private static boolean isMime(String head) {
        return MIME.matcher(head).lookingAt() && head.toLowerCase(Locale.ROOT).contains("multipart/");
    }
}
