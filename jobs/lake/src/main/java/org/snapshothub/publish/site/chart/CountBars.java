package org.snapshothub.publish.site.chart;

import java.util.ArrayList;
import java.util.List;

/** Counts as bars from zero, in the order given. */
public record CountBars(int width, int height, int labelsEnd, List<Bar> bars) {

    private static final int WIDTH = 480;
    private static final int ROW = 28;
    /** How wide a letter gets where charts are read on a phone. */
    private static final int HANGUL = 18;

    private static final int LATIN = 10;
    private static final int RIGHT = 64;

    /** What is drawn. */
    public record Count(String label, long count, String shown) {}

    /** The same in drawing units. */
    public record Bar(String label, double y, double x, double length, String shown) {}

    public static CountBars of(List<Count> counts) {
        long most = counts.stream().mapToLong(Count::count).max().orElse(1);
        int left = 20 + counts.stream().mapToInt(c -> width(c.label())).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (Count count : counts) {
            double length = Axis.tenth((WIDTH - left - RIGHT) * (double) count.count() / Math.max(1, most));
            bars.add(new Bar(count.label(), ROW * bars.size() + ROW / 2.0, left, length, count.shown()));
        }
        return new CountBars(WIDTH, ROW * bars.size(), left - 8, bars);
    }

    private static int width(String label) {
        return label.chars().map(c -> c < 0x1100 ? LATIN : HANGUL).sum();
    }
}
