package org.snapshothub.silver;

import java.time.Instant;
import org.snapshothub.lake.Doc;

/** One distinct widget of a day and hour, with the pages that show it counted. */
record WidgetShown(
        @Doc(value = "Hour; null when unknown", unit = "h", nullable = true)
        Integer observedHour,

        @Doc("Digest of its entries") String digest,
        @Doc("Pages that show it") long pageCount,

        @Doc(value = "Earliest capture; null when none is known", nullable = true)
        Instant firstTime,

        @Doc("Page of the earliest capture") String firstPageId,

        @Doc(value = "Latest capture; null when none is known", nullable = true)
        Instant latestTime,

        @Doc("Smallest page of the latest capture") String latestPageId,

        @Doc("Its entries as that page prints them, as JSON")
        String entries) {}
