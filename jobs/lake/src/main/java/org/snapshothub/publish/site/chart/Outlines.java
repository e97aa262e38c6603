package org.snapshothub.publish.site.chart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sketch of the coast behind the stations, as polygons in degrees. */
final class Coast {

    private static final String FILE = "/site/coast.csv";
    private static final List<List<Corner>> BUNDLED = load();

    private Coast() {}

    /** A corner of a polygon. */
    record Corner(double longitude, double latitude) {}

    static List<List<Corner>> bundled() {
        return BUNDLED;
    }

    private static List<List<Corner>> load() {
        try (var in = new BufferedReader(
                new InputStreamReader(Coast.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("shape,"))
                    .map(line -> corners(line.substring(line.indexOf(',') + 1)))
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
