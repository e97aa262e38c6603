package org.snapshothub.silver;

import java.time.LocalDate;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per page that carries an article. */
public record ArticlePage(
        @Doc("The article") String articleId,
        @Doc("The page") String pageId,

        @Doc(value = "Address of the page; null when unknown", nullable = true)
        String url,

        @Doc(value = "Registered domain of url; null without one", nullable = true)
        String outlet,

        @Doc(value = "Similarity of this copy to the chosen one", unit = "0–1")
        double similarity,

        @Doc(value = "KST day of capture; null without it; the partition", nullable = true)
        LocalDate fetchDate) {

    public static final Table<ArticlePage> TABLE = Table.of(
                    "silver.article_pages", ArticlePage.class, "One row per page that carries an article.")
            .key("page_id")
            .slicedBy("fetch_date");
}
