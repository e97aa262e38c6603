package org.snapshothub.publish.site.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Day means as a line within the band of lowest to highest. A day without data is a gap: the line does not cross it. From
 * or to a mean that is not a measured one of a whole day it looks different.
 */
public record TimeSeries(
        int width,
        int height,
        int begin,
        int end,
        Axis axis,
        List<Axis.Tick> days,
        List<Line> lines,
        List<String> bands,
        List<Dot> dots) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int LEFT = 26;
    /** The numbers stand where the newest days are, which is what a phone shows first. */
    private static final int RIGHT = 40;

    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    /** More days than this and dots become a smear: then only days alone and provisional ones have theirs. */
    private static final int DOTS = 62;
    /** Of a day's style, what the line to and from it shows; the rest is shown by its dot. */
    private static final List<String> MARKS = List.of(" inferred", " snapshot");
    /** How wide the band of a day alone is. */
    private static final double LONE = 5;

    /** A day that has data; {@code words} is shown on hover. */
    public record Day(LocalDate on, BigDecimal min, BigDecimal mean, BigDecimal max, String words, String style) {}

    /** A day in drawing units. */
    public record Dot(double x, double y, String words, String style) {

        public boolean isInferred() {
            return style.contains("inferred");
        }
    }

    /** A stretch of days in drawing units; {@code style} has the flags of its days. */
    public record Line(String points, String style) {}

    /** Days must be in order. */
    public static TimeSeries of(List<Day> days) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a time series needs a day");
        }
        LocalDate first = days.get(0).on();
        LocalDate last = days.get(days.size() - 1).on();
        long span = Math.max(1, ChronoUnit.DAYS.between(first, last));
        double low = days.stream().mapToDouble(d -> d.min().doubleValue()).min().orElse(0);
        double high =
                days.stream().mapToDouble(d -> d.max().doubleValue()).max().orElse(1);
        Axis axis = Axis.over(low, high, HEIGHT - BOTTOM, TOP, 6);
        List<Line> lines = new ArrayList<>();
        List<String> bands = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        for (List<Day> run : runs(days)) {
            StringBuilder upper = new StringBuilder();
            StringBuilder lower = new StringBuilder();
            // A day alone has no neighbour to span a band to, and would show no range at all.
            double half = run.size() == 1 ? LONE / 2 : 0;
            for (Day day : run) {
                double x = x(day.on(), first, span);
                for (double side : half == 0 ? new double[] {x} : new double[] {x - half, x + half}) {
                    upper.append(upper.isEmpty() ? "" : " ")
                            .append(side)
                            .append(',')
                            .append(axis.at(day.max()));
                    lower.insert(0, " " + side + "," + axis.at(day.min()));
                }
                if (days.size() <= DOTS || run.size() == 1 || day.style().contains("provisional")) {
                    dots.add(new Dot(x, axis.at(day.mean()), day.words(), day.style()));
                }
            }
            lines.addAll(lines(run, axis, first, span));
            bands.add(upper.append(lower).toString());
        }
        return new TimeSeries(
                WIDTH, HEIGHT, LEFT, WIDTH - RIGHT, axis, dayTicks(first, last, span), lines, bands, dots);
    }

    /** The line of a run, cut where its style changes; either piece has the day at which they meet. */
    private static List<Line> lines(List<Day> run, Axis axis, LocalDate first, long span) {
        List<Line> lines = new ArrayList<>();
        StringBuilder points = new StringBuilder();
        String style = null;
        String from = null;
        for (int i = 0; i < run.size(); i++) {
            Day day = run.get(i);
            String to = x(day.on(), first, span) + "," + axis.at(day.mean());
            if (i > 0) {
                String next = style(run.get(i - 1), day);
                if (!next.equals(style)) {
                    if (style != null) {
                        lines.add(new Line(points.toString(), style));
                    }
                    points = new StringBuilder(from);
                    style = next;
                }
                points.append(' ').append(to);
            }
            from = to;
        }
        if (style != null) {
            lines.add(new Line(points.toString(), style));
        }
        return lines;
    }

    private static String style(Day from, Day to) {
        return MARKS.stream()
                .filter(mark -> from.style().contains(mark) || to.style().contains(mark))
                .collect(Collectors.joining());
    }

    /** The days cut at every gap. */
    private static List<List<Day>> runs(List<Day> days) {
        List<List<Day>> runs = new ArrayList<>();
        LocalDate before = null;
        for (Day day : days) {
            if (before == null || !before.plusDays(1).equals(day.on())) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(day);
            before = day.on();
        }
        return runs;
    }

    private static List<Axis.Tick> dayTicks(LocalDate first, LocalDate last, long span) {
        int most = 6;
        List<Axis.Tick> ticks = new ArrayList<>();
        if (span <= 45) {
            long step = Math.max(1, (span + most - 1) / most);
            for (long i = 0; i <= span && !first.plusDays(i).isAfter(last); i += step) {
                LocalDate day = first.plusDays(i);
                ticks.add(new Axis.Tick(day.getMonthValue() + "." + day.getDayOfMonth() + ".", x(day, first, span)));
            }
            return ticks;
        }
        long months = ChronoUnit.MONTHS.between(first.withDayOfMonth(1), last.withDayOfMonth(1));
        long step = Math.max(1, (months + most) / (most + 1));
        LocalDate month = first.withDayOfMonth(1).plusMonths(first.getDayOfMonth() == 1 ? 0 : 1);
        for (; !month.isAfter(last); month = month.plusMonths(step)) {
            ticks.add(new Axis.Tick(month.toString().substring(0, 7).replace('-', '.'), x(month, first, span)));
        }
        return ticks;
    }

    private static double x(LocalDate day, LocalDate first, long span) {
        double share = (double) ChronoUnit.DAYS.between(first, day) / span;
        return Axis.tenth(LEFT + share * (WIDTH - LEFT - RIGHT));
    }
}
