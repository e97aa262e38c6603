package org.snapshothub.gold;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * A made page and what is true of it.
 *
 * @param file its name
 * @param url null for one saved without a word of where it came from
 * @param fetchTime null likewise
 * @param contentType as the server said it; null likewise
 * @param charset in which {@code text} is kept
 * @param day on which its readings were made; null when nobody may say, so that none counts
 * @param hour null when neither page nor capture tells
 * @param entries as printed, top to bottom
 */
record ShownPage(
        String file,
        String url,
        Instant fetchTime,
        String contentType,
        Charset charset,
        String text,
        LocalDate day,
        Integer hour,
        List<Entry> entries) {

    /** A line of a widget; {@code name} is empty where the site has none, {@code id} is then known to the maker only. */
    record Entry(int id, String name, String sky, int tenths) {}

    byte[] bytes() {
        return text.getBytes(charset);
    }

    /** As the contract spells it. */
    String pageId() {
        return sha256(((url == null ? "" : url) + "\n" + (fetchTime == null ? "" : fetchTime.toString()) + "\n"
                        + "sha256:" + sha256(bytes()))
                .getBytes(StandardCharsets.UTF_8));
    }

    /** The {@code NAME.meta.json} beside it; null without one. */
    String sidecar() {
        return url == null
                ? null
                : "{\"url\": \"" + url + "\", \"fetch_time\": \"" + fetchTime
                        + "\", \"http_status\": 200, \"http_headers\": {\"Content-Type\": \"" + contentType + "\"}}";
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
