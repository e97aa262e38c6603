package org.snapshothub.extract.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.snapshothub.extract.page.Plain;

/**
 * A page's main text: each text credits its nearest three blocks, less what lies in links, and the block with the most
 * credit is the article's; of equals the outer one, then the first. Chrome (menus, asides, captions, the weather widget)
 * neither gives credit nor is taken.
 *
 * @param kept lines of the best block that may be the article's; empty when it reads as a list or holds no paragraph
 * @param page lines of the whole page outside its chrome
 * @param isList whether there is text, but of teasers
 */
record MainText(List<Line> kept, List<Line> page, boolean isList) {

    /** A line as blocks and br break it, and whether it is a link, set in bold, an item of a list. */
    record Line(String text, boolean isLink, boolean isBold, boolean isItem) {

        String plain() {
            return Plain.of(text).strip();
        }
    }

    private static final int CREDITED = 3;

    /** Shorter texts are menus and widgets as often as paragraphs. */
    private static final int SHORTEST_CREDIT = 15;

    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_OPENING = 12;
    private static final int MOST_LISTS = 2;
    private static final int FEWEST_TEASERS = 3;
    private static final Pattern ANNOUNCES_A_LIST = Pattern.compile("(?:다음과|아래와) 같|:$");
    private static final Set<String> BOLD = Set.of("b", "strong", "h2", "h3", "h4", "h5");
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

    /**
     * @param isDeclared whether the page says that it is an article
     * @param isExpected whether it says so or has a headline: then a list of teasers longer than the article is passed
     *     over, and one that stands in a block named like chrome is found
     */
    static MainText of(Document document, boolean isDeclared, boolean isExpected) {
        Set<Element> lists = Collections.newSetFromMap(new IdentityHashMap<>());
        MainText text = read(document, new Walk(lists, true), isDeclared);
        for (int tries = 0; isExpected && text.isList() && tries < MOST_LISTS; tries++) {
            MainText other = read(document, new Walk(lists, true), isDeclared);
            text = other.kept().isEmpty() && !other.isList() ? text : other;
        }
        return isExpected && text.kept().isEmpty() && !text.isList()
                ? read(document, new Walk(Collections.newSetFromMap(new IdentityHashMap<>()), false), isDeclared)
                : text;
    }

    private static MainText read(Document document, Walk walk, boolean isDeclared) {
        // In page order: by identity the order would be each run's own, and so would the block among equals.
        Map<Element, double[]> credits = new LinkedHashMap<>();
        Lines page = new Lines();
        walk.over(document.body(), page, (text, links) -> credit(text, links, credits));
        Element best = credits.entrySet().stream()
                .max(Comparator.comparingDouble((Map.Entry<Element, double[]> e) ->
                                e.getValue()[0] * (1 - e.getValue()[1] / e.getValue()[2]))
                        .thenComparing(e -> -e.getKey().parents().size()))
                .map(Map.Entry::getKey)
                .orElse(null);
        Lines lines = new Lines();
        if (best != null) {
            walk.over(best, lines, (text, links) -> {});
        }
        Kept kept = kept(lines, isDeclared);
        if (kept.isList()) {
            walk.lists().add(best);
        }
        return new MainText(kept.isList() ? List.of() : kept.lines(), page.all(), kept.isList());
    }

    /** What is told of each text node that is no chrome, and whether it lies in a link. */
    private interface Visitor {
        void text(TextNode text, boolean inLink);
    }

    /** A walk over the page's texts that passes over chrome, by its tags and, if asked, by its names. */
    private record Walk(Set<Element> lists, boolean byName) {

        private boolean passesOver(Element element) {
            return lists.contains(element)
                    || NO_TEXT.contains(element.normalName())
                    || element.hasAttr("hidden")
                    || byName && isNamedChrome(element);
        }

        void over(Element root, Lines lines, Visitor visitor) {
            NodeTraversor.filter(
                    new NodeFilter() {
                        private int links;
                        private int bold;
                        private int items;

                        private void count(Element element, int one) {
                            links += element.normalName().equals("a") ? one : 0;
                            bold += BOLD.contains(element.normalName()) ? one : 0;
                            items += element.normalName().equals("li") ? one : 0;
                            if (!INLINE.contains(element.normalName())) {
                                lines.end();
                            }
                        }

                        @Override
                        public FilterResult head(Node node, int depth) {
                            if (node instanceof Element element) {
                                if (element != root && passesOver(element)) {
                                    return FilterResult.SKIP_ENTIRELY;
                                }
                                count(element, 1);
                            } else if (node instanceof TextNode text && !text.isBlank()) {
                                visitor.text(text, links > 0);
                                lines.add(text.getWholeText(), links > 0, bold > 0, items > 0);
                            }
                            return FilterResult.CONTINUE;
                        }

                        @Override
                        public FilterResult tail(Node node, int depth) {
                            if (node instanceof Element element) {
                                count(element, -1);
                            }
                            return FilterResult.CONTINUE;
                        }
                    },
                    root);
            lines.end();
        }
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

