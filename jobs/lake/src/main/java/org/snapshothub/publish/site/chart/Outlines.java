package org.snapshothub.publish.site.chart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sketch of the provinces behind the stations, as polygons in degrees; later ones lie upon earlier ones. */
final class Outlines {

    private static final String FILE = "/site/provinces.csv";
    private static final List<Outline> BUNDLED = load();

    private Outlines() {}

    /** A corner of a polygon. */
    record Corner(double longitude, double latitude) {}

    /** A province, or an island of one. */
    record Outline(String region, List<Corner> corners) {}

    static List<Outline> bundled() {
        return BUNDLED;
    }

    private static List<Outline> load() {
        try (var in = new BufferedReader(
                new InputStreamReader(Outlines.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("region_code,"))
                    .map(line -> line.split(","))
                    .map(cells -> new Outline(cells[0], corners(cells[1])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled " + FILE + " can't be read", e);
        }
    }

    private static List<Corner> corners(String points) {
        return List.of(points.split(";")).stream()
                .map(point -> point.split(" "))
                .map(point -> new Corner(Double.parseDouble(point[0]), Double.parseDouble(point[1])))
                .toList();
    }
}
