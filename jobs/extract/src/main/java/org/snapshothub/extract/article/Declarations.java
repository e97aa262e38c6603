package org.snapshothub.extract.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.snapshothub.extract.page.Page;

/**
 * The elements in which a page speaks of its article, in page order and gathered in one walk.
 *
 * @param metas {@code meta} with a content
 * @param data what schema.org's JSON-LD says
 * @param headings {@code h1} to {@code h3}
 * @param classed elements with a class that may be a subtitle
 * @param times {@code time}, and whatever is marked as datePublished
 */
record Declarations(
        List<Element> metas, StructuredData data, List<Element> headings, List<Element> classed, List<Element> times) {

    private static final Set<String> SUBTITLE_TAGS = Set.of("h2", "h3", "h4", "p", "div", "strong", "span");

    static Declarations of(Page page) {
        List<Element> metas = new ArrayList<>();
        List<Element> scripts = new ArrayList<>();
        List<Element> headings = new ArrayList<>();
        List<Element> classed = new ArrayList<>();
        List<Element> times = new ArrayList<>();
        for (Element element : page.elements()) {
            String tag = element.normalName();
            switch (tag) {
                case "meta" -> addIf(element.hasAttr("content"), metas, element);
                case "script" ->
                    addIf(element.attr("type").strip().equalsIgnoreCase("application/ld+json"), scripts, element);
                case "h1", "h2", "h3" -> headings.add(element);
                default -> {}
            }
            addIf(tag.equals("time") || element.attr("itemprop").equalsIgnoreCase("datePublished"), times, element);
            addIf(SUBTITLE_TAGS.contains(tag) && element.hasAttr("class"), classed, element);
        }
        List<String> titles = Stream.of(
                        meta(metas, "og:title"), Optional.of(page.document().title()))
                .flatMap(Optional::stream)
                .toList();
        return new Declarations(metas, StructuredData.in(scripts, titles), headings, classed, times);
    }

    private static void addIf(boolean isOne, List<Element> elements, Element element) {
        if (isOne) {
            elements.add(element);
        }
    }

    /** The content of the first meta element of that name that says something. */
    Optional<String> meta(String name) {
        return meta(metas, name);
    }

    private static Optional<String> meta(List<Element> metas, String name) {
        return metas.stream()
                .filter(m -> name.equalsIgnoreCase(m.attr("property")) || name.equalsIgnoreCase(m.attr("name")))
                .map(m -> m.attr("content").strip())
                .filter(content -> !content.isEmpty())
                .findFirst();
    }
}
