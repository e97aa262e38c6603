package org.snapshothub.extract.observation;

import java.time.Instant;
import java.util.List;

/**
 * A distinct widget of a day and the pages that showed it.
 *
 * @param observedHour 0–23 KST; null when unknown
 * @param digest {@link Widget#digest()}
 * @param entries its readings
 * @param pageCount distinct pages that showed it at that hour
 * @param firstFetchTime of its earliest page, nulls last; null when none has a time
 * @param firstPageId that page, the smallest id where several are as early
 * @param latestFetchTime of its latest page; null when none has a time
 * @param latestPageId the smallest page id at that latest time
 */
public record ShownWidget(
        Integer observedHour,
        String digest,
        List<WidgetEntry> entries,
        long pageCount,
        Instant firstFetchTime,
        String firstPageId,
        Instant latestFetchTime,
        String latestPageId) {

    public ShownWidget {
        entries = List.copyOf(entries);
    }
}
