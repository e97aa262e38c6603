package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.observation.Part.Kind;

/**
 * A run of entries on a page: what a widget is made of.
 *
 * @param begin where it begins in the page's text
 * @param end where it ends, exclusive
 * @param isUnclear whether it does not tell to which entry a sky word belongs
 * @param entries as printed, in page order
 */
record EntryList(int begin, int end, boolean isUnclear, List<RawEntry> entries) {

    /** Far more than all Korean networks have stations; of a longer list only one more than these is kept. */
    static final int MOST_ENTRIES = 1_000;

    /**
     * Three entries with a sky each are no sentence: "서울 3.5℃, 부산 7.2℃" has no sky, and a lone "영하 5℃" is one.
     */
    private static final int FEWEST_WITH_SKY = 3;

    /** Without any sky only the KMA's own order tells a list of stations from a list of towns in an article. */
    private static final int FEWEST_WITHOUT_SKY = 10;

    private static final int TAIL = 200;
    private static final int NAMES_THAT_TEACH_A_SKY = 3;

    EntryList {
        entries = List.copyOf(entries);
    }

    /** The lists of a page, each copy of a list once. */
    static List<EntryList> of(MarkedText page, Vocabulary vocabulary, Set<String> headings) {
        List<EntryList> lists = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        List<Stretch> run = new ArrayList<>();
        Optional<Stretch> next = Stretch.next(page, 0, vocabulary);
        while (next.isPresent()) {
            Stretch stretch = next.get();
            if (!run.isEmpty() && (!stretch.continuesAList(page) || isDatedAnew(run, stretch, page))) {
                addTo(lists, seen, page, run, stretch.unit().begin(), vocabulary, headings);
                run.clear();
            }
            if (run.size() <= MOST_ENTRIES) {
                run.add(stretch);
            }
            next = Stretch.next(page, stretch.unit().end(), vocabulary);
        }
        if (!run.isEmpty()) {
            addTo(lists, seen, page, run, page.plain().length(), vocabulary, headings);
        }
        return lists;
    }

    /** Whether a list ends before a date: one that stands over the next list, not one that each entry carries. */
    private static boolean isDatedAnew(List<Stretch> run, Stretch stretch, MarkedText page) {
        return run.size() >= FEWEST_WITH_SKY
                && stretch.beginsWithADate(page)
                && !run.get(run.size() - 1).beginsWithADate(page);
    }

    private static void addTo(
            List<EntryList> lists,
            Set<List<String>> seen,
            MarkedText page,
            List<Stretch> run,
            int ceiling,
            Vocabulary vocabulary,
            Set<String> headings) {
        List<Stretch> list = trimmed(withLearntSky(run, vocabulary));
        if (list.isEmpty() || !isListOfStations(page, list, vocabulary)) {
            return;
        }
        int end = list.get(list.size() - 1).unit().end();
        int tailEnd = Math.min(ceiling, end + TAIL);
        List<Part> tail = tailEnd > end ? vocabulary.before(page, end, tailEnd).parts() : List.of();
        EntryReader reader = new EntryReader(page, list, tail, headings);
        List<RawEntry> all = reader.entries();
        List<RawEntry> once = all.size() > MOST_ENTRIES ? all : all.subList(0, period(all));
        if (seen.add(once.stream().map(RawEntry::key).toList())) {
            int begin = beginOfFirst(list.get(0));
            lists.add(new EntryList(begin, end, reader.order() == EntryOrder.UNCLEAR, once));
        }
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
    private static List<Stretch> withLearntSky(List<Stretch> run, Vocabulary vocabulary) {
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

    private static boolean isListOfStations(MarkedText page, List<Stretch> list, Vocabulary vocabulary) {
        int entries = list.size();
        long bare = list.stream()
                .filter(stretch -> stretch.parts().isEmpty() && stretch.figure().isEmpty())
                .count();
        if (bare == entries) {
            return entries >= FEWEST_WITH_SKY || isWholePage(page, list);
        }
        long likely = list.stream().filter(Stretch::looksLikeAnEntry).count();
        long withSky = list.stream().filter(Stretch::showsASky).count();
        if (likely * 3 < entries * 2L) {
            return false;
        }
        return (entries >= FEWEST_WITH_SKY && withSky * 2 >= entries)
                || (entries >= FEWEST_WITHOUT_SKY && ascendsByNumber(list, vocabulary));
    }

    private static boolean isWholePage(MarkedText page, List<Stretch> list) {
        int end = list.get(list.size() - 1).unit().end();
        return list.get(0).begin() == 0 && page.plain().substring(end).isBlank();
    }

    private static boolean ascendsByNumber(List<Stretch> list, Vocabulary vocabulary) {
        int named = 0;
        int last = 0;
        for (Stretch stretch : list) {
            int id = vocabulary.numberAfter(last, stretch.parts());
            if (id < 0) {
                return false;
            }
            if (id > 0) {
                named++;
                last = id;
            }
        }
        return named >= FEWEST_WITHOUT_SKY;
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
        return repeated >= FEWEST_WITH_SKY || repeated * 2 >= size ? size - repeated : size;
    }
}
