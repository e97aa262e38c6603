package org.snapshothub.extract.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.page.Plain;
import org.snapshothub.extract.record.Extraction;
import org.snapshothub.extract.record.Rejected;

/**
 * Takes the article from a page: HTML, or text as saved or as in a WET record.
 *
 * <p>A front page, a list, an error page hold none, which is no fault. A page that says it is an article and yields no
 * text, or text without a headline, is refused.
 */
public final class ArticleExtractor {

    /** Fewer letters than this are a caption or a notice. */
    private static final int SHORTEST_BODY = 60;

    private static final int FEWEST_LINKS_OF_A_FRONT = 10;
    private static final int LONGEST_OWN_PAGE = 20_000;
    private static final Pattern FRONT =
            Pattern.compile("[A-Za-z]{2,8}://[^/?#]+/?(?:(?:index|main|home)(?:\\.[a-z]{2,5})?)?/?");

    private ArticleExtractor() {}

    public static Extraction<PageArticle> extract(Page page) {
        return switch (page.form()) {
            case HTML -> ofDocument(page);
            case TEXT -> ofText(page);
            case XML -> Extraction.nothing();
        };
    }

    private static Extraction<PageArticle> ofText(Page page) {
        PlainArticle article = PlainArticle.in(page.text());
        if (article == null) {
            return Extraction.nothing();
        }
        String body = String.join("\n", article.paragraphs());
        if (isTooLittle(body)) {
            return Extraction.nothing();
        }
        Published published = PublicationDate.ofText(page, article.lines(), article.opening(), Plain.of(body));
        return found(page, article.title(), article.subtitle(), body, published, article.lines());
    }

    private static Extraction<PageArticle> ofDocument(Page page) {
        Declarations said = Declarations.of(page);
        HtmlArticle article = HtmlArticle.in(page.document(), said);
        String body = article.paragraphs().stream().map(Plain::nfc).collect(Collectors.joining("\n"));
        if (isFront(page, article) || isOwnPage(article.title(), body)) {
            return Extraction.nothing();
        }
        if (isTooLittle(body)) {
            boolean isRefused = article.isDeclared() && !isDead(article.lines());
            return isRefused ? refused(ArticleReason.NO_MAIN_TEXT, page) : Extraction.nothing();
        }
        Published published =
                PublicationDate.ofDocument(page, said, article.lines(), article.opening(), Plain.of(body));
        return found(page, article.title(), article.subtitle(), body, published, article.lines());
    }

    /** The address of a site itself, and links to articles on it. */
    private static boolean isFront(Page page, HtmlArticle article) {
        return article.links() >= FEWEST_LINKS_OF_A_FRONT
                && page.url().filter(url -> FRONT.matcher(url).matches()).isPresent();
    }

    private static boolean isOwnPage(String title, String body) {
        return title != null
                && body.length() < LONGEST_OWN_PAGE
                && Chrome.bundled().isOwnPage(title);
    }

    private static boolean isDead(List<String> lines) {
        return lines.stream().anyMatch(Chrome.bundled()::isDead);
    }

    private static boolean isTooLittle(String body) {
        long letters = body.codePoints()
                .filter(Character::isLetter)
                .limit(SHORTEST_BODY)
                .count();
        return letters < SHORTEST_BODY
                || body.length() < 400 && Chrome.bundled().isDead(body);
    }

    private static Extraction<PageArticle> found(
            Page page, String title, String subtitle, String body, Published published, List<String> lines) {
        if (title == null || title.isBlank()) {
            return refused(ArticleReason.NO_TITLE, page);
        }
        Optional<String> byline = Byline.in(lines);
        return Extraction.found(new PageArticle(
                Plain.nfc(title),
                subtitle,
                body,
                published.on(),
                published.month(),
                published.precision(),
                published.text(),
                page.url().map(Outlet::of).orElse(null),
                byline.orElse(null)));
    }

    private static Extraction<PageArticle> refused(ArticleReason reason, Page page) {
        String excerpt = page.text().substring(0, Math.min(page.text().length(), Rejected.MAX_EXCERPT));
        return Extraction.rejected(Rejected.of(reason, reason.meaning(), excerpt, 0));
    }
}
