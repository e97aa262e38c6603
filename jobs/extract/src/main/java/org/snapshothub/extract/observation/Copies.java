package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snapshothub.extract.observation.Part.Gap;
import org.snapshothub.extract.observation.Part.Kind;

/** Cuts a run where a list of the same stations begins again: the copy for mobiles right behind that for desktops. */
final class Copies {

    /** Fewer names again are entries printed twice. */
    private static final int FEWEST = 3;

    private final List<Stretch> run;
    private final List<Segment> segments = new ArrayList<>();

    /** The named stretches of the run, as places in it, and their names. */
    private final List<Integer> places = new ArrayList<>();

    private final List<String> names = new ArrayList<>();
    private int lastNew = -1;

    /** One copy, and where in the page's text the next thing begins. */
    record Segment(List<Stretch> stretches, int ceiling) {}

    private Copies(List<Stretch> run) {
        this.run = run;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < run.size(); i++) {
            int name = name(run.get(i));
            if (name >= 0) {
                String text = run.get(i).parts().get(name).text();
                lastNew = seen.add(text) ? names.size() : lastNew;
                names.add(text);
                places.add(i);
            }
        }
    }

    /** The copies in {@code run}, behind which the page goes on at {@code ceiling}; often only one. */
    static List<Segment> of(List<Stretch> run, int ceiling) {
        if (run.size() > EntryList.MOST_ENTRIES) {
            return List.of(new Segment(run, ceiling));
        }
        Copies copies = new Copies(run);
        copies.cut(ceiling);
        return copies.segments;
    }

    private void cut(int ceiling) {
        int begin = 0;
        int first = 0;
        Stretch head = run.get(0);
        Map<String, String> figures = new HashMap<>();
        for (int k = 0; k < names.size(); k++) {
            boolean isKnown = figures.putIfAbsent(names.get(k), figure(k)) != null;
            if (!isKnown || k - first < FEWEST || !(beginsAgain(first, k) || onlyRepeats(k, figures))) {
                continue;
            }
            int place = places.get(k);
            Stretch next = run.get(place);
            int boundary = boundary(next);
            segments.add(segment(head, begin, place, next.parts().get(boundary).begin()));
            head = next.from(boundary);
            begin = place;
            first = k;
            figures.clear();
            figures.put(names.get(k), figure(k));
        }
        segments.add(segment(head, begin, run.size(), ceiling));
    }

    private Segment segment(Stretch head, int begin, int end, int ceiling) {
        List<Stretch> stretches = new ArrayList<>(run.subList(begin, end));
        stretches.set(0, head);
        return new Segment(stretches, ceiling);
    }

    private boolean beginsAgain(int first, int k) {
        for (int i = 0; i < FEWEST; i++) {
            if (k + i >= names.size() || !names.get(first + i).equals(names.get(k + i))) {
                return false;
            }
        }
        return names.subList(first, first + FEWEST).stream().distinct().count() == FEWEST;
    }

    /** Whether nothing but repetitions follows, most of them with the same number: a copy in another order. */
    private boolean onlyRepeats(int k, Map<String, String> figures) {
        int rest = names.size() - k;
        if (k <= lastNew || rest < FEWEST) {
            return false;
        }
        int same = 0;
        for (int i = k; i < names.size(); i++) {
            same += figure(i).equals(figures.get(names.get(i))) ? 1 : 0;
        }
        return same * 2 >= rest;
    }

    private String figure(int k) {
        return run.get(places.get(k)).figure().map(Figure::text).orElse("");
    }

    private static int name(Stretch stretch) {
        List<Part> parts = stretch.parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).is(Kind.NAME)) {
                return i;
            }
        }
        return -1;
    }

    /** The part behind the widest gap up to the name: what stands before it is the last entry's. */
    private static int boundary(Stretch stretch) {
        List<Part> parts = stretch.parts();
        int boundary = 0;
        Gap widest = Gap.NONE;
        int farthest = -1;
        int end = stretch.begin();
        for (int i = 0; i <= name(stretch); i++) {
            Part part = parts.get(i);
            int distance = part.begin() - end;
            int wider = part.gap().compareTo(widest);
            if (wider > 0 || (wider == 0 && distance > farthest)) {
                boundary = i;
                widest = part.gap();
                farthest = distance;
            }
            end = part.end();
        }
        return boundary;
    }
}
