package org.snapshothub.publish.site.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.site.ForeignText;
import org.snapshothub.publish.site.Glossary;

/**
 * XLSX with typed cells, a header that stays in view and a second sheet that says what the columns mean. Text is typed
 * as text, so that nothing in it is a formula.
 */
public final class XlsxFile {

    /** Excel's limit of 1,048,576 less the header and some room. */
    public static final int MOST_ROWS = 1_000_000;

    private static final int LONGEST_TEXT = 32_000;
    private static final int FLUSH_EVERY = 1_000;
    private static final int FIRST_WIDTH_ROWS = 200;
    private static final String CORE = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");
    /**
     * The file has no time of its own. Not the oldest that zip can write: Java takes that for one before it and adds an
     * instant by the machine's time zone, so that equal rows were other bytes where the zone was another.
     */
    private static final LocalDate NO_TIME = LocalDate.of(1980, 1, 2);

    private XlsxFile() {}

    public static void write(OpenTable table, OutputStream out) throws IOException {
        if (table.rows().size() > MOST_ROWS) {
            throw new IllegalArgumentException(table.name() + " has "
                    + table.rows().size() + " rows; a sheet holds at most " + MOST_ROWS + ": give CSV instead");
        }
        Path made = Files.createTempFile("snapshot-hub", ".xlsx");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(made));
                    Workbook book = new Workbook(file, "SnapshotHub", "1.0")) {
                // Packed for good below.
                book.setCompressionLevel(Deflater.BEST_SPEED);
                data(book.newWorksheet("data"), table);
                codeBook(book.newWorksheet("codebook"), table);
            }
            repack(made, out);
        } finally {
            Files.delete(made);
        }
    }

    private static void data(Worksheet sheet, OpenTable table) throws IOException {
        List<Table.Column> columns = table.columns();
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(0, c, columns.get(c).name());
            sheet.style(0, c).bold().fillColor("E8ECF0").set();
            sheet.width(c, width(table, c));
        }
        sheet.freezePane(0, 1);
        List<Object[]> rows = table.rows();
        for (int from = 0; from < rows.size(); from += FLUSH_EVERY) {
            List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + FLUSH_EVERY));
            for (int r = 0; r < some.size(); r++) {
                for (int c = 0; c < columns.size(); c++) {
                    cell(sheet, 1 + from + r, c, some.get(r)[c]);
                }
            }
            for (int c = 0; c < columns.size(); c++) {
                format(sheet, 1 + from, c, some);
            }
            sheet.flush();
        }
        sheet.finish();
    }

    /** Formats a column by stretches of cells alike: asked for cell by cell, the style costs more than the cell. */
    private static void format(Worksheet sheet, int top, int c, List<Object[]> rows) {
        int begin = 0;
        for (int end = 1; end <= rows.size(); end++) {
            String format = format(rows.get(begin)[c]);
            if (end == rows.size() || !Objects.equals(format(rows.get(end)[c]), format)) {
                if (format != null) {
                    sheet.range(top + begin, c, top + end - 1, c)
                            .style()
                            .format(format)
                            .set();
                }
                begin = end;
            }
        }
    }

    private static String format(Object value) {
        if (value instanceof LocalDate) {
            return "yyyy-mm-dd";
        }
        return value instanceof BigDecimal number ? number.scale() > 1 ? "0.00######" : "0.0" : null;
    }

    private static void cell(Worksheet sheet, int r, int c, Object value) {
        if (value instanceof LocalDate day) {
            sheet.value(r, c, day);
        } else if (value instanceof Number number) {
            sheet.value(r, c, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(r, c, truth);
        } else if (value != null) {
            sheet.value(r, c, text(value.toString()));
        }
    }

    /** With its lines, as the other formats have it; one that is too long for a cell ends in …. */
    private static String text(String foreign) {
        String text = ForeignText.lines(foreign);
        return text.length() <= LONGEST_TEXT ? text : ForeignText.line(text, LONGEST_TEXT);
    }

    private static void codeBook(Worksheet sheet, OpenTable table) throws IOException {
        sheet.value(0, 0, table.title() + " · " + table.titleEnglish());
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, table.grain());
        sheet.value(2, 0, "key: " + String.join(", ", table.key()));
        String[] header = {"column", "type", "unit", "may be empty", "뜻", "meaning"};
        for (int c = 0; c < header.length; c++) {
            sheet.value(4, c, header[c]);
            sheet.style(4, c).bold().fillColor("E8ECF0").set();
        }
        sheet.freezePane(0, 5);
        int r = 5;
        for (Table.Column column : table.columns()) {
            sheet.value(r, 0, column.name());
            sheet.value(r, 1, column.type());
            sheet.value(r, 2, column.unit());
            sheet.value(r, 3, column.nullable() ? "yes" : "no");
            sheet.value(
                    r, 4, Glossary.bundled().column(table.name(), column.name()).orElse(""));
            sheet.value(r, 5, column.doc());
            r++;
        }
        sheet.width(0, 26);
        sheet.width(1, 16);
        sheet.width(3, 14);
        sheet.width(4, 70);
        sheet.width(5, 90);
        sheet.finish();
    }

    private static double width(OpenTable table, int column) {
        int longest = table.columns().get(column).name().length();
        for (Object[] row :
                table.rows().subList(0, Math.min(FIRST_WIDTH_ROWS, table.rows().size()))) {
            longest = Math.max(
                    longest, row[column] == null ? 0 : row[column].toString().length());
        }
        return Math.min(60, longest + 3);
    }

    /** The same parts without the clock: the library writes the time into them, and equal rows must be equal bytes. */
    private static void repack(Path made, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        // Not a ZipInputStream: the library's local headers leave sizes to the directory at the end.
        try (ZipFile parts = new ZipFile(made.toFile())) {
            for (ZipEntry part : parts.stream().toList()) {
                ZipEntry timeless = new ZipEntry(part.getName());
                timeless.setTimeLocal(NO_TIME.atStartOfDay());
                zip.putNextEntry(timeless);
                try (InputStream in = parts.getInputStream(part)) {
                    if (part.getName().equals(CORE)) {
                        zip.write(withoutTime(in.readAllBytes()));
                    } else {
                        in.transferTo(zip);
                    }
                }
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private static byte[] withoutTime(byte[] core) {
        return CREATED.matcher(new String(core, StandardCharsets.UTF_8))
                .replaceFirst("$1" + NO_TIME + "T00:00:00Z$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
