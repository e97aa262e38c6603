package org.snapshothub.publish.site.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snapshothub.extract.observation.Station;
import org.snapshothub.extract.observation.Stations;

class OutlinesTest {

    /** Who chooses a province on the map must not get a station of its neighbour. */
    @Test
    void everyStationStandsInItsProvince() {
        LocalDate day = LocalDate.of(2026, 1, 18);
        List<Station> open = Stations.bundled().openOn(day);

        assertThat(open).hasSize(97).allSatisfy(station -> assertThat(at(
                        station.placeOn(day).orElseThrow().longitude().doubleValue(),
                        station.placeOn(day).orElseThrow().latitude().doubleValue()))
                .as(station.toString())
                .isEqualTo(station.regionCode()));
    }

    /** The uppermost outline there. */
    private static String at(double longitude, double latitude) {
        return Outlines.bundled().stream()
                .filter(outline -> holds(outline.corners(), longitude, latitude))
                .reduce((below, above) -> above)
                .map(Outlines.Outline::region)
                .orElse("the sea");
    }

    private static boolean holds(List<Outlines.Corner> corners, double x, double y) {
        boolean isInside = false;
        Outlines.Corner before = corners.get(corners.size() - 1);
        for (Outlines.Corner corner : corners) {
            double share = (y - corner.latitude()) / (before.latitude() - corner.latitude());
            if (corner.latitude() > y != before.latitude() > y
                    && x < corner.longitude() + share * (before.longitude() - corner.longitude())) {
                isInside = !isInside;
            }
            before = corner;
        }
        return isInside;
    }
}
