package org.snapshothub.extract.observation;

import java.util.List;
import org.snapshothub.extract.observation.Part.Gap;
import org.snapshothub.extract.observation.Part.Kind;

/** In which order the entries of a list say sky, name and temperature. */
enum EntryOrder {
    SKY_NAME_TEMPERATURE,
    NAME_SKY_TEMPERATURE,
    NAME_TEMPERATURE_SKY,
    /** No entry shows both a sky and a name. */
    UNKNOWN,
    /** Sky words stand between the entries, and nothing tells to which side they belong. */
    UNCLEAR;

    /**
     * The order of a list.
     *
     * <p>A sky after its temperature looks like a sky before the next name, only shifted by one entry. What tells them
     * apart is which side of the sky the stronger boundary is on, and at which end of the list a sky sticks out.
     *
     * @param list the stretches of the list
     * @param tail the words after its last unit sign
     */
    static EntryOrder of(List<Stretch> list, List<Part> tail) {
        int skyFirst = 0;
        int nameFirst = 0;
        int skyWithNext = 0;
        int skyWithLast = 0;
        for (int i = 0; i < list.size(); i++) {
            List<Part> parts =
                    i == 0 ? lastTwo(list.get(i).parts()) : list.get(i).parts();
            int sky = only(parts, Kind.SKY);
            int name = only(parts, Kind.NAME);
            if (sky < 0 || name < 0) {
                continue;
            }
            if (name < sky) {
                nameFirst++;
            } else if (i > 0) {
                skyFirst++;
                int stronger = gapBefore(parts, 0, sky).compareTo(gapBefore(parts, sky + 1, name));
                skyWithNext += stronger > 0 ? 1 : 0;
                skyWithLast += stronger < 0 ? 1 : 0;
            } else {
                skyFirst++;
            }
        }
        if (nameFirst > skyFirst) {
            return NAME_SKY_TEMPERATURE;
        }
        if (skyFirst == 0) {
            return skyAfterTemperature(list, tail) ? NAME_TEMPERATURE_SKY : UNKNOWN;
        }
        if (skyWithNext != skyWithLast) {
            return skyWithNext > skyWithLast ? SKY_NAME_TEMPERATURE : NAME_TEMPERATURE_SKY;
        }
        boolean startsWithSky = startsWithSky(list.get(0).parts());
        boolean endsWithSky = !tail.isEmpty() && tail.get(0).is(Kind.SKY);
        if (startsWithSky == endsWithSky) {
            return UNCLEAR;
        }
        return startsWithSky ? SKY_NAME_TEMPERATURE : NAME_TEMPERATURE_SKY;
    }

    /** Lists of one entry, or of nameless ones, may still show a sky after every temperature and none before. */
    private static boolean skyAfterTemperature(List<Stretch> list, List<Part> tail) {
        boolean endsWithSky = !tail.isEmpty() && tail.get(0).is(Kind.SKY);
        return endsWithSky && !startsWithSky(list.get(0).parts());
    }

    private static boolean startsWithSky(List<Part> first) {
        List<Part> parts = lastTwo(first);
        return parts.stream().anyMatch(part -> part.is(Kind.SKY));
    }

    /** Before the first entry stands the rest of the page: only its last words are the entry's. */
    private static List<Part> lastTwo(List<Part> parts) {
        int size = parts.size();
        while (size > 0
                && (parts.get(size - 1).is(Kind.DASH) || parts.get(size - 1).is(Kind.SIGN))) {
            size--;
        }
        return parts.subList(Math.max(0, size - 2), size);
    }

    private static int only(List<Part> parts, Kind kind) {
        int at = -1;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).is(kind)) {
                if (at >= 0) {
                    return -1;
                }
                at = i;
            }
        }
        return at;
    }

    private static Gap gapBefore(List<Part> parts, int from, int to) {
        Gap gap = Gap.NONE;
        for (int i = from; i <= to; i++) {
            gap = gap.strongest(parts.get(i).gap());
        }
        return gap;
    }
}
