package org.snapshothub.extract.page;

import java.nio.charset.StandardCharsets;

/** What bytes are, judged by their beginning. */
enum Content {
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
        "Rar!"
    };

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
        for (int i = from; i < to; i++) {
            int b = bytes[i] & 0xFF;
            if (b == 0) {
                nulls++;
            } else if (b == 0x1B || b == 0x0E || b == 0x0F) {
                escapes++;
            } else if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                controls++;
            } else if (b > ' ' && b < 0x7F) {
                if (first < 0) {
                    first = b;
                } else if (second < 0) {
                    second = b;
                }
            }
        }
        int length = to - from;
        boolean wide = nulls > 0 && Wide.of(bytes, from, to) != null;
        boolean noisy = controls * 50 > length || (!wide && nulls * 50 > length) || (escapes * 4 > length);
        if (noisy) {
            return OTHER;
        }
        if (first == '<') {
            return MARKUP;
        }
        return first == '{' && (second == '"' || second == '}') ? JSON : TEXT;
    }
}
