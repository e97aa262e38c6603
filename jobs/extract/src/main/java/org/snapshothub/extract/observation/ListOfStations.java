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
