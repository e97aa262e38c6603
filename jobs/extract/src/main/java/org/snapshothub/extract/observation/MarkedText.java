package org.snapshothub.extract.observation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.page.Plain;

/**
 * A page as one line of characters in which the markup has left only marks: where a block, a cell or an inline element
 * began or ended, and what an image's alt says. Any markup of a widget looks alike here.
 *
 * <p>{@code plain} is for matching (one space, one minus, one unit, half-width), {@code shown} holds the characters as
 * printed; both are equally long.
 */
record MarkedText(String plain, String shown) {

    /** A block, row or line ends. */
    static final char BLOCK = '\n';
    /** A table cell ends. */
    static final char CELL = '\t';
    /** An inline element begins or ends. */
    static final char INLINE = '\u0001';
    /** Around an image's alt text. */
    static final char ALT = '\u0002';
    /** An image or icon stands here that says nothing. */
    static final char IMAGE = '\u0003';

    private static final Set<String> SILENT =
            Set.of("script", "style", "template", "head", "iframe", "object", "svg", "canvas");
    private static final Set<String> ICONS = Set.of("img", "i", "svg", "input");
    private static final int LONGEST_ALT = 40;

    static MarkedText of(Page page) {
        return of(page, List.of());
    }

    /** Without the elements that {@code passedOver} are read already. */
    static MarkedText of(Page page, List<Element> passedOver) {
        return switch (page.form()) {
            case HTML -> of(page.document(), passedOver);
            case XML, TEXT -> ofText(page.text());
        };
    }

    private static MarkedText of(Document document, List<Element> passedOver) {
        Writer writer = new Writer();
        Set<Element> silent = Collections.newSetFromMap(new IdentityHashMap<>());
        silent.addAll(passedOver);
        document.traverse(new Skipping(writer, silent));
        return writer.text();
    }

    static MarkedText ofText(String text) {
        Writer writer = new Writer();
        writer.lines(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
        return writer.text();
    }

    static boolean isMark(char c) {
        return c == BLOCK || c == CELL || c == INLINE || c == ALT || c == IMAGE;
    }

    /** Marks and spaces: what stands between words. */
    static boolean isGap(char c) {
        return c == ' ' || isMark(c);
    }

    /** The words from {@code begin} to {@code end} as printed, in one line. */
    String printed(int begin, int end) {
        StringBuilder line = new StringBuilder();
        for (int i = begin; i < end; i++) {
            char c = shown.charAt(i);
            if (c == INLINE || c == ALT || c == IMAGE) {
                continue;
            }
            boolean isSpace = isGap(plain.charAt(i));
            if (!isSpace) {
                line.append(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }

    private static final class Skipping implements NodeVisitor {
        private final Writer writer;
        private final Set<Element> silent;
        private Node skipped;

        Skipping(Writer writer, Set<Element> silent) {
            this.writer = writer;
            this.silent = silent;
        }

        @Override
        public void head(Node node, int depth) {
            if (skipped != null) {
                return;
            }
            if (node instanceof TextNode text) {
                Element parent = text.parent();
                boolean keepsLines = parent != null
                        && (parent.normalName().equals("pre")
                                || parent.normalName().equals("textarea"));
                if (keepsLines) {
                    writer.lines(text.getWholeText());
                } else {
                    writer.text(text.getWholeText());
                }
            } else if (node instanceof Element element) {
                writer.mark(markOf(element));
                if (SILENT.contains(element.normalName()) || (!silent.isEmpty() && silent.contains(element))) {
                    skipped = node;
                }
                if (ICONS.contains(element.normalName())) {
                    writer.icon(labelOf(element));
                } else if (element.childNodeSize() == 0 && element.attributesSize() > 0) {
                    writer.iconIfAny(labelOf(element), element.className());
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node == skipped) {
                skipped = null;
            }
            if (skipped == null && node instanceof Element element) {
                writer.mark(markOf(element));
            }
        }

        private static char markOf(Element element) {
            return switch (element.normalName()) {
                case "td", "th" -> CELL;
                case "br", "option", "dt", "dd", "li", "tr" -> BLOCK;
                default -> element.isBlock() ? BLOCK : INLINE;
            };
        }

        private static String labelOf(Element element) {
            for (String attribute : new String[] {"alt", "title", "aria-label"}) {
                String label = element.attr(attribute).strip();
                if (!label.isEmpty()) {
                    return label;
                }
            }
            return titleOf(element);
        }

        /** A drawing's own title. */
        private static String titleOf(Element element) {
            return element.normalName().equals("svg")
                    ? element.children().stream()
                            .filter(child -> child.normalName().equals("title"))
                            .map(Element::text)
                            .findFirst()
                            .orElse("")
                    : "";
        }
    }

    private static final class Writer {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder shown = new StringBuilder();

        void mark(char mark) {
            plain.append(mark);
            shown.append(mark);
        }

        void icon(String label) {
            boolean saysNoWord = label.isEmpty()
                    || label.length() > LONGEST_ALT
                    || label.chars().anyMatch(c -> Character.isDigit(c) || c == '\u2103' || c == '\u00B0');
            if (saysNoWord) {
                mark(IMAGE);
                return;
            }
            mark(ALT);
            text(label);
            mark(ALT);
        }

        /** An element without content is an icon if it says something or is called one. */
        void iconIfAny(String label, String styles) {
            if (!label.isEmpty() || styles.contains("ico") || styles.contains("weather") || styles.contains("sky")) {
                icon(label);
            }
        }

        void lines(String text) {
            append(text, BLOCK);
        }

        void text(String text) {
            append(text, ' ');
        }

        private void append(String text, char newline) {
            if (isOrdinary(text)) {
                plain.append(text);
                shown.append(text);
                return;
            }
            String printed = Plain.nfc(text);
            String matched = Plain.ofNfc(printed);
            for (int i = 0; i < printed.length(); i++) {
                char c = matched.charAt(i);
                if (c == '\n' || c == '\r') {
                    mark(newline);
                } else if (c < ' ' || isBlank(c)) {
                    mark(' ');
                } else {
                    plain.append(folded(c));
                    shown.append(printed.charAt(i));
                }
            }
        }

        /** Whether it is spaces, ASCII and whole Hangul syllables: nearly every text is, and stays as it is. */
        private static boolean isOrdinary(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean isAscii = c >= ' ' && c <= '~';
                if (!isAscii && (c < '\uAC00' || c > '\uD7A3')) {
                    return false;
                }
            }
            return true;
        }

        /** The thin and empty characters that keep or glue words. */
        private static boolean isBlank(char c) {
            return (c >= '\u2000' && c <= '\u200F') || c == '\u205F' || c == '\u2060' || c == '\uFEFF' || c == '\u00AD';
        }

        /** Half-width, and every dash that a template may print for a minus or for nothing as one. */
        private static char folded(char c) {
            if (c >= '\uFF01' && c <= '\uFF5E') {
                return (char) (c - 0xFEE0);
            }
            return switch (c) {
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2500' -> '-';
                case '\u02DA', '\u00BA' -> '\u00B0';
                default -> c;
            };
        }

        MarkedText text() {
            return new MarkedText(plain.toString(), shown.toString());
        }
    }
}
