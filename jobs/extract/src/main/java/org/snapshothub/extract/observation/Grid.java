package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * An HTML table with its spans spread out: each cell stands in every column and row it covers.
 *
 * @param header for each column the titles above it, top first, without spaces and units
 * @param body the rows below the header; a cell may be null
 */
record Grid(List<List<String>> header, List<List<Element>> body) {

    private static final int MOST_HEADER_ROWS = 4;

    /** Empty for a table without a header or wider than {@code widest}. */
    static Optional<Grid> of(Element table, int widest) {
        List<List<Element>> rows = new ArrayList<>();
        int[] covered = new int[widest];
        Element[] covering = new Element[widest];
        for (Element tr : table.getElementsByTag("tr")) {
            if (tr.closest("table") != table) {
                continue;
            }
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
        }
        int head = 0;
        while (head < rows.size() && head < MOST_HEADER_ROWS && isHeader(rows.get(head))) {
            head++;
        }
        return head == 0
                ? Optional.empty()
                : Optional.of(new Grid(titles(rows.subList(0, head)), rows.subList(head, rows.size())));
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
                        .allMatch(cell -> cell.normalName().equals("th")
                                || (cell.parent() != null && cell.parent().closest("thead") != null)
                                || isTitle(cell.text()));
    }

    private static boolean isTitle(String text) {
        String title = title(text);
        return !title.isEmpty()
                && (title.contains("지점")
                        || title.contains("기온")
                        || title.contains("일기")
                        || title.contains("날씨")
                        || title.contains("시정")
                        || title.contains("운량")
                        || title.contains("습도")
                        || title.contains("풍")
                        || title.contains("강수")
                        || title.contains("기압")
                        || title.contains("온도")
                        || title.contains("바람")
                        || title.contains("지역")
                        || title.contains("도시")
                        || title.contains("하늘"));
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
    private static String title(String text) {
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
