package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * An HTML table with its spans spread out: each cell stands in every column and row it covers.
 *
 * @param header for each column the titles above it, top first, without spaces and units
 * @param body the rows below the header; a cell may be null
 */
record Grid(List<List<String>> header, List<List<Element>> body) {

    private static final int MOST_HEADER_ROWS = 4;

    /** What the titles of a weather table hold where they are plain cells. */
    private static final List<String> TITLES =
            List.of("지점", "지역", "도시", "일기", "날씨", "하늘", "기온", "온도", "시정", "운량", "습도", "풍", "바람", "강수", "기압");

    /** Empty for a table without a header or wider than {@code widest}. */
    static Optional<Grid> of(Element table, int widest) {
        List<List<Element>> rows = new ArrayList<>();
        int[] covered = new int[widest];
        Element[] covering = new Element[widest];
        for (Element tr : rowsOf(table)) {
            List<Element> row = new ArrayList<>();
            for (Element cell : tr.children()) {
                boolean isCell =
                        cell.normalName().equals("td") || cell.normalName().equals("th");
                if (!isCell) {
                    continue;
                }
                fill(row, covered, covering);
                int columns = Math.min(span(cell, "colspan"), widest);
                for (int i = 0; i < columns && row.size() < widest; i++) {
                    covered[row.size()] = span(cell, "rowspan") - 1;
                    covering[row.size()] = cell;
                    row.add(cell);
                }
            }
            fill(row, covered, covering);
            rows.add(row);
            if (!isHeader(rows.get(0))) {
                return Optional.empty();
            }
        }
        int head = 0;
        while (head < rows.size() && head < MOST_HEADER_ROWS && isHeader(rows.get(head))) {
            head++;
        }
        return head == 0
                ? Optional.empty()
                : Optional.of(new Grid(titles(rows.subList(0, head)), rows.subList(head, rows.size())));
    }

    /**
     * The tables among {@code elements}, a page's in its order, that hold no other: what a page is laid out with is none
     * of them.
     */
    static List<Element> innermostTables(List<Element> elements) {
        List<Element> tables =
                elements.stream().filter(e -> e.normalName().equals("table")).toList();
        Set<Element> innermost = new HashSet<>(tables);
        for (Element table : tables) {
            for (Element outer = table.parent(); outer != null; outer = outer.parent()) {
                innermost.remove(outer);
            }
        }
        return tables.stream().filter(innermost::contains).toList();
    }

    private static List<Element> rowsOf(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            switch (child.normalName()) {
                case "tr" -> rows.add(child);
                case "thead", "tbody", "tfoot" ->
                    child.children().stream()
                            .filter(row -> row.normalName().equals("tr"))
                            .forEach(rows::add);
                default -> {}
            }
        }
        return rows;
    }

    private static boolean isInHead(Element cell) {
        Element row = cell.parent();
        return row != null && row.parent() != null && row.parent().normalName().equals("thead");
    }

    /** Takes over the cells of rows above that reach down here. */
    private static void fill(List<Element> row, int[] covered, Element[] covering) {
        while (row.size() < covered.length && covered[row.size()] > 0) {
            covered[row.size()]--;
            row.add(covering[row.size()]);
        }
    }

    /** A header row has th cells only, or stands in thead, or is a first row of words. */
    private static boolean isHeader(List<Element> row) {
        return !row.isEmpty()
                && row.stream()
                        .allMatch(cell -> cell.normalName().equals("th") || isInHead(cell) || isTitle(cell.text()));
    }

    private static boolean isTitle(String text) {
        String title = title(text);
        return TITLES.stream().anyMatch(title::contains);
    }

    private static List<List<String>> titles(List<List<Element>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<List<String>> titles = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            List<String> above = new ArrayList<>();
            Element last = null;
            for (List<Element> row : rows) {
                Element cell = column < row.size() ? row.get(column) : null;
                if (cell != null && cell != last) {
                    above.add(title(cell.text()));
                    last = cell;
                }
            }
            titles.add(above);
        }
        return titles;
    }

    /** A header's words without spaces and without its unit in brackets: 기온 (℃) is 기온. */
    static String title(String text) {
        String words = MarkedText.ofText(text).plain().replace(" ", "").strip();
        int unit = words.indexOf('(');
        String bare = unit > 0 ? words.substring(0, unit) : words;
        return bare.endsWith("\u2103") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        boolean isNumber =
                !value.isEmpty() && value.length() <= 3 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Math.max(1, Integer.parseInt(value)) : 1;
    }
}
