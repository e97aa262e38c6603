package org.snapshothub.publish.site.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.publish.site.ForeignText;
import org.snapshothub.publish.site.chart.ShareBars;

/** Sky words in the order from clear to overcast. The words are an open set: unknown ones come last. */
final class SkyWords {

    private static final int LONGEST = 20;
    private static final List<String> LEVELS = List.of("맑음", "구름조금", "구름많음", "흐림");

    static final Comparator<SkyShare> BY_CLOUD = Comparator.<SkyShare>comparingInt(row -> level(row.sky()))
            .thenComparing(SkyShare::sky, Comparator.nullsLast(Comparator.naturalOrder()));

    private SkyWords() {}

    /** The sky of most of a region's readings, of so many; of equals the clearer one. */
    static Map<String, String> mostOften(List<SkyShare> rows) {
        Map<String, SkyShare> most = new HashMap<>();
        Map<String, Integer> all = new HashMap<>();
        rows.stream().filter(row -> row.sky() != null).sorted(BY_CLOUD).forEach(row -> {
            most.merge(row.regionCode(), row, (a, b) -> b.readingCount() > a.readingCount() ? b : a);
            all.merge(row.regionCode(), row.readingCount(), Integer::sum);
        });
        Map<String, String> words = new HashMap<>();
        most.forEach((code, row) ->
                words.put(code, ForeignText.line(row.sky(), LONGEST) + " " + row.readingCount() + "/" + all.get(code)));
        return words;
    }

    /** The class by which the style sheet colours it. */
    static String css(String sky, String sky3) {
        int level = level(sky);
        if (level < LEVELS.size()) {
            return "sky" + level;
        }
        return sky3 != null && LEVELS.contains(sky3) ? "sky" + LEVELS.indexOf(sky3) : ShareBars.OTHER;
    }

    private static int level(String sky) {
        // A reading may have no sky at all, and a list of constants can't be asked for null.
        int level = sky == null ? -1 : LEVELS.indexOf(sky);
        return level < 0 ? LEVELS.size() : level;
    }
}
