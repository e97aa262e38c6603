package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.List;
import org.snapshothub.extract.observation.Part.Gap;

/**
 * A run of numbers of which each entry keeps at most one: the temperature of now, not the felt one or the day's lowest.
 *
 * @param stretches in page order; a number passed over leaves its words to the next
 * @param areOfNow whether they are temperatures of now: not where entries have only others, or two of which nobody can
 *     tell what they are
 */
record CurrentReadings(List<Stretch> stretches, boolean areOfNow) {

    /** Real lists lose the names of a few stations in a hundred, not of every third. */
    private static final int MOST_NAMELESS = 3;

    private static final int FEWEST = 3;

    static CurrentReadings of(List<Stretch> run, MarkedText page) {
        boolean[] isBeside = beside(run, page);
        int ofNow = 0;
        int others = 0;
        boolean isOpen = false;
        for (int i = 0; i < run.size(); i++) {
            boolean isNamed = run.get(i).isNamed();
            if (isOpen && (isNamed || !isBeside[i])) {
                others += isNamed || isBeside[i] ? 1 : 0;
                isOpen = false;
            }
            ofNow += isBeside[i] ? 0 : 1;
            isOpen |= isBeside[i] && isNamed;
        }
        others += isOpen ? 1 : 0;
        return others > ofNow
                ? new CurrentReadings(named(run), false)
                : new CurrentReadings(withoutOthers(run, isBeside), true);
    }

    private static List<Stretch> named(List<Stretch> run) {
        return run.stream().filter(Stretch::isNamed).toList();
    }

    private static List<Stretch> withoutOthers(List<Stretch> run, boolean[] isBeside) {
        List<Stretch> kept = new ArrayList<>();
        Stretch passedOver = null;
        for (int i = 0; i < run.size(); i++) {
            Stretch stretch = passedOver == null ? run.get(i) : run.get(i).after(passedOver);
            passedOver = isBeside[i] ? stretch.withoutNumber() : null;
            if (!isBeside[i]) {
                kept.add(stretch);
            }
        }
        return kept;
    }

    private static boolean[] beside(List<Stretch> run, MarkedText page) {
        boolean[] isBeside = new boolean[run.size()];
        boolean[] isSecond = new boolean[run.size()];
        int seconds = 0;
        int bare = 0;
        for (int i = 0; i < run.size(); i++) {
            Stretch stretch = run.get(i);
            isBeside[i] = stretch.isBeside() || stretch.isARange(page);
            boolean follows = i > 0 && !isBeside[i] && stretch.isBare();
            isSecond[i] = follows && stretch.endsARange(page);
            seconds += isSecond[i] ? 1 : 0;
            bare += follows ? 1 : 0;
        }
        boolean arePairs = bare - seconds >= FEWEST && (bare - seconds) * MOST_NAMELESS > run.size();
        for (int i = 1; i < run.size(); i++) {
            boolean isOfTwo = isSecond[i]
                    || (arePairs && run.get(i).isBare() && !run.get(i).isARange(page));
            if (isOfTwo) {
                isBeside[i - 1] = true;
                isBeside[i] = true;
            }
        }
        return isBeside;
    }

    /** Whether markup or lines keep the entries apart, as in no sentence. */
    boolean areKeptApart() {
        long apart =
                stretches.stream().skip(1).filter(CurrentReadings::isKeptApart).count();
        return apart * 2 >= stretches.size() - 1;
    }

    private static boolean isKeptApart(Stretch stretch) {
        Gap gap = stretch.parts().isEmpty()
                ? stretch.gapBeforeFigure()
                : stretch.parts().get(0).gap();
        return gap.isStructural();
    }
}
