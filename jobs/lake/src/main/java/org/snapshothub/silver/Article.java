package org.snapshothub.silver;

import java.time.LocalDate;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per distinct article. */
public record Article(
        @Doc("Id of the group of copies; never changes while the group exists")
        String articleId,

        @Doc("Title of the chosen copy: longest body, then earliest capture")
        String title,

        @Doc(value = "Its subtitle; null when none", nullable = true)
        String subtitle,

        @Doc("Its text in NFC; never leaves silver") String body,

        @Doc(value = "Day of publication (KST); null unless the full date is certain", nullable = true)
        LocalDate publishedOn,

        @Doc(value = "YYYY-MM for precision day and month; else null", nullable = true)
        String publishedMonth,

        @Doc("day, month, year or none") String publishedPrecision,

        @Doc(value = "The words the date rests on; null when there are none", nullable = true)
        String publishedText,

        @Doc(value = "Registered domain; null without url", nullable = true)
        String outlet,

        @Doc("Pages that carry it") long copyCount,
        @Doc("Page of the chosen copy") String firstPageId,
        @Doc("Version of the extractor that read it") String extractorVersion,

        @Doc("Sequence number of the commit by which the group was first taken")
        long takenSeq,

        @Doc("Sequence number of the commit that last changed the row")
        long runSeq,

        @Doc(value = "KST day of the chosen copy's capture; null without it; the partition", nullable = true)
        LocalDate capturedOn) {

    public static final Table<Article> TABLE = Table.of(
                    "silver.articles", Article.class, "One row per distinct article.")
            .key("article_id")
            .slicedBy("captured_on");
}
