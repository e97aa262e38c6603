package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.snapshothub.extract.observation.Part.Kind;

/** A table that lies on its side: a column for each station, a row for the sky and one for the temperature. */
final class StationColumns {

    private static final int FEWEST = 3;

    private StationColumns() {}

    /** Its entries in the order of its columns; none where the table is no such. */
    static List<RawEntry> read(Grid grid, Vocabulary vocabulary) {
        List<Integer> stations = new ArrayList<>();
        for (int column = 1; column < grid.header().size(); column++) {
            List<Part> parts = vocabulary.cut(KmaTable.last(grid.header().get(column)), 0);
            if (parts.size() == 1 && parts.get(0).is(Kind.NAME)) {
                stations.add(column);
            }
        }
        List<Element> temperatures = row(grid, KmaTable.TEMPERATURE::contains);
        if (stations.size() < FEWEST || temperatures.isEmpty()) {
            return new ArrayList<>();
        }
        List<Element> skies = row(grid, KmaTable.SKY::contains);
        List<RawEntry> entries = new ArrayList<>();
        for (int column : stations) {
            KmaTable.entry(
                            "",
                            KmaTable.last(grid.header().get(column)),
                            KmaTable.text(skies, column),
                            KmaTable.text(temperatures, column))
                    .ifPresent(entries::add);
        }
        return entries;
    }

    private static List<Element> row(Grid grid, Predicate<String> title) {
        return grid.body().stream()
                .filter(row -> title.test(Grid.title(KmaTable.text(row, 0))))
                .findFirst()
                .orElse(List.of());
    }
}
