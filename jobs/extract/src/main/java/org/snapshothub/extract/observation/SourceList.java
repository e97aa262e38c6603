package org.snapshothub.extract.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.record.Rejected;

/**
 * What a page holds of weather, in whatever form: lists of entries and the time printed with them.
 *
 * @param lists in page order
 * @param printedTime the day and hour beside the longest list whose readings may be of its capture's day
 * @param refusal why the source could not be read at all; null when it could
 * @param ofOtherTimes rejects, one for each list beside which another day or hour stands
 */
record SourceList(List<EntryList> lists, PrintedTime printedTime, Rejected refusal, List<Rejected> ofOtherTimes) {

    private static final int EXCERPT = 200;

    SourceList(List<EntryList> lists, PrintedTime printedTime, Rejected refusal) {
        this(lists, printedTime, refusal, List.of());
    }

    static Optional<SourceList> of(Page page, Vocabulary vocabulary, Set<String> headings, KnownLists known) {
        if (KmaFeed.isFeed(page.text())) {
            return Optional.of(KmaFeed.read(page.text()));
        }
        return switch (page.form()) {
            case XML -> Optional.empty();
            case HTML -> onHtml(page, vocabulary, headings, known);
            case TEXT -> onPage(MarkedText.of(page), page.fetchTime(), vocabulary, headings, known);
        };
    }

    private static Optional<SourceList> onHtml(
            Page page, Vocabulary vocabulary, Set<String> headings, KnownLists known) {
        KmaTable.Tables tables = KmaTable.read(page, vocabulary, new HeadingWords(vocabulary, headings));
        if (!tables.current().isEmpty()) {
            return Optional.of(ofTimed(tables.current(), page.fetchTime()));
        }
        List<Element> others = tables.others();
        return onPage(MarkedText.of(page, others), page.fetchTime(), vocabulary, headings, known)
                .or(() -> others.stream()
                        .findFirst()
                        .map(table -> notCurrent(MarkedText.ofText(table.text()).shown())));
    }

    private static Optional<SourceList> onPage(
            MarkedText text,
            Optional<Instant> fetchTime,
            Vocabulary vocabulary,
            Set<String> headings,
            KnownLists known) {
        return known.of(text, () -> {
            EntryLists lists = EntryLists.of(text, vocabulary, headings);
            // Of several lists the capture's day decides which counts; a date behind one is not among what is seen.
            boolean isOne = lists.lists().size() == 1 && !lists.mindWhatFollows();
            EntryList only = isOne ? lists.lists().get(0) : null;
            boolean isSeen =
                    isOne && only.isCurrent() && PrintedTime.before(text, only).isPresent();
            return new KnownLists.Read(ofLists(text, fetchTime, lists.lists()), isSeen);
        });
    }

    private static Optional<SourceList> ofLists(MarkedText text, Optional<Instant> fetchTime, List<EntryList> found) {
        List<TimedList> lists = found.stream()
                .filter(EntryList::isCurrent)
                .map(list -> new TimedList(list, PrintedTime.around(text, list)))
                .toList();
        if (lists.isEmpty()) {
            return found.isEmpty() ? Optional.empty() : Optional.of(notCurrent(excerpt(found)));
        }
        return Optional.of(ofTimed(lists, fetchTime));
    }

    private static SourceList ofTimed(List<TimedList> lists, Optional<Instant> fetchTime) {
        TimedList main = lists.stream()
                .max(Comparator.comparing((TimedList timed) ->
                                ObservedAt.of(timed.time(), fetchTime).refusal() == null)
                        .thenComparing(timed -> timed.list().entries().size())
                        .thenComparing(timed -> -timed.list().begin()))
                .orElseThrow();
        PrintedTime time = main.time();
        List<EntryList> ofItsTime = new ArrayList<>();
        List<Rejected> ofOtherTimes = new ArrayList<>();
        for (TimedList timed : lists) {
            if (timed.time().contradicts(time)) {
                String detail =
                        "beside it stands " + timed.time().shown() + ", beside the page's main list " + time.shown();
                ofOtherTimes.add(Rejected.of(
                        ObservationReason.STALE_PAGE, detail, excerpt(List.of(timed.list())), ofOtherTimes.size()));
            } else {
                ofItsTime.add(timed.list());
            }
        }
        return new SourceList(ofItsTime, time, null, ofOtherTimes);
    }

    /** What stands beside a list of now is passed over; alone it loses its page. */
    private static SourceList notCurrent(String excerpt) {
        return refused(
                ObservationReason.NOT_CURRENT,
                "its heading, its labels or a second number in each entry say that these are not temperatures of now",
                excerpt.substring(0, Math.min(EXCERPT * 2, excerpt.length())));
    }

    static SourceList refused(ObservationReason reason, String detail, String excerpt) {
        return new SourceList(List.of(), PrintedTime.NONE, Rejected.of(reason, detail, excerpt, 0));
    }

    /** The first words of the lists, for a reject of the whole. */
    String excerpt() {
        return excerpt(lists);
    }

    private static String excerpt(List<EntryList> lists) {
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
