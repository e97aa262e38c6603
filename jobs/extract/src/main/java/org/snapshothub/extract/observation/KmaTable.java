package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.snapshothub.extract.observation.Part.Kind;
import org.snapshothub.extract.observation.RawEntry.Sign;
import org.snapshothub.extract.page.Page;

/**
 * A table that says by its header which column is the station, the sky and the temperature, as the KMA's current-weather
 * page does; its cells need no unit. Dew point and felt temperature stand beside the temperature, so only headers tell.
 */
final class KmaTable {

    private static final Set<String> STATION = Set.of("지점", "지점명", "관측지점", "관측소", "지역", "도시", "지역명", "도시명");
    private static final Set<String> NUMBER = Set.of("지점번호", "번호", "지점코드");
    static final Set<String> SKY = Set.of("현재일기", "일기", "날씨", "하늘", "하늘상태", "하늘상황");
    static final Set<String> TEMPERATURE = Set.of("현재기온", "기온", "현재온도", "온도");
    private static final int WIDEST = 64;
    private static final int CAPTION = 300;

    /** A row of one cell, as of a province, and the header again are no entries. */
    private static final Set<String> TITLES =
            Stream.concat(STATION.stream(), TEMPERATURE.stream()).collect(Collectors.toUnmodifiableSet());

    private KmaTable() {}

    /** The columns that matter; -1 where the table has none. */
    private record Columns(int number, int station, int sky, int temperature) {}

    /**
     * The tables of a document.
     *
     * @param current those with a station and a temperature of now, in page order
     * @param others those of stations and other temperatures: of the day's lowest, of tomorrow
     */
    record Tables(List<TimedList> current, List<Element> others) {}

    /** The tables that hold no other, as far as their headers tell what they show. */
    static Tables read(Page page, Vocabulary vocabulary, HeadingWords headings) {
        List<TimedList> current = new ArrayList<>();
        List<Element> others = new ArrayList<>();
        for (Element table : Grid.innermostTables(page.elements())) {
            Grid grid = Grid.of(table, WIDEST).orElse(null);
            List<RawEntry> entries = grid == null ? new ArrayList<>() : StationColumns.read(grid, vocabulary);
            if (grid == null || (entries.isEmpty() && !knowsAStation(grid, vocabulary))) {
                continue;
            }
            List<Columns> groups = columns(grid.header(), KmaTable::isTemperature);
            for (List<Element> row : grid.body()) {
                groups.forEach(columns -> entry(row, columns).ifPresent(entries::add));
            }
            String before = before(table);
            boolean isAnother = entries.isEmpty()
                    ? !columns(grid.header(), KmaTable::isOther).isEmpty()
                    : isOfAnotherTime(table, before, entries, headings);
            if (isAnother) {
                others.add(table);
            } else if (!entries.isEmpty()) {
                EntryList list = new EntryList(current.size(), current.size(), null, entries);
                current.add(new TimedList(list, PrintedTime.in(before)));
            }
        }
        return new Tables(current, others);
    }

    private static boolean isOfAnotherTime(
            Element table, String before, List<RawEntry> entries, HeadingWords headings) {
        List<Optional<Figure>> figures = entries.stream()
                .map(entry -> Optional.ofNullable(entry.figure()))
                .toList();
        return Stream.concat(table.getElementsByTag("caption").stream().map(Element::text), Stream.of(before))
                .anyMatch(words -> HeadingWords.isAnother(headings.said(words), figures));
    }

    private static boolean knowsAStation(Grid grid, Vocabulary vocabulary) {
        List<Integer> stations =
                columnsOf(grid.header(), KmaTable::isStation, 0, grid.header().size());
        return grid.body().stream()
                .flatMap(
                        row -> stations.stream().map(column -> text(row, column).replace(" ", "")))
                .anyMatch(name ->
                        !name.isEmpty() && vocabulary.cut(name, 0).get(0).is(Kind.NAME));
    }

    /** A group of columns for each station column: wide tables stand several stations side by side. */
    private static List<Columns> columns(List<List<String>> header, Predicate<List<String>> wanted) {
        List<Integer> stations = columnsOf(header, KmaTable::isStation, 0, header.size());
        List<Columns> groups = new ArrayList<>();
        for (int i = 0; i < stations.size(); i++) {
            int from = stations.size() == 1 ? 0 : stations.get(i);
            int to = i + 1 < stations.size() ? stations.get(i + 1) : header.size();
            int temperature = first(columnsOf(header, wanted, from, to));
            if (temperature >= 0) {
                int number = first(columnsOf(header, above -> NUMBER.contains(last(above)), from, to));
                int sky = first(columnsOf(header, above -> SKY.contains(last(above)), from, to));
                groups.add(new Columns(number, stations.get(i), sky, temperature));
            }
        }
        return groups;
    }

