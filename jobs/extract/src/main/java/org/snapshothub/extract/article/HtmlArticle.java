package org.snapshothub.extract.article;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.snapshothub.extract.page.Plain;

/**
 * The article in a parsed page.
 *
 * @param title null when nothing on the page can be the headline
 * @param subtitle null when there is none
 * @param lines short lines of the page outside its chrome, among them the byline's
 * @param opening those between the headline and the main text
 * @param paragraphs the main text; empty when the page has none
 * @param isDeclared whether the page says of itself that it is an article, and does not read as a list
 * @param links how many of the page's lines are links to something with a name of its own
 */
record HtmlArticle(
        String title,
        String subtitle,
        List<String> lines,
        List<String> opening,
        List<String> paragraphs,
        boolean isDeclared,
        long links) {

    private static final int LONGEST_HEADLINE = 300;

    /** A page of thousands of nested headings is read no longer than one of fifty. */
    private static final int MOST_HEADINGS = 50;

    private static final Set<String> SUBTITLE =
            Set.of("sub", "subtitle", "subtit", "subheading", "subheadline", "subject2", "deck", "standfirst");

    static HtmlArticle in(Document document, Declarations said) {
        StructuredData data = said.data();
        boolean declared = data.headline().isPresent()
                || data.published().isPresent()
                || said.meta("og:type").filter("article"::equalsIgnoreCase).isPresent();
        Optional<Element> heading = heading(document, said);
        MainText text = MainText.of(document, declared, declared || heading.isPresent());
        String title = heading.map(h -> Headline.clean(h.text()))
                .or(() -> declaredTitle(document, said, text))
                .orElse(null);
        return new HtmlArticle(
                title,
                subtitle(said, heading, title, text),
                text.lines(),
                text.opening(title),
                text.articleUnder(title),
                declared && !text.isList(),
                text.links());
    }

    /** Of the headings that say what the page declares as its title, the longest. */
    private static Optional<Element> heading(Document document, Declarations said) {
        List<String> declared = Stream.of(
                        said.meta("og:title"),
                        said.data().headline(),
                        Optional.of(document.title()).filter(t -> !t.isBlank()))
                .flatMap(Optional::stream)
                .toList();
        String site = said.meta("og:site_name").map(Headline::clean).orElse("");
        return said.headings().stream()
                .limit(MOST_HEADINGS)
                .filter(h -> h.text().length() >= 4 && h.text().length() <= LONGEST_HEADLINE)
                .filter(h -> !Headline.isSite(h.text(), site))
                .filter(h -> declared.stream().anyMatch(d -> Headline.share(h.text(), d) >= Headline.SAME))
                .max(Comparator.comparingInt(h -> h.text().length()));
    }

    private static Optional<String> declaredTitle(Document document, Declarations said, MainText text) {
        Optional<String> site = said.meta("og:site_name").map(Headline::clean);
        Optional<String> declared = said.meta("og:title")
                .or(() -> said.data().headline())
                .or(() -> Optional.of(document.title()))
                .map(title -> Headline.withoutSite(title, site.orElse(""), text.above(null)))
                .filter(title -> !title.isEmpty());
        boolean isOnlySite = declared.filter(title -> Headline.isSite(title, site.orElse("")))
                .isPresent();
        return isOnlySite
                ? printedTitle(said, site.orElse(""), text).or(() -> declared)
                : declared.or(() -> onlyHeading(said));
    }

    /** Where a page declares no more than its site's name: its heading or else the line that stands above the text. */
    private static Optional<String> printedTitle(Declarations said, String site, MainText text) {
        List<String> above = text.above(null);
        return said.headings().stream()
                .limit(MOST_HEADINGS)
                .map(h -> Headline.clean(h.text()))
                .filter(h -> h.length() >= 6 && h.length() <= LONGEST_HEADLINE && !Headline.isSite(h, site))
                .filter(h -> above.contains(Plain.of(h)))
                .reduce((first, last) -> last)
                .or(() -> PlainArticle.titleAbove(above).filter(line -> !Headline.isSite(line, site)));
    }

    private static Optional<String> onlyHeading(Declarations said) {
        List<Element> headings = said.headings().stream()
                .filter(h -> h.normalName().equals("h1"))
                .toList();
        return headings.size() == 1
                ? Optional.of(Headline.clean(headings.get(0).text())).filter(h -> !h.isEmpty())
                : Optional.empty();
    }

    private static String subtitle(Declarations said, Optional<Element> heading, String title, MainText text) {
        return said.classed().stream()
                .filter(HtmlArticle::isMarked)
                .limit(MOST_HEADINGS)
                .map(e -> Headline.clean(e.text()))
                .filter(line -> isSubtitle(line, title))
                .findFirst()
                .or(() -> heading.map(Element::nextElementSibling)
                        .filter(e ->
                                e.normalName().equals("h2") || e.normalName().equals("h3"))
                        .map(e -> Headline.clean(e.text()))
                        .filter(line -> isSubtitle(line, title)))
                .or(() -> text.boldUnder(title).filter(line -> isSubtitle(line, title)))
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
}
