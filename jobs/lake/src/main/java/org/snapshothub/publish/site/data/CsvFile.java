package org.snapshothub.publish.site.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.site.ForeignText;

/**
 * CSV by RFC 4180, with a header. Text on which a spreadsheet would act as a formula gets an apostrophe before it;
 * numbers never do, so −1.0 stays {@code -1.0} and a number.
 */
public final class CsvFile {

    /** What old Korean Excel expects; Java's name for CP949. */
    private static final Charset CP949 = Charset.forName("x-windows-949");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setNullString("").get();
    /** The half- and full-width signs on which spreadsheets start a formula. */
    private static final String FORMULA = "=+-@＝＋－＠\t\r";

    private CsvFile() {}

    /** UTF-8 with a byte order mark, without which Excel takes it for CP949. */
    public static void write(OpenTable table, OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        write(table, StandardCharsets.UTF_8.newEncoder(), out);
    }

    /** CP949; a letter that it lacks becomes {@code ?}. */
    public static void writeCp949(OpenTable table, OutputStream out) throws IOException {
        write(
                table,
                CP949.newEncoder()
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .onMalformedInput(CodingErrorAction.REPLACE),
                out);
    }

    private static void write(OpenTable table, CharsetEncoder encoder, OutputStream out) throws IOException {
        CSVPrinter csv = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, encoder)), FORMAT);
        csv.printRecord(table.columns().stream().map(Table.Column::name));
        Object[] line = new Object[table.columns().size()];
        for (Object[] row : table.rows()) {
            for (int i = 0; i < line.length; i++) {
                line[i] = cell(row[i]);
            }
            csv.printRecord(line);
        }
        csv.flush();
    }

    static Object cell(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? formulaSafe(ForeignText.lines(text)) : value;
    }

    static String formulaSafe(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i < text.length() && FORMULA.indexOf(text.charAt(i)) >= 0 ? "'" + text : text;
    }
}
