package org.snapshothub.extract.observation;

import java.util.List;

/** What makes a run of entries a list of stations: no sentence of an article and no table of anything else. */
final class ListOfStations {

    /**
     * Three entries with a sky each are no sentence: "서울 3.5℃, 부산 7.2℃" has no sky, and a lone "영하 5℃" is one.
     */
    static final int FEWEST_WITH_SKY = 3;

    /** Without any sky only the KMA's own order tells a list of stations from a list of towns in an article. */
    private static final int FEWEST_WITHOUT_SKY = 10;

    private static final int LONGEST_HEADING = 80;
    private static final List<String> OTHER_QUANTITIES =
            List.of("강수", "강우", "적설", "풍속", "바람", "습도", "먼지", "기압", "mm", "cm", "m/s", "%");

    private ListOfStations() {}

    static boolean is(List<Stretch> list, MarkedText page, Vocabulary vocabulary) {
        int entries = list.size();
        long bare = list.stream()
                .filter(stretch -> stretch.parts().isEmpty() && stretch.figure().isEmpty())
                .count();
        if (bare == entries) {
            return entries >= FEWEST_WITH_SKY || isWholePage(list, page);
        }
        long likely = list.stream().filter(Stretch::looksLikeAnEntry).count();
        long withSky = list.stream().filter(Stretch::showsASky).count();
        if (likely * 3 < entries * 2L) {
            return false;
        }
        return (entries >= FEWEST_WITH_SKY && withSky * 2 >= entries)
                || (entries >= FEWEST_WITHOUT_SKY && ascendsByNumber(list, vocabulary));
    }

    /**
     * Whether a list without ℃ can be nothing but weather: at least {@value #FEWEST_WITHOUT_SKY} stations in the KMA's order,
     * a sky word with nearly each, and no word of rain, wind or dust over it. Rates of prices have no sky.
     */
    static boolean isBeyondDoubt(List<Stretch> list, MarkedText page, Vocabulary vocabulary) {
        int begin = list.get(0).parts().stream()
                .filter(part -> part.is(Part.Kind.NAME))
                .mapToInt(Part::begin)
                .findFirst()
                .orElse(0);
        String before = page.printed(Math.max(0, begin - LONGEST_HEADING), begin);
        long named = list.stream().filter(Stretch::isNamed).count();
        long withSky = list.stream().filter(Stretch::showsASkyWord).count();
        return named >= FEWEST_WITHOUT_SKY
                && named * 10 >= list.size() * 9L
                && withSky * 10 >= list.size() * 8L
                && OTHER_QUANTITIES.stream().noneMatch(before::contains)
                && ascendsByNumber(list, vocabulary);
    }

    static boolean isWholePage(List<Stretch> list, MarkedText page) {
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
}
