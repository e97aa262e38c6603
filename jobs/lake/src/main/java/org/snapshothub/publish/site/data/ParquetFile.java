package org.snapshothub.publish.site.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.snapshothub.lake.ParquetOut;
import org.snapshothub.publish.site.ForeignText;

/** Parquet with the types of the table. */
public final class ParquetFile {

    private ParquetFile() {}

    public static void write(OpenTable table, OutputStream out) throws IOException {
        Iterable<Object[]> rows =
                () -> table.rows().stream().map(ParquetFile::clean).iterator();
        ParquetOut.write(table.name(), table.columns(), rows, out);
    }

    private static Object[] clean(Object[] row) {
        return Arrays.stream(row)
                .map(cell -> cell instanceof String text ? ForeignText.lines(text) : cell)
                .toArray();
    }
}
