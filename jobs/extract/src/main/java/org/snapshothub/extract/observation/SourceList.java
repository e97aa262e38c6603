package org.snapshothub.extract.observation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.record.Rejected;

/**
 * What a page holds of weather, in whatever form: lists of entries and the time printed with them.
 *
 * @param lists in page order
 * @param printedTime the day and hour beside the longest list
 * @param refusal why the source could not be read at all; null when it could
 */
record SourceList(List<EntryList> lists, PrintedTime printedTime, Rejected refusal) {

    private static final int EXCERPT = 200;

    static Optional<SourceList> of(Page page, Vocabulary vocabulary, Set<String> headings) {
        if (KmaFeed.isFeed(page.text())) {
            return Optional.of(KmaFeed.read(page.text()));
        }
        return switch (page.form()) {
            case XML -> Optional.empty();
            case HTML ->
                KmaTable.read(page.document(), vocabulary).or(() -> onPage(MarkedText.of(page), vocabulary, headings));
            case TEXT -> onPage(MarkedText.of(page), vocabulary, headings);
        };
    }

    private static Optional<SourceList> onPage(MarkedText text, Vocabulary vocabulary, Set<String> headings) {
        List<EntryList> lists = EntryList.of(text, vocabulary, headings);
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        EntryList longest = lists.get(0);
        for (EntryList list : lists) {
            longest = list.entries().size() > longest.entries().size() ? list : longest;
        }
        return Optional.of(new SourceList(lists, PrintedTime.around(text, longest), null));
    }

    static SourceList refused(ObservationReason reason, String detail, String excerpt) {
        return new SourceList(List.of(), PrintedTime.NONE, Rejected.of(reason, detail, excerpt, 0));
    }

    /** The first words of the lists, for a reject of the whole. */
    String excerpt() {
        StringBuilder words = new StringBuilder();
        for (EntryList list : lists) {
            for (RawEntry entry : list.entries()) {
                if (words.length() > EXCERPT) {
                    return words.toString();
                }
                words.append(words.length() == 0 ? "" : " ").append(entry.printed());
            }
        }
        return words.toString();
    }
}
