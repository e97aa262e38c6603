package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.observation.Part.Kind;
import org.snapshothub.extract.observation.RawEntry.Sign;

/** Finds the lists of entries on one page, each copy of a list once. */
final class EntryLists {

    private static final int NAMES_THAT_TEACH_A_SKY = 3;
    private static final int LONGEST_TAIL = 200;

    /** A sky and, broken off, one more entry: what stands farther behind a list is the page's. */
    private static final int LETTERS_OF_A_TAIL = 40;

    private static final Set<Kind> ENTRY = EnumSet.of(Kind.SKY, Kind.NAME, Kind.DASH);

    private final MarkedText page;
    private final Vocabulary vocabulary;
    private final Set<String> regions;
    private final Units units;
    private final Heading heading;
    private final List<EntryList> lists = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();

    /** Where the last number ends of the run that is being read. */
    private int endOfRun;

    private boolean mindsWhatFollows;

    private EntryLists(MarkedText page, Vocabulary vocabulary, Set<String> regions, Units units) {
        this.page = page;
        this.vocabulary = vocabulary;
        this.regions = regions;
        this.units = units;
        this.heading = new Heading(page, new HeadingWords(vocabulary, regions));
    }

    /** In page order: those in degrees, or on a page without any those that are weather without saying the unit. */
    static EntryLists of(MarkedText page, Vocabulary vocabulary, Set<String> regions) {
        EntryLists inDegrees = new EntryLists(page, vocabulary, regions, Units.DEGREES);
        inDegrees.find();
        if (!inDegrees.lists.isEmpty() || !BareNumber.areEnough(page.plain())) {
            return inDegrees;
        }
        EntryLists inNumbers = new EntryLists(page, vocabulary, regions, Units.NONE);
        inNumbers.find();
        return inNumbers;
    }

    List<EntryList> lists() {
        return lists;
    }

    /** Whether more decided than the numbers, what stands before them, and the {@link #tail} behind the last. */
    boolean mindWhatFollows() {
        return mindsWhatFollows || units == Units.NONE;
    }

    private void find() {
        List<Stretch> run = new ArrayList<>();
        Optional<Stretch> next = Stretch.next(page, 0, units, vocabulary);
        while (next.isPresent()) {
            Stretch stretch = next.get();
            if (!run.isEmpty() && isHeadedAnew(run, stretch)) {
                add(run, stretch.labelled().heading());
                run.clear();
                stretch = stretch.from(stretch.labelled().headed());
            } else if (!run.isEmpty() && (!stretch.continuesAList() || isDatedAnew(run, stretch))) {
                add(run, stretch.unit().begin());
                run.clear();
            }
            if (run.size() <= EntryList.MOST_ENTRIES) {
                run.add(stretch);
            }
            next = Stretch.next(page, stretch.unit().end(), units, vocabulary);
        }
        if (!run.isEmpty()) {
            add(run, page.plain().length());
        }
    }

    /** Whether a list ends before a heading: one that stands over the next list, not one that each entry carries. */
    private static boolean isHeadedAnew(List<Stretch> run, Stretch stretch) {
        return run.size() >= ListOfStations.FEWEST_WITH_SKY
                && stretch.isHeaded()
                && !run.get(run.size() - 1).isHeaded();
    }

    /** Whether a list ends before a date: one that stands over the next list, not one that each entry carries. */
    private boolean isDatedAnew(List<Stretch> run, Stretch stretch) {
        return run.size() >= ListOfStations.FEWEST_WITH_SKY
                && stretch.beginsWithADate(page)
                && !run.get(run.size() - 1).beginsWithADate(page);
    }

    private void add(List<Stretch> run, int ceiling) {
        if (run.size() < ListOfStations.FEWEST_WITH_SKY && !ListOfStations.isWholePage(run, page)) {
            return;
        }
        endOfRun = run.get(run.size() - 1).unit().end();
        for (Copies.Segment copy : Copies.of(withLearntSky(run), ceiling)) {
            CurrentReadings readings = CurrentReadings.of(copy.stretches(), page);
            List<Stretch> list = trimmed(readings.stretches());
            if (list.isEmpty() || !isListOfStations(list)) {
                continue;
            }
            int begin = beginOfFirst(list.get(0));
            boolean isOfNow = readings.areOfNow() && !heading.saysAnother(begin, list);
            if (isOfNow) {
                addCurrent(list, begin, copy.ceiling());
            } else if (readings.areKeptApart()) {
                addOther(list, begin);
            }
        }
    }

    private boolean isListOfStations(List<Stretch> list) {
        return ListOfStations.is(list, page, vocabulary)
                && (units != Units.NONE || ListOfStations.isBeyondDoubt(list, page, vocabulary));
    }

