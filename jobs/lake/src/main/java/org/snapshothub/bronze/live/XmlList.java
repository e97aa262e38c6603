package org.snapshothub.bronze.live;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a sitemap, an index of sitemaps or a feed (RSS, Atom) names: of each entry the address of its page.
 *
 * <p>Not read by crawler-commons: it drops relative addresses without a word, and takes an entry's sound file, a
 * sitemap's images, a guid that is no address and the channel's own page for pages; to see that it has done so is to
 * read the list oneself.
 */
final class XmlList extends DefaultHandler {

    /** Something that is named, as it is written, below the {@code xml:base}s around it, the outermost first. */
    record Named(String text, List<String> bases, boolean isList) {

        WebAddress from(WebAddress list) throws FetchFault {
            WebAddress base = list;
            for (String closer : bases) {
                base = base.resolve(closer);
            }
            return base.resolve(text);
        }
    }

    private static final Set<String> LISTS = Set.of("urlset", "sitemapindex", "feed", "channel");
    private static final int DEEPEST = 500;

    /** What keeps many a list from being XML, and the beginnings of what is text already. */
    private static final Pattern SLIPS = Pattern.compile(
            "<!\\[CDATA\\[|<!--|&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);)|[^\\P{Cc}\\t\\n\\r]");

    /** Without entities of its own: of those nothing is read. */
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^<>\\[]*>", Pattern.CASE_INSENSITIVE);

    /** How surely something is the address of an entry's page, the surest last. */
    private enum Rank {
        NONE,
        GUID,
        OTHER_FORM,
        PAGE;

        /** Of Atom's link: no rel is the page too; self, edit and enclosure are other things. */
        private static Rank of(Attributes link) {
            String rel = lower(link, "rel");
            // The names of the registry may be written as its addresses.
            if (!rel.isEmpty() && !rel.substring(rel.lastIndexOf('/') + 1).equals("alternate")) {
                return NONE;
            }
            String type = lower(link, "type");
            return type.isEmpty() || type.contains("html") ? PAGE : OTHER_FORM;
        }

        private static String lower(Attributes attributes, String name) {
            String value = attributes.getValue(name);
            return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        }
    }

    private record Element(String name, String around, List<String> bases, boolean isPermaLink) {

        private static final Element NONE = new Element("", "", List.of(), false);

        private Element child(String qName, Attributes attributes) {
            String base = attributes.getValue("xml:base");
            return new Element(
                    // Prefixes are not looked up: many a feed uses one that it has not declared.
                    qName.substring(qName.indexOf(':') + 1),
                    name,
                    base == null
                            ? bases
                            : Stream.concat(bases.stream(), Stream.of(base)).toList(),
                    !"false".equals(attributes.getValue("isPermaLink")));
        }

        private boolean isEntry() {
            return switch (name) {
                case "item", "entry" -> true;
                case "url" -> around.equals("urlset");
                case "sitemap" -> around.equals("sitemapindex");
                default -> false;
            };
        }

        /** Whether this may carry the address of the entry directly around it. */
        private boolean mayBe(String name, String... entries) {
            return this.name.equals(name) && List.of(entries).contains(around);
        }
    }

    private final Consumer<Named> found;
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean isList;
    private int nameless;
    private String best;
    private List<String> bases;
    private Rank rank;

    private XmlList(Consumer<Named> found) {
        this.found = found;
        open.push(Element.NONE);
    }

    /**
     * Tells {@code found} of all that {@code xml} names, up to where it breaks off; then comes the fault, of entries that
     * name nothing too. A DTD is not read, and refused where it holds entities.
     */
    static void read(WebAddress address, String xml, Consumer<Named> found) throws FetchFault {
        XmlList list = new XmlList(found);
        try {
            SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(new InputSource(new StringReader(mended(xml))), list);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new FetchFault(FetchReason.BAD_LIST, address + ": " + e.getMessage());
        }
        if (!list.isList) {
            throw new FetchFault(FetchReason.BAD_LIST, address + " is no sitemap and no feed");
        }
        if (list.nameless > 0) {
            throw new FetchFault(FetchReason.BAD_LIST, address + ": " + list.nameless + " of its entries name no page");
        }
    }

    /** Many a list names addresses whose ampersands nobody has escaped. */
    private static String mended(String xml) {
        String read = DOCTYPE.matcher(xml).replaceFirst("");
        StringBuilder mended = new StringBuilder(read.length());
        Matcher slip = SLIPS.matcher(read);
        int from = 0;
        while (slip.find(from)) {
            mended.append(read, from, slip.start());
            from = slip.end();
            switch (slip.group()) {
                case "&" -> mended.append("&amp;");
                case "<![CDATA[" -> from = copied(read, slip.start(), "]]>", mended);
                case "<!--" -> from = copied(read, slip.start(), "-->", mended);
                default -> mended.append(' ');
            }
        }
        return mended.append(read, from, read.length()).toString();
    }

    /** Takes over what reaches to {@code end}, or to the end of all; answers where that is. */
    private static int copied(String read, int from, String end, StringBuilder mended) {
        int at = read.indexOf(end, from);
        int to = at < 0 ? read.length() : at + end.length();
        mended.append(read, from, to);
        return to;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (open.size() > DEEPEST) {
            throw new SAXException("more than " + DEEPEST + " elements within one another");
        }
        Element element = open.peek().child(qName, attributes);
        open.push(element);
        text.setLength(0);
        isList |= LISTS.contains(element.name());
        if (element.isEntry()) {
            rank = Rank.NONE;
        } else if (element.mayBe("link", "item", "entry")) {
            offer(attributes.getValue("href"), Rank.of(attributes));
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        Element element = open.peek();
        if (element.isEntry()) {
            close(element);
        } else if (element.mayBe("loc", "url", "sitemap") || element.mayBe("link", "item", "entry")) {
            offer(text.toString(), Rank.PAGE);
        } else if (element.mayBe("guid", "item")
                && element.isPermaLink()
                && WebAddress.isMeant(text.toString().strip())) {
            offer(text.toString(), Rank.GUID);
        }
        open.pop();
    }

    /** The first of the surest is kept. */
    private void offer(String address, Rank rank) {
        String stripped = address == null ? "" : stripped(address);
        if (!stripped.isEmpty() && rank.compareTo(this.rank) > 0) {
            this.rank = rank;
            best = stripped;
            bases = open.peek().bases();
        }
    }

    /** As {@link String#strip}, and blanks that must not break too; no pattern, which a mile of blanks would hold up. */
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void close(Element entry) {
        if (rank == Rank.NONE) {
            nameless++;
        } else {
            found.accept(new Named(best, bases, entry.name().equals("sitemap")));
        }
    }
}
