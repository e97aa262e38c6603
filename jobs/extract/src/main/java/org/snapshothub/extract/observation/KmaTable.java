package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.snapshothub.extract.observation.Part.Kind;
import org.snapshothub.extract.observation.RawEntry.Sign;

/**
 * A table that says by its header which column is the station, the sky and the temperature, as the KMA's current-weather
 * page does; its cells need no unit. Dew point and felt temperature stand beside the temperature, so only headers tell.
 */
final class KmaTable {

    private static final Set<String> STATION = Set.of("지점", "지점명", "관측지점", "관측소", "지역", "도시", "지역명", "도시명");
    private static final Set<String> NUMBER = Set.of("지점번호", "번호", "지점코드");
    private static final Set<String> SKY = Set.of("현재일기", "일기", "날씨", "하늘", "하늘상태", "하늘상황");
    private static final Set<String> TEMPERATURE = Set.of("현재기온", "기온");
    private static final int WIDEST = 64;
    private static final int CAPTION = 300;

    private KmaTable() {}

    /** The columns that matter; -1 where the table has none. */
    private record Columns(int number, int station, int sky, int temperature) {}

    /** The first table of the document that holds no other, with a station and a temperature column. */
    static Optional<SourceList> read(Document document, Vocabulary vocabulary) {
        for (Element table : Grid.innermostTables(document)) {
            Optional<Grid> grid = Grid.of(table, WIDEST);
            List<Columns> groups = grid.map(g -> columns(g.header())).orElse(List.of());
            if (groups.isEmpty()) {
                continue;
            }
            List<RawEntry> entries = new ArrayList<>();
            for (List<Element> row : grid.get().body()) {
                groups.forEach(columns -> entry(row, columns).ifPresent(entries::add));
            }
            boolean knowsOne = entries.stream()
                    .anyMatch(entry -> entry.name() != null
                            && vocabulary.cut(entry.name(), 0).get(0).is(Kind.NAME));
            if (knowsOne) {
                EntryList list = new EntryList(0, 0, null, entries);
                return Optional.of(new SourceList(List.of(list), printedTime(table), null));
            }
        }
        return Optional.empty();
    }

    /** A group of columns for each station column: wide tables stand several stations side by side. */
    private static List<Columns> columns(List<List<String>> header) {
        List<Integer> stations = columnsOf(header, STATION, 0, header.size());
        List<Columns> groups = new ArrayList<>();
        for (int i = 0; i < stations.size(); i++) {
            int from = stations.size() == 1 ? 0 : stations.get(i);
            int to = i + 1 < stations.size() ? stations.get(i + 1) : header.size();
            int temperature = first(columnsOf(header, TEMPERATURE, from, to));
            if (temperature >= 0) {
                int number = first(columnsOf(header, NUMBER, from, to));
                int sky = first(columnsOf(header, SKY, from, to));
                groups.add(new Columns(number, stations.get(i), sky, temperature));
            }
        }
        return groups;
    }

    private static List<Integer> columnsOf(List<List<String>> header, Set<String> titles, int from, int to) {
        List<Integer> columns = new ArrayList<>();
        for (int i = from; i < to; i++) {
            List<String> above = header.get(i);
            if (!above.isEmpty() && titles.contains(above.get(above.size() - 1))) {
                columns.add(i);
            }
        }
        return columns;
    }

    private static int first(List<Integer> columns) {
        return columns.isEmpty() ? -1 : columns.get(0);
    }

    private static Optional<RawEntry> entry(List<Element> row, Columns columns) {
        String name = text(row, columns.station());
        String sky = text(row, columns.sky());
        String temperature = withoutUnit(text(row, columns.temperature()));
        String digits = text(row, columns.number());
        Integer id = digits.matches("[0-9]{1,4}") ? Integer.valueOf(digits) : null;
        if (name.isEmpty() && sky.isEmpty() && temperature.isEmpty()) {
            return Optional.empty();
        }
        boolean isNegative = temperature.startsWith("-");
        String figure = isNegative || temperature.startsWith("+") ? temperature.substring(1) : temperature;
        boolean hasDigits = figure.chars().anyMatch(c -> c >= '0' && c <= '9');
        String printed = Stream.of(sky, name, text(row, columns.temperature()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
        return Optional.of(new RawEntry(
                id,
                name.isEmpty() || name.equals("-") ? null : name.replace(" ", ""),
                sky.isEmpty() || sky.equals("-") ? null : sky,
                hasDigits ? Figure.of(figure) : null,
                isNegative ? Sign.MINUS : Sign.PLUS,
                printed));
    }

    private static String text(List<Element> row, int column) {
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

    /** The caption of the table, else the last words before it. */
    private static PrintedTime printedTime(Element table) {
        for (Element caption : table.getElementsByTag("caption")) {
            PrintedTime time = PrintedTime.in(plain(caption.text()));
            if (time.hasDate()) {
                return time;
            }
        }
        Element before = table.previousElementSibling();
        for (Element outer = table; before == null && outer.parent() != null; outer = outer.parent()) {
            before = outer.previousElementSibling();
        }
        if (before == null) {
            return PrintedTime.NONE;
        }
        String words = plain(before.text());
        return PrintedTime.in(words.substring(Math.max(0, words.length() - CAPTION)));
    }
}
