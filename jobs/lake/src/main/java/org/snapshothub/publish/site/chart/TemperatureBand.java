package org.snapshothub.publish.site.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The colour of a temperature: bands of 3 ℃ from below −15 to 33 and above, the same on every day, so that maps of two
 * days can be laid side by side.
 */
public record TemperatureBand(int index) {

    private static final int LOWEST = -15;
    private static final int WIDTH = 3;
    private static final int COUNT = 18;

    public static TemperatureBand of(BigDecimal celsius) {
        int band = (int) Math.floor((celsius.doubleValue() - LOWEST) / WIDTH) + 1;
        return new TemperatureBand(Math.max(0, Math.min(COUNT - 1, band)));
    }

    public static List<TemperatureBand> all() {
        return IntStream.range(0, COUNT).mapToObj(TemperatureBand::new).toList();
    }

    /** The bands from the coldest to the warmest of these; all when there are none. */
    public static List<TemperatureBand> spanning(List<BigDecimal> temperatures) {
        var used = temperatures.stream().mapToInt(t -> of(t).index()).summaryStatistics();
        return used.getCount() == 0 ? all() : all().subList(used.getMin(), used.getMax() + 1);
    }

    /** The class by which the style sheet colours it. */
    public String css() {
        return "t" + index;
    }

    public String label() {
        String low = String.valueOf(LOWEST + (index - 1) * WIDTH).replace('-', '−');
        String high = String.valueOf(LOWEST + index * WIDTH).replace('-', '−');
        return index == 0 ? "< " + high : index == COUNT - 1 ? "≥ " + low : low + " … " + high;
    }
}
