package org.snapshothub.publish.site.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One line per place: lowest to highest as a bar, the mean as a dot on it. */
public record RangeChart(int width, int height, int labelsEnd, Axis axis, List<Line> lines) {

    private static final int WIDTH = 480;
    private static final int ROW = 24;
    private static final int TOP = 30;
    private static final int LEFT = 116;
    private static final int RIGHT = 48;

    /** What is drawn: exact values; {@code words} is read out and shown on hover. */
    public record Range(
            String label,
            BigDecimal min,
            BigDecimal mean,
            BigDecimal max,
            String shownMean,
            String words,
            String style) {}

    /** The same in drawing units. */
    public record Line(
            String label,
            double y,
            double low,
            double mean,
            double high,
            String shownMean,
            String words,
            String style,
            String band) {}

    public static RangeChart of(List<Range> ranges) {
        double low =
                ranges.stream().mapToDouble(r -> r.min().doubleValue()).min().orElse(0);
        double high =
                ranges.stream().mapToDouble(r -> r.max().doubleValue()).max().orElse(1);
        Axis axis = Axis.over(low, high, LEFT, WIDTH - RIGHT, 8);
        List<Line> lines = new ArrayList<>();
        for (Range range : ranges) {
            double y = TOP + ROW * lines.size() + ROW / 2.0;
            lines.add(new Line(
                    range.label(),
                    y,
                    axis.at(range.min()),
                    axis.at(range.mean()),
                    axis.at(range.max()),
                    range.shownMean(),
                    range.words(),
                    range.style(),
                    TemperatureBand.of(range.mean()).css()));
        }
        return new RangeChart(WIDTH, TOP + ROW * lines.size() + 6, LEFT - 8, axis, lines);
    }
}
