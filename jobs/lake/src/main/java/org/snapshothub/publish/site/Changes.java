package org.snapshothub.publish.site;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Which published numbers moved between two editions, and why, as far as the editions' own files tell.
 *
 * @param newDays days that the earlier edition could not have: after its newest
 * @param moved published numbers that differ as shown, vanished, or came where the earlier edition was past
 */
public record Changes(List<String> newDays, List<Move> moved) {

    private static final Path FOLDER = Path.of("data", "open");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Why a published number moved. */
    public enum Why {
        LATE_DATA("늦게 온 자료", "late data"),
        NEW_PAGES("새로 모은 페이지", "newly collected pages"),
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

    /** A number as both editions show it; empty where one, whose row is null, has none. */
    public record Move(Compared table, CSVRecord was, CSVRecord is, Why why) {

        public String what(Language language) {
            return table.words(is == null ? was : is, language);
        }

        public String before() {
            return table.shown(was);
        }

        public String beforeN() {
            return table.n(was);
        }

        public String beforeSort() {
            return table.sort(was);
        }

        public String after() {
            return table.shown(is);
        }

        public String afterN() {
            return table.n(is);
        }

        public String afterSort() {
            return table.sort(is);
        }
    }

    /**
     * Compares two editions' folders.
     *
     * @param sameExtractors whether both were made by the same versions of the extractors
     */
    static Changes between(Path earlier, Path later, boolean sameExtractors) {
        SortedSet<String> newDays = new TreeSet<>();
        List<Move> moved = new ArrayList<>();
        Set<String> whole = new HashSet<>();
        try {
            for (Compared table : Compared.values()) {
                Map<String, CSVRecord> before = rows(table, earlier, later);
                Map<String, CSVRecord> after = rows(table, later, earlier);
                String newest = newest(earlier);
                SortedSet<String> keys = new TreeSet<>(before.keySet());
                keys.addAll(after.keySet());
                for (String key : keys) {
                    CSVRecord was = before.get(key);
                    CSVRecord is = after.get(key);
                    boolean cameOrWent = was == null || is == null;
                    if (was == null && table.isAfter(is, newest)) {
                        if (table == Compared.REGION_DAY) {
                            newDays.add(is.get("observed_on"));
                        }
                    } else if (isMoved(table, was, is) && (!cameOrWent || isTold(table, key, whole))) {
                        if (table == Compared.REGION_DAY && cameOrWent) {
                            whole.add(key);
                        }
                        moved.add(new Move(table, was, is, why(table, was, is, sameExtractors)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(earlier + " and " + later + " can't be compared: " + e.getMessage(), e);
        }
        return new Changes(List.copyOf(newDays), moved);
    }

    private static boolean isMoved(Compared table, CSVRecord was, CSVRecord is) {
        return !table.shown(was).equals(table.shown(is)) || !table.n(was).equals(table.n(is));
    }

    /**
     * Whether what came or went is told by itself; of parts, not all are. A station more or less is told by its region's n; another word
     * for the sky is not, unless the region's whole day came or went.
     */
    private static boolean isTold(Compared table, String key, Set<String> whole) {
        return !table.isPart() || table == Compared.SKY && whole.stream().noneMatch(day -> key.startsWith(day + " "));
    }

    private static Why why(Compared table, CSVRecord was, CSVRecord is, boolean sameExtractors) {
        if (is == null) {
            return Why.WITHDRAWN;
        }
        if (was == null || !table.n(was).equals(table.n(is))) {
            return table.isCount() ? Why.NEW_PAGES : Why.LATE_DATA;
        }
        return sameExtractors ? Why.CORRECTION : Why.NEW_EXTRACTOR;
    }

    private static String newest(Path edition) throws IOException {
        var days = Manifest.read(edition).days();
        return days.isEmpty() ? "" : days.lastKey().toString();
    }

    /** The file's header and the lines that the other file has not; all where a cell may go over several lines. */
    private static String changed(Path file, Path theirs) throws IOException {
        String csv = Files.readString(file);
        if (!Files.isRegularFile(theirs) || csv.indexOf('"') >= 0) {
            return csv;
        }
        String header = csv.substring(0, csv.indexOf('\n') + 1);
        Set<String> same = Files.readString(theirs).lines().collect(Collectors.toSet());
        return csv.lines()
                .skip(1)
                .filter(line -> !same.contains(line))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining("", header, ""));
    }

    /** The table's rows in one edition; files that the other has alike hold no change and are not read. */
    private static Map<String, CSVRecord> rows(Compared table, Path edition, Path other) throws IOException {
        Map<String, CSVRecord> rows = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(edition.resolve(FOLDER))) {
            files = all.filter(file -> table.isIn(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Path theirs = other.resolve(FOLDER).resolve(file.getFileName());
            if (Files.isRegularFile(theirs) && Files.mismatch(file, theirs) < 0) {
                continue;
            }
            // The byte order mark would become part of the first column's name.
            String csv = changed(file, theirs).substring(1);
            for (CSVRecord row : FORMAT.parse(new StringReader(csv))) {
                rows.put(table.key(row), row);
            }
        }
        return rows;
    }
}
