package org.snapshothub.publish.site;

/**
 * Text that came from a page, made fit to stand among ours. Escaping is the template's work; this takes out what no
 * escaping makes harmless: controls, marks that turn the direction of everything after them, halves of surrogate pairs.
 */
public final class ForeignText {

    private static final char REPLACEMENT = '\uFFFD';

    private ForeignText() {}

    /** One line of text; white space of any kind becomes one space. Null stays null. */
    public static String line(String foreign) {
        return foreign == null ? null : clean(foreign, true).strip();
    }

    /** The text with its lines; for files that can hold them. Null stays null. */
    public static String lines(String foreign) {
        return foreign == null ? null : clean(foreign, false);
    }

    /** At most so many code points of the line, the last of them … where something was left out. */
    public static String line(String foreign, int limit) {
        String line = line(foreign);
        if (line == null || line.codePointCount(0, line.length()) <= limit) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, limit - 1)) + "…";
    }

    /** Whether a link may lead there: the web and nothing else, so no {@code javascript:} and no {@code data:}. */
    public static boolean isWebAddress(String url) {
        if (url == null || !(url.startsWith("https://") || url.startsWith("http://"))) {
            return false;
        }
        return url.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || isForbidden(c));
    }

    private static String clean(String foreign, boolean oneLine) {
        return isClean(foreign) ? foreign : cleaned(foreign, oneLine);
    }

    /** Whether it is surely as it should be: nearly all text is, and there is a lot of it. */
    private static boolean isClean(String foreign) {
        boolean isSpace = true;
        for (int i = 0; i < foreign.length(); i++) {
            char c = foreign.charAt(i);
            boolean isPlain = c > ' ' && c < 0x7F || c >= 0xAC00 && c <= 0xD7A3 || c == '℃' || c == ' ' && !isSpace;
            if (!isPlain) {
                return false;
            }
            isSpace = c == ' ';
        }
        return true;
    }

    private static String cleaned(String foreign, boolean oneLine) {
        StringBuilder clean = new StringBuilder(foreign.length());
        for (int i = 0; i < foreign.length(); ) {
            int c = foreign.codePointAt(i);
            i += Character.charCount(c);
            if (oneLine && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE) {
                clean.append(REPLACEMENT);
            } else if (c == '\n' || c == '\t' || !isForbidden(c)) {
                clean.appendCodePoint(c);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                // So that the line of this is the line of the text itself: pages are written from either.
                clean.append(' ');
            }
        }
        return clean.toString();
    }

    private static boolean isForbidden(int c) {
        return c < ' '
                || c >= 0x7F && c < 0xA0
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0xFEFF
                || c >= 0xD800 && c <= 0xDFFF;
    }
}
