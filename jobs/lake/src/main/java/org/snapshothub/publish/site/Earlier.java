package org.snapshothub.publish.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The edition before, as far as its files stand in the new one as they are: those of days and years that nothing
 * touched, as long as what surrounds them is the same.
 */
final class Earlier {

    private static final Earlier NONE =
            new Earlier(null, Map.of(), new Manifest("", null, new TreeMap<>(), new TreeMap<>()), null, Touched.ALL);

    private final Path folder;
    private final Map<String, String> sums;
    private final Manifest was;
    private final Facts facts;
    private final Touched touched;

    private Earlier(Path folder, Map<String, String> sums, Manifest was, Facts facts, Touched touched) {
        this.folder = folder;
        this.sums = sums;
        this.was = was;
        this.facts = facts;
        this.touched = touched;
    }

    /** Nothing can be taken over from an edition of other settings, or one that lacks a file of its own list. */
    static Earlier of(Optional<Path> edition, Facts facts, Touched touched) {
        if (edition.isEmpty() || touched.days().isEmpty()) {
            return NONE;
        }
        try {
            Manifest was = Manifest.read(edition.get());
            Map<String, String> sums = new HashMap<>();
            for (Draft.Entry entry : Draft.sums(edition.get())) {
                if (!Files.isRegularFile(edition.get().resolve(entry.path()))) {
                    return NONE;
                }
                sums.put(entry.path(), entry.sha256());
            }
            boolean isSameFrame = was.frame().equals(Manifest.frame(facts.content()));
            return isSameFrame ? new Earlier(edition.get(), sums, was, facts, touched) : NONE;
        } catch (IOException | RuntimeException e) {
            // An edition that can't be read is no help, and no harm: everything is written anew.
            return NONE;
        }
    }

    /** The readings of the day are those it shows. */
    boolean holdsReadings(LocalDate day) {
        return was.days().containsKey(day) && !touched.contains(day);
    }

    /** And so are the days before and after, and whether it is over. */
    boolean holdsPage(LocalDate day) {
        return holdsReadings(day)
                && Objects.equals(was.days().lowerKey(day), facts.dayBefore(day).orElse(null))
                && Objects.equals(was.days().higherKey(day), facts.dayAfter(day).orElse(null))
                && was.isProvisional(day) == facts.isProvisional(day);
    }

    /** It has the same days of that year, and nothing touched one of them. */
    boolean holdsYear(int year) {
        NavigableMap<LocalDate, DayTally> days =
                was.days().subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true);
        return !days.isEmpty()
                && days.keySet().equals(facts.days(year))
                && touched.days().orElseThrow().stream().noneMatch(day -> day.getYear() == year);
    }

    /** The cases are those it shows. */
    boolean holdsCases() {
        return folder != null && !touched.cases();
    }

    DayTally tally(LocalDate day) {
        return was.days().get(day);
    }

    Manifest.Holding holding(String table, int year) {
        SortedMap<Integer, Manifest.Holding> years = was.years().get(table);
        return years.get(year);
    }

    boolean has(String path) {
        return sums.containsKey(path);
    }

    void give(String path, Draft draft) {
        draft.take(path, folder.resolve(path), sums.get(path));
    }
}
