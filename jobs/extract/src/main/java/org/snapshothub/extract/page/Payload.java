package org.snapshothub.extract.page;

import java.util.Arrays;
import java.util.Locale;

/**
 * The body of an HTTP answer with its codings undone, whether or not the head tells the truth about them.
 *
 * @param content at most the limit
 * @param dechunked where the body lies in {@code stored} form after the transfer coding, for its digest
 * @param cut whether the limit cut it
 * @param fault the coding that broke or ended early: {@code transfer-coding} or {@code content-coding}; null when none
 */
record Payload(byte[] content, byte[] dechunked, boolean cut, String fault) {

    /**
     * Undoes what {@code http} declares and {@code bytes} show.
     *
     * @param http null for content that came without HTTP
     * @throws Damaged when nothing readable comes out
     */
    static Payload of(Head http, byte[] bytes, int from, int to, int limit) throws Damaged {
        Unpacked body = http == null ? null : dechunked(http, bytes, from, to);
        byte[] dechunked = body == null ? null : body.content();
        String fault = body != null && body.fault() ? "transfer-coding" : null;
        byte[] in = body == null ? bytes : dechunked;
        int begin = body == null ? from : 0;
        int end = body == null ? to : in.length;

        String[] codings = http == null
                ? new String[0]
                : (http.list("content-encoding") + "," + http.list("transfer-encoding")).split(",");
        boolean cut = false;
        boolean undid = false;
        for (int i = codings.length; i >= 0; i--) {
            // The last step asks for a gzip or zstd that nobody declared.
            String coding = i == 0 ? "" : codings[i - 1].strip().toLowerCase(Locale.ROOT);
            Unpacked undone = undo(coding, in, begin, end, limit);
            if (undone == null) {
                continue;
            }
            undid = true;
            cut |= undone.cut();
            in = undone.content();
            begin = 0;
            end = in.length;
            if (undone.fault()) {
                fault = fault == null ? "content-coding" : fault;
                if (end == 0) {
                    throw new Damaged(
                            PageReason.DAMAGED_PAYLOAD,
                            "nothing of the body can be decoded as \"" + String.join(",", codings) + "\"");
                }
            }
        }
        if (undid || (in == dechunked && end <= limit)) {
            return new Payload(in, dechunked, cut, fault);
        }
        int kept = Math.min(end - begin, limit);
        return new Payload(Arrays.copyOfRange(in, begin, begin + kept), dechunked, kept < end - begin, fault);
    }

    /** Null when the body is not in chunks: whether it is, it shows itself, and whole chunks need no header that says so. */
    private static Unpacked dechunked(Head http, byte[] bytes, int from, int to) {
        if (http.list("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            return Codings.chunked(bytes, from, to, bytes.length);
        }
        boolean perhaps = from < to && Character.digit(bytes[from], 16) > 0;
        Unpacked body = perhaps ? Codings.chunked(bytes, from, to, bytes.length) : null;
        return body == null || body.fault() ? null : body;
    }

    /** Null when the bytes are not in that coding, as when a crawler undid it and kept the header. */
    private static Unpacked undo(String coding, byte[] in, int from, int to, int limit) {
        if (gzipAt(in, from, to)) {
            return Codings.gzip(in, from, to, limit);
        }
        if (zstdAt(in, from, to)) {
            return Codings.zstd(in, from, to, limit);
        }
        Unpacked undone =
                switch (coding) {
                    case "deflate" ->
                        zlibAt(in, from, to)
                                ? Codings.zlib(in, from, to, limit)
                                : Codings.rawDeflate(in, from, to, limit);
                    case "br" -> Codings.brotli(in, from, to, limit);
                    default -> null;
                };
        boolean plain = undone != null && undone.fault() && readable(in, from, to) && !readable(undone.content());
        return plain ? null : undone;
    }

    /** Gzip and zstd show themselves by their first bytes, declared or not. */
    private static boolean gzipAt(byte[] in, int from, int to) {
        return to - from > 2 && in[from] == 0x1F && in[from + 1] == (byte) 0x8B && in[from + 2] == 8;
    }

    private static boolean zstdAt(byte[] in, int from, int to) {
        return to - from >= 4 && Content.of(in, from, from + 4) == Content.ZSTD;
    }

    private static boolean zlibAt(byte[] in, int from, int to) {
        return to - from >= 2 && (in[from] & 0x0F) == 8 && ((in[from] & 0xFF) << 8 | in[from + 1] & 0xFF) % 31 == 0;
    }

    private static boolean readable(byte[] content) {
        return content.length > 0 && readable(content, 0, content.length);
    }

    private static boolean readable(byte[] content, int from, int to) {
        Content kind = Content.of(content, from, Math.min(to, from + 1_024));
        return kind == Content.MARKUP || kind == Content.TEXT || kind == Content.JSON;
    }
}
