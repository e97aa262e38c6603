package org.snapshothub.publish.site.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.site.ForeignText;

/**
 * CSV by RFC 4180, with a header. Text on which a spreadsheet would act as a formula gets an apostrophe before it;
 * numbers never do, so −1.0 stays {@code -1.0} and a number.
 */
public final class CsvFile {

    /** What old Korean Excel expects; Java's name for CP949. */
    private static final Charset CP949 = Charset.forName("x-windows-949");

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
        // By hand: the library's printer looks at each cell as a stream, which cost a fifth of a publishing.
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, encoder), 1 << 16);
        String header = table.columns().stream().map(Table.Column::name).collect(Collectors.joining(","));
        csv.append(header).append("\r\n");
        for (Object[] row : table.rows()) {
            for (int i = 0; i < row.length; i++) {
                csv.append(i == 0 ? "" : ",").append(quoted(cell(row[i])));
            }
            csv.append("\r\n");
        }
        csv.flush();
    }

    /** In quotes where the cell would not be read back as it is. */
    private static String quoted(String cell) {
        boolean isPlain = true;
        for (int i = 0; i < cell.length() && isPlain; i++) {
            char c = cell.charAt(i);
            isPlain = c != '"' && c != ',' && c >= ' ' && (c != ' ' || i > 0 && i < cell.length() - 1);
        }
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Empty for nothing. */
    static String cell(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? formulaSafe(ForeignText.lines(text)) : Objects.toString(value, "");
    }

    static String formulaSafe(String text) {
        int i = 0;
        while (i < text.length() && (Character.isSpaceChar(text.charAt(i)) || text.charAt(i) == '\n')) {
            i++;
        }
        return i < text.length() && FORMULA.indexOf(text.charAt(i)) >= 0 ? "'" + text : text;
    }
}
