package org.snapshothub.publish.site.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Shares of a whole as one stacked bar per place. */
public record ShareBars(int width, int height, int labelsEnd, List<Bar> bars) {

    private static final int WIDTH = 480;
    private static final int ROW = 26;
    private static final int LEFT = 116;
    private static final int RIGHT = 76;
    /** The style of what is none of the levels that have a colour. */
    public static final String OTHER = "sky-other";
    /** Narrower than this a part has no room for its number. */
    private static final double ROOM_FOR_A_NUMBER = 56;

    /** One part of a place's whole. */
    public record Share(String style, BigDecimal share, String words, String shown) {}

    /** A place with its parts, in the order in which they are stacked. */
    public record Whole(String label, String n, List<Share> shares) {}

    /** A part in drawing units; {@code shown} is empty where there is no room for it. */
    public record Part(String style, double x, double length, String words, String shown) {}

    /** A place in drawing units. */
    public record Bar(String label, String n, double y, List<Part> parts) {}

    /** Whether a part is none of the cloud levels, and the legend must name it. */
    public boolean hasOthers() {
        return bars.stream().flatMap(bar -> bar.parts().stream()).anyMatch(part -> part.style()
                .equals(OTHER));
    }

    public static ShareBars of(List<Whole> wholes) {
        Axis axis = Axis.over(0, 1, LEFT, WIDTH - RIGHT, 10);
        List<Bar> bars = new ArrayList<>();
        for (Whole whole : wholes) {
            List<Part> parts = new ArrayList<>();
            double sum = 0;
            for (Share share : whole.shares()) {
                double x = axis.at(sum);
                sum += share.share().doubleValue();
                double length = Axis.tenth(axis.at(sum) - x);
                parts.add(new Part(
                        share.style(), x, length, share.words(), length < ROOM_FOR_A_NUMBER ? "" : share.shown()));
            }
            bars.add(new Bar(whole.label(), whole.n(), ROW * bars.size() + ROW / 2.0, parts));
        }
        return new ShareBars(WIDTH, ROW * bars.size() + 4, LEFT - 8, bars);
    }
}