    private static boolean isStation(List<String> above) {
        return STATION.contains(last(above));
    }

    private static boolean isTemperature(List<String> above) {
        boolean isNamed = above.stream().anyMatch(TEMPERATURE::contains);
        boolean isLast = TEMPERATURE.contains(last(above)) || last(above).equals("현재");
        return isNamed && isLast && above.stream().noneMatch(KmaTable::isOfAnotherTime);
    }

    private static boolean isOther(List<String> above) {
        boolean isTemperature =
                above.stream().anyMatch(title -> TEMPERATURE.stream().anyMatch(title::contains));
        return isTemperature && above.stream().anyMatch(KmaTable::isOfAnotherTime);
    }

    private static boolean isOfAnotherTime(String title) {
        return Label.of(title)
                .filter(label -> label.isOther() || label == Label.FORECAST || label == Label.HALF_DAY)
                .isPresent();
    }

    static String last(List<String> above) {
        return above.isEmpty() ? "" : above.get(above.size() - 1);
    }

    private static List<Integer> columnsOf(
            List<List<String>> header, Predicate<List<String>> wanted, int from, int to) {
        List<Integer> columns = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (wanted.test(header.get(i))) {
                columns.add(i);
            }
        }
        return columns;
    }

    private static int first(List<Integer> columns) {
        return columns.isEmpty() ? -1 : columns.get(0);
    }

    private static Optional<RawEntry> entry(List<Element> row, Columns columns) {
        boolean isOneCell = columns.station() < row.size()
                && columns.temperature() < row.size()
                && row.get(columns.station()) == row.get(columns.temperature());
        return isOneCell
                ? Optional.empty()
                : entry(
                        text(row, columns.number()),
                        text(row, columns.station()),
                        text(row, columns.sky()),
                        text(row, columns.temperature()));
    }

    /** The entry that these cells say; empty for cells without a word, and for a header again. */
    static Optional<RawEntry> entry(String number, String name, String sky, String shown) {
        String temperature = withoutUnit(shown);
        Integer id = number.matches("[0-9]{1,4}") ? Integer.valueOf(number) : null;
        boolean isNone = name.isEmpty() && sky.isEmpty() && temperature.isEmpty();
        if (isNone || (TITLES.contains(name.replace(" ", "")) && digits(temperature) == 0)) {
            return Optional.empty();
        }
        boolean isNegative = temperature.startsWith("-");
        String figure = isNegative || temperature.startsWith("+") ? temperature.substring(1) : temperature;
        boolean hasDigits = digits(figure) > 0;
        String printed =
                Stream.of(sky, name, shown).filter(words -> !words.isEmpty()).collect(Collectors.joining(" "));
        return Optional.of(new RawEntry(
                id,
                name.isEmpty() || name.equals("-") ? null : name.replace(" ", ""),
                sky.isEmpty() || sky.equals("-") ? null : sky,
                hasDigits ? Figure.of(figure) : null,
                isNegative ? Sign.MINUS : Sign.PLUS,
                printed));
    }

    private static long digits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    static String text(List<Element> row, int column) {
        if (column < 0 || column >= row.size() || row.get(column) == null) {
            return "";
        }
        Element cell = row.get(column);
        String text = plain(cell.text());
        return text.isEmpty()
                ? cell.getElementsByTag("img").stream()
                        .map(image -> plain(image.attr("alt")))
                        .filter(alt -> !alt.isEmpty())
                        .findFirst()
                        .orElse("")
                : text;
    }

    private static String plain(String text) {
        return MarkedText.ofText(text).plain().strip();
    }

    private static String withoutUnit(String text) {
        return UnitSign.next(text, 0)
                .map(unit -> text.substring(0, unit.begin()))
                .orElse(text)
                .strip();
    }

    /** The caption of the table if it says when, else the last words before it. */
    private static String before(Element table) {
        for (Element caption : table.getElementsByTag("caption")) {
            String words = plain(caption.text());
            if (PrintedTime.in(words).hasDate()) {
                return words;
            }
        }
        Element before = table.previousElementSibling();
        for (Element outer = table; before == null && outer.parent() != null; outer = outer.parent()) {
            before = outer.previousElementSibling();
        }
        String words = before == null ? "" : plain(before.text());
        return words.substring(Math.max(0, words.length() - CAPTION));
    }
}
