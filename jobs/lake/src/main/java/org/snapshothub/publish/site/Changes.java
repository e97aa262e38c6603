package org.snapshothub.publish.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Which published region numbers moved between two editions, and why, as far as the editions' own files tell.
 *
 * @param newDays days that the earlier edition could not have: after its newest
 * @param moved published numbers that differ as shown, vanished, or came for a day the earlier edition was past
 */
public record Changes(List<String> newDays, List<Move> moved) {

    private static final String FILE = "data/open/temperature_by_region.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Why a published number moved. */
    public enum Why {
        LATE_DATA("늦게 온 자료", "late data"),
        CORRECTION("고침", "correction"),
        NEW_EXTRACTOR("새 추출기", "new extractor"),
        WITHDRAWN("거둬들임", "withdrawn");

        private final String korean;
        private final String english;

        Why(String korean, String english) {
            this.korean = korean;
            this.english = english;
        }

        public String in(Language language) {
            return language.say(korean, english);
        }
    }

    /** A day of a region as both editions show it; empty where one has none. */
    public record Move(
            String day, String region, String before, String beforeN, String after, String afterN, Why why) {}

    /**
     * Compares two editions' folders.
     *
     * @param sameExtractors whether both were made by the same versions of the extractors
     */
    static Changes between(Path earlier, Path later, boolean sameExtractors) {
        Map<String, CSVRecord> before = rows(earlier);
        Map<String, CSVRecord> after = rows(later);
        String newest = before.values().stream()
                .map(r -> r.get("observed_on"))
                .max(String::compareTo)
                .orElse("");
        Set<String> newDays = new java.util.TreeSet<>();
        List<Move> moved = new ArrayList<>();
        Set<String> keys = new java.util.TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            CSVRecord was = before.get(key);
            CSVRecord is = after.get(key);
            String day = (is == null ? was : is).get("observed_on");
            if (was == null && day.compareTo(newest) > 0) {
                newDays.add(day);
            } else if (!shown(was).equals(shown(is)) || !n(was).equals(n(is))) {
                String region = (is == null ? was : is).get("region_code");
                moved.add(new Move(
                        day,
                        Places.bundled().of(region).shortName(),
                        shown(was),
                        n(was),
                        shown(is),
                        n(is),
                        why(was, is, sameExtractors)));
            }
        }
        return new Changes(List.copyOf(newDays), moved);
    }

    private static Why why(CSVRecord was, CSVRecord is, boolean sameExtractors) {
        if (is == null) {
            return Why.WITHDRAWN;
        }
        if (was == null || !n(was).equals(n(is))) {
            return Why.LATE_DATA;
        }
        return sameExtractors ? Why.CORRECTION : Why.NEW_EXTRACTOR;
    }

    private static String shown(CSVRecord row) {
        if (row == null) {
            return "";
        }
        return Shown.number(new BigDecimal(row.get("mean_c"))) + " (" + Shown.number(new BigDecimal(row.get("min_c")))
                + " … " + Shown.number(new BigDecimal(row.get("max_c"))) + ")";
    }

    private static String n(CSVRecord row) {
        return row == null
                ? ""
                : row.get("station_count") + "/" + row.get("station_expected") + ", " + row.get("reading_count");
    }

    private static Map<String, CSVRecord> rows(Path edition) {
        Path file = edition.resolve(FILE);
        Map<String, CSVRecord> rows = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return rows;
        }
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            // The byte order mark would become part of the first column's name.
            in.skip(1);
            for (CSVRecord row : FORMAT.parse(in)) {
                rows.put(row.get("observed_on") + " " + row.get("region_code"), row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
        }
    }
}
