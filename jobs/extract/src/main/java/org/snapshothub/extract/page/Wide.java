package org.snapshothub.extract.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** UTF-16 without a mark, told by the zero halves of its ASCII characters; UTF-32 by its mark only. */
final class Wide {

    private static final int WINDOW = 4_096;

    private Wide() {}

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    /** UTF-16 or UTF-32 in the byte order of {@code bytes}; null when they are neither. */
    static Charset of(byte[] bytes, int from, int to) {
        if (mark(bytes, from, to, 0xFF, 0xFE) && mark(bytes, from + 2, to, 0, 0)) {
            return UTF_32LE;
        }
        if (mark(bytes, from, to, 0, 0) && mark(bytes, from + 2, to, 0xFE, 0xFF)) {
            return UTF_32BE;
        }
        int last = Math.min(to, from + WINDOW) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = from; i + 1 < last; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int pairs = Math.max(1, (last - from) / 2);
        // Hangul has low bytes of zero too, 가 and 대 among them, but few of them.
        if (mark(bytes, from, to, 0xFE, 0xFF) || (even * 10 > pairs && odd * 4 < even)) {
            return StandardCharsets.UTF_16BE;
        }
        if (mark(bytes, from, to, 0xFF, 0xFE) || (odd * 10 > pairs && even * 4 < odd)) {
            return StandardCharsets.UTF_16LE;
        }
        return null;
    }

    private static boolean mark(byte[] bytes, int from, int to, int first, int second) {
        return to - from >= 2 && (bytes[from] & 0xFF) == first && (bytes[from + 1] & 0xFF) == second;
    }
}
