package org.snapshothub.extract.article;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The article in a parsed page.
 *
 * @param title null when nothing on the page can be the headline
 * @param subtitle null when there is none
 * @param lines short lines of the page outside its chrome, among them the byline's
 * @param paragraphs the main text; empty when the page has none
 * @param isDeclared whether the page says of itself that it is an article
 */
record HtmlArticle(String title, String subtitle, List<String> lines, List<String> paragraphs, boolean isDeclared) {

    private static final int LONGEST_HEADLINE = 300;

    /** A page of thousands of nested headings is read no longer than one of fifty. */
    private static final int MOST_HEADINGS = 50;

    private static final double SAME_HEADLINE = 0.7;
    private static final Set<String> SUBTITLE =
            Set.of("sub", "subtitle", "subtit", "subheading", "subheadline", "subject2", "deck", "standfirst");

    static HtmlArticle in(Document document) {
        StructuredData data = StructuredData.of(document);
        boolean declared = data.headline().isPresent()
                || data.published().isPresent()
                || meta(document, "og:type").filter("article"::equalsIgnoreCase).isPresent();
        MainText text = MainText.of(document, declared);
        Optional<Element> heading = heading(document, data);
        String title = heading.map(h -> Headline.clean(h.text()))
                .or(() -> declaredTitle(document, data))
                .orElse(null);
        return new HtmlArticle(
                title, subtitle(document, heading, title), text.lines(), text.articleUnder(title), declared);
    }

    /** Of the headings that say what the page declares as its title, the longest. */
    private static Optional<Element> heading(Document document, StructuredData data) {
        List<String> declared = Stream.of(
                        meta(document, "og:title"),
                        data.headline(),
                        Optional.of(document.title()).filter(t -> !t.isBlank()))
                .flatMap(Optional::stream)
                .toList();
        return document.select("h1, h2, h3").stream()
                .limit(MOST_HEADINGS)
                .filter(h -> h.text().length() >= 4 && h.text().length() <= LONGEST_HEADLINE)
                .filter(h -> declared.stream().anyMatch(d -> Headline.share(h.text(), d) >= SAME_HEADLINE))
                .max(Comparator.comparingInt(h -> h.text().length()));
    }

    private static Optional<String> declaredTitle(Document document, StructuredData data) {
        return meta(document, "og:title")
                .or(data::headline)
                .or(() -> Optional.of(document.title()))
                .map(Headline::withoutSite)
                .filter(title -> !title.isEmpty())
                .or(() -> onlyHeading(document));
    }

    private static Optional<String> onlyHeading(Document document) {
        List<Element> headings = document.select("h1");
        return headings.size() == 1
                ? Optional.of(Headline.clean(headings.get(0).text())).filter(h -> !h.isEmpty())
                : Optional.empty();
    }

    private static String subtitle(Document document, Optional<Element> heading, String title) {
        return document
                .select("h2[class], h3[class], h4[class], p[class], div[class], strong[class], span[class]")
                .stream()
                .filter(HtmlArticle::isMarked)
                .limit(MOST_HEADINGS)
                .map(e -> Headline.clean(e.text()))
                .filter(text -> isSubtitle(text, title))
                .findFirst()
                .or(() -> heading.map(Element::nextElementSibling)
                        .filter(e ->
                                e.normalName().equals("h2") || e.normalName().equals("h3"))
                        .map(e -> Headline.clean(e.text()))
                        .filter(text -> isSubtitle(text, title)))
                .orElse(null);
    }

    private static boolean isMarked(Element element) {
        for (String name : element.className().toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (SUBTITLE.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSubtitle(String text, String title) {
        return text.length() >= 4
                && text.length() <= LONGEST_HEADLINE
                && !text.equals(title)
                && !Prose.isParagraph(text);
    }

    private static Optional<String> meta(Document document, String property) {
        return document.select("meta[content]").stream()
                .filter(m -> property.equalsIgnoreCase(m.attr("property")) || property.equalsIgnoreCase(m.attr("name")))
                .map(m -> m.attr("content").strip())
                .filter(content -> !content.isEmpty())
                .findFirst();
    }
}
