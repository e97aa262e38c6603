package org.snapshothub.publish.site.page;

import java.util.Comparator;
import java.util.List;
import org.snapshothub.gold.SkyShare;

/** Sky words in the order from clear to overcast. The words are an open set: unknown ones come last. */
final class SkyWords {

    private static final List<String> LEVELS = List.of("맑음", "구름조금", "구름많음", "흐림");

    static final Comparator<SkyShare> BY_CLOUD = Comparator.<SkyShare>comparingInt(row -> level(row.sky()))
            .thenComparing(SkyShare::sky, Comparator.nullsLast(Comparator.naturalOrder()));

    private SkyWords() {}

    /** The class by which the style sheet colours it. */
    static String css(String sky, String sky3) {
        int level = level(sky);
        if (level < LEVELS.size()) {
            return "sky" + level;
        }
        return sky3 != null && LEVELS.contains(sky3) ? "sky" + LEVELS.indexOf(sky3) : "sky-other";
    }

    private static int level(String sky) {
        int level = LEVELS.indexOf(sky);
        return level < 0 ? LEVELS.size() : level;
    }
}
