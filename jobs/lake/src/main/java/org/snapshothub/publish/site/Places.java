package org.snapshothub.publish.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The regions as the site names and orders them; a code it does not know stands for itself, at the end. */
public final class Places {

    private static final String FILE = "/site/places.csv";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    private static final Places BUNDLED = load();

    private final Map<String, Place> byCode = new LinkedHashMap<>();

    /** A region's names, the short ones for charts, and its neighbours by land. */
    public record Place(
            String code,
            String name,
            String shortName,
            String english,
            String shortEnglish,
            List<String> neighbours,
            int order) {

        public String in(Language language) {
            return language.say(name, english);
        }

        public String shortIn(Language language) {
            return language.say(shortName, shortEnglish);
        }

        /** One of the 17 시·도, not a sum of them. */
        public boolean isProvince() {
            return code.matches("KR-\\d\\d");
        }
    }

    public static Places bundled() {
        return BUNDLED;
    }

    public Place of(String code) {
        Place known = byCode.get(code);
        return known != null ? known : new Place(code, code, code, code, code, List.of(), Integer.MAX_VALUE);
    }

    public List<Place> all() {
        return new ArrayList<>(byCode.values());
    }

    private static Places load() {
        Places places = new Places();
        try (InputStream in = Places.class.getResourceAsStream(FILE);
                var rows = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (CSVRecord row : rows) {
                String neighbours = row.get("neighbours");
                Place place = new Place(
                        row.get("code"),
                        row.get("name"),
                        row.get("short"),
                        row.get("english"),
                        row.get("short_english"),
                        neighbours.isEmpty() ? List.of() : List.of(neighbours.split(" ")),
                        places.byCode.size());
                places.byCode.put(place.code(), place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled " + FILE + " can't be read", e);
        }
        return places;
    }
}
