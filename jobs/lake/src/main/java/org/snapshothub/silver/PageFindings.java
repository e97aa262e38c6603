package org.snapshothub.silver;

import java.time.Instant;
import java.time.LocalDate;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/**
 * One row per page read: what the extractors found on it.
 *
 * <p>A page is decoded and parsed once for this row; everything in silver is computed from here, never from bronze.
 */
public record PageFindings(
        @Doc("The page") String pageId,

        @Doc(value = "Address of the page; null when unknown", nullable = true)
        String url,

        @Doc(value = "When it was captured; null when unknown", nullable = true)
        Instant fetchTime,

        @Doc(value = "Day (KST) of its widget; null without one", nullable = true)
        LocalDate observedOn,

        @Doc(value = "Hour (KST) of its widget; null when unknown", unit = "h", nullable = true)
        Integer observedHour,

        @Doc(value = "Digest of the accepted entries in station order; null without a widget", nullable = true)
        String widgetDigest,

        @Doc(value = "Accepted entries of its widget in station order, as JSON; null without one", nullable = true)
        String widget,

        @Doc(value = "Its article; null when it holds none", nullable = true)
        ArticleCopy article,

        @Doc("Things refused on it") int rejects,

        @Doc("Whether a widget or article was there of which nothing could be taken")
        boolean lost,

        @Doc("Version of the extractors that read it") String extractorVersion,

        @Doc("Sequence number of the commit that wrote the row")
        long runSeq,

        @Doc(value = "KST day of fetch_time; null without it; the partition", nullable = true)
        LocalDate fetchDate) {

    public static final Table<PageFindings> TABLE = Table.of(
                    "silver.findings", PageFindings.class, "One row per page read: what the extractors found on it.")
            .key("page_id")
            .slicedBy("fetch_date");
}
