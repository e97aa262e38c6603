package org.snapshothub.extract.observation;

import java.util.List;

/**
 * A run of entries on a page: what a widget is made of.
 *
 * @param begin where it begins in the page's text
 * @param end where it ends, exclusive
 * @param refusal why none of its entries counts: {@link ObservationReason#SKY_ORDER_UNCLEAR}, {@link
 *     ObservationReason#NOT_CURRENT}; null where they may
 * @param entries as printed, in page order
 */
record EntryList(int begin, int end, ObservationReason refusal, List<RawEntry> entries) {

    /** Far more than all Korean networks have stations; of a longer list only one more than these is kept. */
    static final int MOST_ENTRIES = 1_000;

    EntryList {
        entries = List.copyOf(entries);
    }

    /** Whether its numbers may be temperatures of now. */
    boolean isCurrent() {
        return refusal != ObservationReason.NOT_CURRENT;
    }
}
