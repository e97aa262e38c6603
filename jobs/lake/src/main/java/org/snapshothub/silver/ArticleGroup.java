package org.snapshothub.silver;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.snapshothub.extract.article.Shingles;
import org.snapshothub.lake.Doc;

/**
 * The copies of one article made one: title, body and outlet come from the longest body, of equals from the earliest
 * capture; the date from the copy that knows it best.
 */
record ArticleGroup(
        @Doc("The article") Article article,
        @Doc("Its pages") List<ArticlePage> pages) {

    private static final List<String> PRECISIONS = List.of("day", "month", "year", "none");

    /** Longest body first, then earliest capture (unknown last), then smallest page. */
    private static final Comparator<Copy> CHOSEN_FIRST = Comparator.comparingInt((Copy c) ->
                    -c.article().body().codePointCount(0, c.article().body().length()))
            .thenComparing(Copy::fetchTime, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Copy::pageId);

    static ArticleGroup of(List<Copy> copies, long takenSeq, long seq) {
        List<Copy> ordered = copies.stream().sorted(CHOSEN_FIRST).toList();
        Copy chosen = ordered.get(0);
        ArticleCopy text = chosen.article();
        Shingles shingles = Shingles.of(text.body());
        ArticleCopy dated = ordered.stream()
                .map(Copy::article)
                .min(Comparator.comparingInt(a -> PRECISIONS.indexOf(a.publishedPrecision())))
                .orElseThrow();
        Article article = new Article(
                chosen.articleId(),
                text.title(),
                text.subtitle(),
                text.body(),
                dated.publishedOn(),
                dated.publishedMonth(),
                dated.publishedPrecision(),
                dated.publishedText(),
                text.outlet(),
                copies.size(),
                chosen.pageId(),
                Extractors.VERSION,
                takenSeq,
                seq,
                chosen.fetchDate());
        List<ArticlePage> pages = ordered.stream()
                .sorted(Comparator.comparing(Copy::pageId))
                .map(copy -> new ArticlePage(
                        copy.articleId(),
                        copy.pageId(),
                        copy.url(),
                        copy.article().outlet(),
                        copy == chosen
                                ? 1.0
                                : Shingles.of(copy.article().body()).similarity(shingles),
                        copy.fetchDate()))
                .toList();
        return new ArticleGroup(article, pages);
    }
}