    private void addCurrent(List<Stretch> list, int begin, int ceiling) {
        int end = list.get(list.size() - 1).unit().end();
        mindsWhatFollows |= end < endOfRun && endOfTail(page, end, ceiling) > endOfRun;
        List<Part> tail = tail(page, vocabulary, end, ceiling);
        EntryReader reader = new EntryReader(page, list, tail, regions);
        List<RawEntry> all = reader.entries();
        List<RawEntry> once = all.size() > EntryList.MOST_ENTRIES ? all : all.subList(0, period(all));
        if (seen.add(once.stream().map(RawEntry::key).toList())) {
            ObservationReason refusal =
                    reader.order() == EntryOrder.UNCLEAR ? ObservationReason.SKY_ORDER_UNCLEAR : null;
            lists.add(new EntryList(begin, end, refusal, once));
        }
    }

    private void addOther(List<Stretch> list, int begin) {
        List<RawEntry> entries = list.stream()
                .map(stretch -> new RawEntry(
                        null,
                        null,
                        null,
                        stretch.figure().orElse(null),
                        Sign.PLUS,
                        page.printed(beginOfName(stretch), stretch.unit().end())))
                .toList();
        int end = list.get(list.size() - 1).unit().end();
        lists.add(new EntryList(begin, end, ObservationReason.NOT_CURRENT, entries));
    }

    /** Where the name begins, or the sky before it. */
    private static int beginOfName(Stretch stretch) {
        List<Part> parts = stretch.parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).is(Kind.NAME)) {
                return parts.get(i > 0 && parts.get(i - 1).is(Kind.SKY) ? i - 1 : i)
                        .begin();
            }
        }
        return beginOfFirst(stretch);
    }

    /** What behind the number that ends at {@code end} may still be its entry's, or a broken one: up to the first other word. */
    static List<Part> tail(MarkedText page, Vocabulary vocabulary, int end, int ceiling) {
        int tailEnd = endOfTail(page, end, ceiling);
        if (tailEnd == end) {
            return List.of();
        }
        List<Part> parts =
                LabelledWords.of(vocabulary.before(page, end, tailEnd)).words().parts();
        int to = 0;
        while (to < parts.size() && ENTRY.contains(parts.get(to).kind())) {
            to++;
        }
        return parts.subList(0, to);
    }

    private static int endOfTail(MarkedText page, int end, int ceiling) {
        int tail = end;
        int letters = 0;
        while (tail < ceiling && tail - end < LONGEST_TAIL && letters < LETTERS_OF_A_TAIL) {
            letters += MarkedText.isGap(page.plain().charAt(tail++)) ? 0 : 1;
        }
        return tail;
    }

    /** Where the first entry's own words begin: before them stands the page. */
    private static int beginOfFirst(Stretch first) {
        List<Part> parts = first.parts();
        int from = parts.size();
        while (from > 0
                && !parts.get(from - 1).is(Kind.WORD)
                && !parts.get(from - 1).is(Kind.NUMBER)) {
            from--;
        }
        int digits = first.figure().map(Figure::begin).orElse(first.unit().begin());
        return from == parts.size() ? digits : parts.get(from).begin();
    }

    /** A sky word that no file knows, glued to the names of several stations, is a sky word all the same. */
    private List<Stretch> withLearntSky(List<Stretch> run) {
        Map<String, Set<String>> namesBySky = new HashMap<>();
        for (Stretch stretch : run) {
            for (Part part : stretch.parts()) {
                int sky = part.is(Kind.WORD) ? vocabulary.unknownSkyBefore(part.text()) : 0;
                if (sky > 0) {
                    namesBySky
                            .computeIfAbsent(part.text().substring(0, sky), s -> new HashSet<>())
                            .add(part.text().substring(sky));
                }
            }
        }
        namesBySky.values().removeIf(names -> names.size() < NAMES_THAT_TEACH_A_SKY);
        return namesBySky.isEmpty()
                ? List.copyOf(run)
                : run.stream()
                        .map(stretch -> stretch.withWords(vocabulary.withSky(stretch.words(), namesBySky.keySet())))
                        .toList();
    }

    /** Without what an article adds at either end: numbers with words before them that are neither sky nor name. */
    private static List<Stretch> trimmed(List<Stretch> run) {
        int from = 0;
        int to = run.size();
        while (from < to
                && !run.get(from).looksLikeAnEntry()
                && !(from == 0 && run.get(from).standsAlone())) {
            from++;
        }
        while (to > from && !run.get(to - 1).looksLikeAnEntry()) {
            to--;
        }
        return run.subList(from, to);
    }

    /** The length of the part that the list repeats (desktop and mobile copies side by side), or its own. */
    private static int period(List<RawEntry> entries) {
        List<String> keys = entries.stream().map(RawEntry::key).toList();
        int size = keys.size();
        int[] border = new int[size];
        for (int i = 1, k = 0; i < size; i++) {
            while (k > 0 && !keys.get(i).equals(keys.get(k))) {
                k = border[k - 1];
            }
            border[i] = keys.get(i).equals(keys.get(k)) ? ++k : k;
        }
        int repeated = size == 0 ? 0 : border[size - 1];
        return repeated >= ListOfStations.FEWEST_WITH_SKY || repeated * 2 >= size ? size - repeated : size;
    }
}
