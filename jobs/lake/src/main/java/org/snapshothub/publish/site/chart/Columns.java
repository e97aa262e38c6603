package org.snapshothub.publish.site.chart;

import java.util.ArrayList;
import java.util.List;

/** Numbers in their order, each as a column from zero. */
public record Columns(int width, int height, int begin, int end, double foot, Axis axis, List<Column> columns) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 200;
    private static final int LEFT = 16;
    private static final int RIGHT = 46;
    private static final int TOP = 22;
    private static final int BOTTOM = 28;
    private static final double WIDEST = 34;
    /** More than this, and numbers above their columns would touch each other. */
    private static final int ROOM_FOR_NUMBERS = 20;

    private static final int LABELS = 7;

    /** What is drawn. */
    public record Value(String label, double value, String shown, String words) {}

    /** The same in drawing units; label and number are empty where there is no room for them. */
    public record Column(double x, double y, double width, double length, String label, String shown, String words) {

        public double middle() {
            return x + width / 2;
        }
    }

    public static Columns of(List<Value> values) {
        double most = values.stream().mapToDouble(Value::value).max().orElse(0);
        Axis axis = Axis.over(0, most == 0 ? 1 : most, HEIGHT - BOTTOM, TOP, 4);
        double step = (WIDTH - LEFT - RIGHT) / (double) Math.max(1, values.size());
        double width = Axis.tenth(Math.min(WIDEST, step * 0.7));
        int labelled = (values.size() + LABELS - 1) / LABELS;
        List<Column> columns = new ArrayList<>();
        for (Value value : values) {
            int i = columns.size();
            double y = axis.at(value.value());
            columns.add(new Column(
                    Axis.tenth(LEFT + step * i + (step - width) / 2),
                    y,
                    width,
                    Axis.tenth(axis.at(0) - y),
                    // From the newest backwards, which is the one that is looked for.
                    (values.size() - 1 - i) % Math.max(1, labelled) == 0 ? value.label() : "",
                    values.size() <= ROOM_FOR_NUMBERS ? value.shown() : "",
                    value.words()));
        }
        return new Columns(WIDTH, HEIGHT, LEFT, WIDTH - RIGHT, axis.at(0), axis, columns);
    }
}
