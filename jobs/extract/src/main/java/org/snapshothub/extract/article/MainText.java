package org.snapshothub.extract.article;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.snapshothub.extract.page.Plain;

/**
 * A page's main text: each text credits its nearest three blocks, less what lies in links, and the block with the most
 * credit is the article's. Chrome (menus, asides, captions, the weather widget) neither gives credit nor is taken.
 *
 * @param paragraphs lines of the best block; empty when it reads as a list or holds no paragraph
 * @param lines short lines of the whole page outside its chrome, where the byline stands
 */
record MainText(List<String> paragraphs, List<String> lines) {

    private static final int CREDITED = 3;

    /** Shorter texts are menus and widgets as often as paragraphs. */
    private static final int SHORTEST_CREDIT = 15;

    private static final int LONGEST_LINE = 160;
    private static final Set<String> NO_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "nav",
            "footer",
            "aside",
            "form",
            "button",
            "iframe",
            "figure",
            "figcaption",
            "select",
            "template",
            "svg",
            "head",
            "textarea");
    private static final Set<String> INLINE = Set.of(
            "a", "b", "strong", "i", "em", "u", "span", "font", "mark", "small", "sub", "sup", "abbr", "cite", "q",
            "label", "time", "wbr", "ins", "del", "s", "code");
    private static final Set<String> CHROME_NAMES = Set.of(
            "related",
            "relate",
            "recommend",
            "recommended",
            "sidebar",
            "aside",
            "gnb",
            "lnb",
            "snb",
            "nav",
            "menu",
            "banner",
            "ad",
            "ads",
            "advert",
            "comment",
            "comments",
            "reply",
            "share",
            "sns",
            "weather",
            "widget",
            "copyright",
            "caption",
            "popular",
            "rank",
            "ranking",
            "breadcrumb",
            "tag",
            "tags",
            "footer",
            "login",
            "search",
            "pagination",
            "paging",
            "hidden",
            "popup",
            "quick",
            "toolbar",
            "util");

    static MainText of(Document document, boolean declared) {
        Map<Element, double[]> credits = new IdentityHashMap<>();
        Lines page = new Lines();
        walk(document.body(), page, (text, links) -> credit(text, links, credits));
        Element best = credits.entrySet().stream()
                .max(java.util.Comparator.comparingDouble(
                        e -> e.getValue()[0] * (1 - e.getValue()[1] / e.getValue()[2])))
                .map(Map.Entry::getKey)
                .orElse(null);
        Lines lines = new Lines();
        if (best != null) {
            walk(best, lines, (text, links) -> {});
        }
        return new MainText(paragraphs(lines, declared), shortLines(page));
    }

    /** What is told of each text node that is no chrome, and whether it lies in a link. */
    private interface Visitor {
        void text(TextNode text, boolean inLink);
    }

    private static void walk(Element root, Lines lines, Visitor visitor) {
        NodeTraversor.filter(
                new NodeFilter() {
                    private int links;

                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (node instanceof Element element) {
                            if (element != root && isChrome(element)) {
                                return FilterResult.SKIP_ENTIRELY;
                            }
                            links += element.normalName().equals("a") ? 1 : 0;
                            if (!INLINE.contains(element.normalName())) {
                                lines.end();
                            }
                        } else if (node instanceof TextNode text && !text.isBlank()) {
                            visitor.text(text, links > 0);
                            lines.add(text.getWholeText(), links > 0);
                        }
                        return FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            links -= element.normalName().equals("a") ? 1 : 0;
                            if (!INLINE.contains(element.normalName())) {
                                lines.end();
                            }
                        }
                        return FilterResult.CONTINUE;
                    }
                },
                root);
        lines.end();
    }

    private static void credit(TextNode text, boolean inLink, Map<Element, double[]> credits) {
        int length = text.text().strip().length();
        if (Chrome.isWeather(Plain.of(text.text()).strip())) {
            return;
        }
        Element at = text.parent();
        double share = 1;
        for (int levels = 0; at != null && levels < CREDITED; at = at.parent()) {
            if (at.normalName().equals("html")) {
                break;
            }
            if (INLINE.contains(at.normalName())) {
                continue;
            }
            double[] sums = credits.computeIfAbsent(at, e -> new double[3]);
            sums[0] += inLink || length < SHORTEST_CREDIT ? 0 : length * share;
            sums[1] += inLink ? length : 0;
            sums[2] += length;
            share *= levels == 0 ? 1.0 : 0.8;
            levels++;
        }
    }

    private static boolean isChrome(Element element) {
        if (NO_TEXT.contains(element.normalName()) || element.hasAttr("hidden")) {
            return true;
        }
        if (element.normalName().equals("body")
                || element.normalName().equals("article")
                || element.normalName().equals("main")) {
            return false;
        }
        return isChromeName(element.id()) || isChromeName(element.className());
    }

    private static boolean isChromeName(String names) {
        if (names.isEmpty() || names.length() > 300) {
            return false;
        }
        for (String name : names.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (CHROME_NAMES.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> paragraphs(Lines lines, boolean declared) {
        List<String> kept = new ArrayList<>();
        int prose = 0;
        int links = 0;
        int cut = 0;
        for (Lines.Line line : lines.all()) {
            String plain = Plain.of(line.text()).strip();
            if (line.isLink() && !Prose.isParagraph(plain)) {
                links += plain.length() >= 10 ? 1 : 0;
            } else if (!Chrome.bundled().holds(plain) && !Byline.is(plain)) {
                kept.add(line.text());
                prose += Prose.isParagraph(plain) && !line.isLink() ? 1 : 0;
                cut += plain.endsWith("…") || plain.endsWith("...") ? 1 : 0;
            }
        }
        boolean list = !declared && (links >= 3 && links >= prose || cut >= 3 && cut >= prose);
        return prose == 0 || list ? List.of() : kept;
    }

    /**
     * The paragraphs after the headline: what stands before the first (byline, date, caption) is not the article's text,
     * and neither is what follows the last, but for lists.
     */
    List<String> articleUnder(String title) {
        int from = title == null ? 0 : paragraphs.indexOf(title) + 1;
        while (from < paragraphs.size() && !belongs(paragraphs.get(from))) {
            from++;
        }
        int to = paragraphs.size();
        while (to > from && !belongs(paragraphs.get(to - 1))) {
            to--;
        }
        return paragraphs.subList(from, to);
    }

    private static boolean belongs(String line) {
        String plain = Plain.of(line).strip();
        return Prose.isParagraph(plain) || Prose.isItem(plain);
    }

    private static List<String> shortLines(Lines page) {
        return page.all().stream()
                .map(line -> Plain.of(line.text()).strip())
                .filter(line -> line.length() <= LONGEST_LINE)
                .toList();
    }

    /** Text put together into lines, as blocks and br break it. */
    private static final class Lines {

        record Line(String text, boolean isLink) {}

        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private int linked;

        void add(String text, boolean inLink) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean space = c == '\u00A0' || Character.isWhitespace(c);
                boolean doubled = space && (open.isEmpty() || open.charAt(open.length() - 1) == ' ');
                if (!doubled) {
                    open.append(space ? ' ' : c);
                    linked += inLink ? 1 : 0;
                }
            }
        }

        void end() {
            String text = open.toString().strip();
            if (!text.isEmpty()) {
                lines.add(new Line(text, linked * 5 >= text.length() * 4));
            }
            open.setLength(0);
            linked = 0;
        }

        List<Line> all() {
            return lines;
        }
    }
}
