package org.snapshothub.extract.observation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.snapshothub.extract.record.Recent;

/**
 * Lists that were read on another page: a site prints the same widget on all its pages of an hour. A list is known when
 * everything that decides what it says is equal, character for character.
 */
final class KnownLists {

    /** A list of fewer is read as quickly as it is looked up. */
    private static final int FEWEST_SIGNS = 10;

    /**
     * More letters than a list's words, heading and date are looked for in: {@value Vocabulary#MOST_PARTS} words of 41, and 400
     * before them.
     */
    private static final int LETTERS_BEFORE = 1_200;

    /** Some hours of a few dozen sites, a few megabytes. */
    static final int MOST = 128;

    /** Letters of the longest that is remembered; a list of all stations has some four thousand. */
    private static final int LONGEST = 30_000;

    private final Vocabulary vocabulary;
    private final Recent<Seen, SourceList> lists = new Recent<>(MOST);

    KnownLists(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * What decides what the list in degrees on a page says.
     *
     * @param plain from some letters before its first unit sign to its last, and the tail behind that
     * @param shown the same as printed
     * @param isFromTheStart whether that begins where the page does
     * @param tail what behind the last sign may still be the list's
     */
    private record Seen(String plain, String shown, boolean isFromTheStart, List<String> tail) {}

    /** The list of a page as read on another, or read now. */
    Optional<SourceList> of(MarkedText page, Supplier<Read> reader) {
        Optional<Seen> seen = seen(page);
        return seen.flatMap(lists::known).or(() -> {
            Read read = reader.get();
            if (seen.isPresent() && read.isDecidedByWhatIsSeen()) {
                read.source().ifPresent(source -> lists.remember(seen.get(), source));
            }
            return read.source();
        });
    }

    /** What a page holds, and whether a page on which the same is seen must hold the same. */
    record Read(Optional<SourceList> source, boolean isDecidedByWhatIsSeen) {}

    private Optional<Seen> seen(MarkedText page) {
        String plain = page.plain();
        int signs = 0;
        int first = 0;
        int end = 0;
        for (Optional<UnitSign> sign = UnitSign.next(plain, 0); sign.isPresent(); sign = UnitSign.next(plain, end)) {
            first = signs++ == 0 ? sign.get().begin() : first;
            end = sign.get().end();
        }
        if (signs < FEWEST_SIGNS) {
            return Optional.empty();
        }
        int begin = first;
        for (int letters = 0; begin > 0 && letters < LETTERS_BEFORE; begin--) {
            letters += MarkedText.isGap(plain.charAt(begin - 1)) ? 0 : 1;
        }
        if (end - begin > LONGEST) {
            return Optional.empty();
        }
        List<Part> tail = EntryLists.tail(page, vocabulary, end, plain.length());
        int until = tail.isEmpty() ? end : tail.get(tail.size() - 1).end();
        return Optional.of(new Seen(
                plain.substring(begin, until),
                page.shown().substring(begin, until),
                begin == 0,
                tail.stream().map(part -> part.kind() + part.text()).toList()));
    }
}