    private static boolean isNamedChrome(Element element) {
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

    private record Kept(List<Line> lines, boolean isList) {}

    private static Kept kept(Lines lines, boolean isDeclared) {
        List<Line> kept = new ArrayList<>();
        int prose = 0;
        int links = 0;
        int cut = 0;
        int led = 0;
        boolean isUnderLink = false;
        for (Line line : lines.all()) {
            String plain = line.plain();
            boolean isParagraph = Prose.isParagraph(plain);
            if (line.isLink()) {
                links += plain.length() >= 10 && !isParagraph ? 1 : 0;
                isUnderLink = plain.length() >= 10;
            } else if (!Chrome.bundled().holds(plain) && !Byline.is(plain)) {
                kept.add(line);
                prose += isParagraph ? 1 : 0;
                cut += plain.endsWith("…") || plain.endsWith("...") ? 1 : 0;
                led += isParagraph && isUnderLink ? 1 : 0;
                isUnderLink = false;
            }
        }
        boolean isList = links >= FEWEST_TEASERS && links >= prose || cut >= FEWEST_TEASERS && cut >= prose;
        boolean isTeasers = led >= FEWEST_TEASERS && 2 * led > prose;
        return new Kept(prose == 0 ? List.of() : kept, prose > 0 && (isTeasers || isList && !isDeclared));
    }

    /**
     * The paragraphs after the headline: what stands before the first (byline, date, caption) is not the article's text,
     * and neither is what follows the last, but for lists.
     */
    List<String> articleUnder(String title) {
        int from = firstParagraph(title);
        int to = kept.size();
        while (to > from && !belongs(kept.get(to - 1))) {
            to--;
        }
        if (to > from && ANNOUNCES_A_LIST.matcher(kept.get(to - 1).plain()).find()) {
            while (to < kept.size() && kept.get(to).isItem()) {
                to++;
            }
        }
        return kept.subList(from, to).stream().map(Line::text).toList();
    }

    private int firstParagraph(String title) {
        int from = 0;
        for (int i = 0; title != null && i < kept.size() && from == 0; i++) {
            from = kept.get(i).text().equals(title) ? i + 1 : 0;
        }
        while (from < kept.size() && !belongs(kept.get(from))) {
            from++;
        }
        return from;
    }

    private static boolean belongs(Line line) {
        return Prose.isParagraph(line.plain()) || Prose.isItem(line.plain());
    }

    /** A line in bold between the headline and the text, as many papers set their subtitles. */
    Optional<String> boldUnder(String title) {
        return kept.subList(0, firstParagraph(title)).stream()
                .filter(line -> line.isBold() && !line.text().equals(title))
                .map(Line::text)
                .findFirst();
    }

    /** Short lines of the whole page outside its chrome, where the byline stands. */
    List<String> lines() {
        return page.stream()
                .map(Line::plain)
                .filter(line -> line.length() <= LONGEST_LINE)
                .toList();
    }

    /** The lines between the headline and the first paragraph; none where the headline is not printed above the text. */
    List<String> opening(String title) {
        List<String> above = above(title);
        int from = title == null ? -1 : above.lastIndexOf(Plain.of(title).strip());
        return from < 0 ? List.of() : above.subList(from + 1, Math.min(above.size(), from + 1 + LONGEST_OPENING));
    }

    /** The page's lines above the article's first paragraph. */
    List<String> above(String title) {
        int first = firstParagraph(title);
        String paragraph = first < kept.size() ? kept.get(first).text() : "";
        List<String> above = new ArrayList<>();
        for (Line line : page) {
            if (line.text().equals(paragraph)) {
                break;
            }
            above.add(line.plain());
        }
        return above;
    }

    /** How many lines are links to something with a name of its own: a front page has little else. */
    long links() {
        return page.stream()
                .filter(line -> line.isLink() && line.text().length() >= 10)
                .count();
    }

    /** Text put together into lines, as blocks and br break it. */
    private static final class Lines {

        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private int linked;
        private int bold;
        private boolean isItem;

        void add(String text, boolean inLink, boolean inBold, boolean inItem) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean space = c == '\u00A0' || Character.isWhitespace(c);
                boolean doubled = space && (open.isEmpty() || open.charAt(open.length() - 1) == ' ');
                if (!doubled) {
                    open.append(space ? ' ' : c);
                    linked += inLink ? 1 : 0;
                    bold += inBold ? 1 : 0;
                }
            }
            isItem = inItem;
        }

        void end() {
            String text = open.toString().strip();
            if (!text.isEmpty()) {
                lines.add(new Line(text, linked * 5 >= text.length() * 4, bold >= text.length(), isItem));
            }
            open.setLength(0);
            linked = 0;
            bold = 0;
        }

        List<Line> all() {
            return lines;
        }
    }
}
