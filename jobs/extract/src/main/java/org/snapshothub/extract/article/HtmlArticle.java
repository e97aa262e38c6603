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

    static HtmlArticle in(Document document, Declarations said) {
        StructuredData data = said.data();
        boolean declared = data.headline().isPresent()
                || data.published().isPresent()
                || said.meta("og:type").filter("article"::equalsIgnoreCase).isPresent();
        MainText text = MainText.of(document, declared);
        Optional<Element> heading = heading(document, said);
        String title = heading.map(h -> Headline.clean(h.text()))
                .or(() -> declaredTitle(document, said))
                .orElse(null);
        return new HtmlArticle(title, subtitle(said, heading, title), text.lines(), text.articleUnder(title), declared);
    }

    /** Of the headings that say what the page declares as its title, the longest. */
    private static Optional<Element> heading(Document document, Declarations said) {
        List<String> declared = Stream.of(
                        said.meta("og:title"),
                        said.data().headline(),
                        Optional.of(document.title()).filter(t -> !t.isBlank()))
                .flatMap(Optional::stream)
                .toList();
        return said.headings().stream()
                .limit(MOST_HEADINGS)
                .filter(h -> h.text().length() >= 4 && h.text().length() <= LONGEST_HEADLINE)
                .filter(h -> declared.stream().anyMatch(d -> Headline.share(h.text(), d) >= SAME_HEADLINE))
                .max(Comparator.comparingInt(h -> h.text().length()));
    }

    private static Optional<String> declaredTitle(Document document, Declarations said) {
        return said.meta("og:title")
                .or(() -> said.data().headline())
                .or(() -> Optional.of(document.title()))
                .map(Headline::withoutSite)
                .filter(title -> !title.isEmpty())
                .or(() -> onlyHeading(said));
    }

    private static Optional<String> onlyHeading(Declarations said) {
        List<Element> headings = said.headings().stream()
                .filter(h -> h.normalName().equals("h1"))
                .toList();
        return headings.size() == 1
                ? Optional.of(Headline.clean(headings.get(0).text())).filter(h -> !h.isEmpty())
                : Optional.empty();
    }

    private static String subtitle(Declarations said, Optional<Element> heading, String title) {
        return said.classed().stream()
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
}
