package org.snapshothub.extract.page;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A first line and the fields under it: the head of a WARC record or of an HTTP answer.
 *
 * @param first the first line
 * @param fields values by lower-case name, in their order; folded lines joined by a space
 * @param broken whether a line was no field
 */
public record Head(String first, Map<String, List<String>> fields, boolean broken) {

    /** The head of an HTTP answer, up to and with its empty line. */
    public static Head ofAnswer(byte[] bytes, int length) {
        return parse(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    static Head parse(byte[] bytes, int from, int to, Charset charset) {
        String[] lines = new String(bytes, from, to - from, charset).split("\n");
        Map<String, List<String>> fields = new HashMap<>();
        List<String> last = null;
        boolean broken = false;
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            if (line.isBlank()) {
                continue;
            }
            if (last != null && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                int end = last.size() - 1;
                last.set(end, (last.get(end) + " " + line.strip()).strip());
                continue;
            }
            int colon = line.indexOf(':');
            if (colon <= 0 || !isName(line, colon)) {
                broken = true;
                continue;
            }
            last = fields.computeIfAbsent(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1));
            last.add(line.substring(colon + 1).strip());
        }
        return new Head(lines[0].strip(), fields, broken);
    }

    /**
     * Where the head of an answer ends in bytes that were read for one: behind its empty line, or before a line that
     * begins with {@code <}, which no field does, where a server or crawler forgot it. All of them where there are only
     * fields and nothing behind; -1 when no end is to be seen.
     */
    static int endIn(byte[] bytes, int length) {
        boolean empty = true;
        boolean fields = true;
        for (int i = 0, line = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                if (empty) {
                    return i + 1;
                }
                line = i + 1;
                empty = true;
            } else if (b != '\r') {
                if (b == '<' && i == line && line > 0) {
                    return i;
                }
                empty = false;
            } else if (i + 1 < length && bytes[i + 1] != '\n' && bytes[i + 1] != '\r') {
                // A return in the middle of a line: one that uses it for its line breaks.
                fields = false;
            }
        }
        return fields && length < Limits.HEAD ? length : -1;
    }

    private static boolean isName(String line, int colon) {
        int end = colon;
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (line.charAt(i) <= ' ' || line.charAt(i) > '~') {
                return false;
            }
        }
        return end > 0;
    }

    /** The first value of a field, by its lower-case name; null when there is none. */
    public String value(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.get(0);
    }

    /** All values of a list-like field as one list, e.g. the codings of Content-Encoding. */
    public String list(String name) {
        List<String> values = fields.get(name);
        return values == null ? "" : String.join(",", values);
    }

    /**
     * The status of an HTTP answer; null when the first line names none. Some servers part it from what stands around it by
     * a tab, or from the words behind it by nothing.
     */
    public Integer status() {
        int space = 0;
        while (space < first.length() && first.charAt(space) > ' ') {
            space++;
        }
        String code = first.substring(space).strip();
        if (code.length() < 3 || (code.length() > 3 && Character.digit(code.charAt(3), 10) >= 0)) {
            return null;
        }
        int status = 0;
        for (int i = 0; i < 3; i++) {
            int digit = code.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            status = 10 * status + digit;
        }
        return status;
    }

    /** Whether what follows this head may be a page, as far as its declared type says. */
    public boolean announcesPage() {
        String type = value("content-type");
        return Media.isPage(type) || Media.isVague(type);
    }

    /**
     * The body under this head with its codings undone, as a page read from an archive has it.
     *
     * @throws IOException when nothing readable comes out
     */
    public byte[] content(byte[] body, Limits limits) throws IOException {
        return Payload.of(this, body, 0, body.length, limits.content()).content();
    }
}
