package org.snapshothub.silver;

import java.time.LocalDate;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/**
 * One row per band of a copy's MinHash signature: the index by which a new article finds the copies it may equal.
 *
 * <p>Partitioned by month, since copies of certain dates more than 30 days apart are never one article.
 */
public record ArticleBand(
        @Doc("Band key: copies of one text share some") long band,
        @Doc("The page that carries the copy") String pageId,

        @Doc(value = "Its certain day of publication; null without one", nullable = true)
        LocalDate publishedOn,

        @Doc(value = "KST day of capture; null without it", nullable = true)
        LocalDate fetchDate,

        @Doc("YYYY-MM of published_on, or unknown; the partition")
        String month) {

    public static final Table<ArticleBand> TABLE = Table.of(
                    "silver.article_bands", ArticleBand.class, "One row per band of a copy's MinHash signature.")
            .key("page_id", "band")
            .slicedBy("month");
}
