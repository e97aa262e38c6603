package org.snapshothub.publish.site.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Stations where they stand, upon the provinces. Degrees are drawn with one degree of longitude as long as it is at 36° N, which at this
 * size no one can tell from a map projection.
 */
public record StationMap(int width, int height, List<Point> points, List<Area> areas, List<Name> names) {

    private static final double WEST = 124.4;
    private static final double EAST = 131.2;
    private static final double NORTH = 38.75;
    private static final double SOUTH = 33.0;
    private static final double PER_DEGREE = 78;
    private static final double LONGITUDE = Math.cos(Math.toRadians(36));

    /** What is drawn: {@code style} has the band and the flags, {@code words} is read out and shown on hover. */
    public record Reading(
            double latitude,
            double longitude,
            String style,
            String region,
            String regionName,
            String words,
            boolean inferred) {}

    /** The same in drawing units. */
    public record Point(
            double x, double y, String style, String region, String regionName, String words, boolean inferred) {}

    /** A province, or an island of one, as the corners of a polygon in drawing units. */
    public record Area(String region, String corners) {}

    /** Where a province's name stands, and which end of it: {@code start}, {@code middle} or {@code end}. */
    public record Name(String region, double x, double y, String anchor) {}

    private static final List<Area> AREAS = drawn();
    /** By hand, where no station is in the way: in the sea beside them. Cities lie within provinces and have no room. */
    private static final List<Name> NAMES = List.of(
            name("KR-41", 126.35, 37.15, "end"),
            name("KR-42", 128.95, 37.95, "start"),
            name("KR-43", 127.78, 36.755, "middle"),
            name("KR-44", 126.05, 36.5, "end"),
            name("KR-45", 126.35, 35.75, "end"),
            name("KR-46", 126.1, 35.05, "end"),
            name("KR-47", 129.65, 36.5, "start"),
            name("KR-48", 128.8, 34.7, "start"),
            name("KR-49", 126.55, 33.03, "middle"));

    public static StationMap of(List<Reading> readings) {
        List<Point> points = new ArrayList<>();
        for (Reading r : readings) {
            points.add(new Point(
                    x(r.longitude()), y(r.latitude()), r.style(), r.region(), r.regionName(), r.words(), r.inferred()));
        }
        // From north to south, so that the keyboard walks the map as the eye does.
        points.sort(Comparator.comparingDouble(Point::y).thenComparingDouble(Point::x));
        return new StationMap((int) Math.ceil(x(EAST)), (int) Math.ceil(y(SOUTH)), points, AREAS, NAMES);
    }

    private static List<Area> drawn() {
        return Outlines.bundled().stream()
                .map(outline -> new Area(
                        outline.region(),
                        outline.corners().stream()
                                .map(corner ->
                                        Math.round(x(corner.longitude())) + "," + Math.round(y(corner.latitude())))
                                .collect(Collectors.joining(" "))))
                .toList();
    }

    private static Name name(String region, double longitude, double latitude, String anchor) {
        return new Name(region, x(longitude), y(latitude), anchor);
    }

    private static double x(double longitude) {
        return Axis.tenth((longitude - WEST) * LONGITUDE * PER_DEGREE);
    }

    private static double y(double latitude) {
        return Axis.tenth((NORTH - latitude) * PER_DEGREE);
    }
}
