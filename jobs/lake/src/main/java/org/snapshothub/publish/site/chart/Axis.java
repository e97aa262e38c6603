package org.snapshothub.publish.site.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A linear axis from data to drawing units, with ticks at round numbers. */
public record Axis(double low, double high, double from, double to, List<Tick> ticks) {

    private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000};

    /** A round number on the axis and where it stands. */
    public record Tick(String label, double at) {}

    /** An axis of at most {@code most} steps that holds all of low to high and ends on ticks. */
    public static Axis over(double low, double high, double from, double to, int most) {
        double step = STEPS[STEPS.length - 1];
        for (double candidate : STEPS) {
            if (Math.ceil(high / candidate) - Math.floor(low / candidate) <= most) {
                step = candidate;
                break;
            }
        }
        long first = (long) Math.floor(low / step);
        long last = Math.max(first + 1, (long) Math.ceil(high / step));
        double bottom = first * step;
        double top = last * step;
        List<Tick> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            double value = i * step;
            ticks.add(new Tick(label(value, step), place(value, bottom, top, from, to)));
        }
        return new Axis(bottom, top, from, to, ticks);
    }

    public double at(BigDecimal value) {
        return at(value.doubleValue());
    }

    public double at(double value) {
        return place(value, low, high, from, to);
    }

    private static double place(double value, double low, double high, double from, double to) {
        return tenth(from + (value - low) / (high - low) * (to - from));
    }

    /** A tenth of a unit is finer than any screen shows, and keeps the files short. */
    static double tenth(double units) {
        return Math.round(units * 10) / 10.0;
    }

    private static String label(double value, double step) {
        String label = step < 1 ? String.valueOf(tenth(value)) : String.valueOf(Math.round(value));
        return label.replace('-', '−');
    }
}
