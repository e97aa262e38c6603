package org.snapshothub.publish.site.data;

import java.io.IOException;
import java.io.OutputStream;

/** The formats in which every table is given away. */
public enum Format {
    CSV("CSV (UTF-8)", ".csv", "text/csv") {
        @Override
        public void write(OpenTable table, OutputStream out) throws IOException {
            CsvFile.write(table, out);
        }
    },
    CSV_CP949("CSV (CP949)", ".cp949.csv", "text/csv;charset=ks_c_5601-1987") {
        @Override
        public void write(OpenTable table, OutputStream out) throws IOException {
            CsvFile.writeCp949(table, out);
        }
    },
    XLSX("XLSX", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public void write(OpenTable table, OutputStream out) throws IOException {
            XlsxFile.write(table, out);
        }

        @Override
        public boolean holds(OpenTable table) {
            return table.rows().size() <= XlsxFile.MOST_ROWS;
        }
    },
    PARQUET("Parquet", ".parquet", "application/vnd.apache.parquet") {
        @Override
        public void write(OpenTable table, OutputStream out) throws IOException {
            ParquetFile.write(table, out);
        }
    },
    JSON("JSON", ".json", "application/json") {
        @Override
        public void write(OpenTable table, OutputStream out) throws IOException {
            JsonFile.write(table, out);
        }
    };

    private final String label;
    private final String suffix;
    private final String mediaType;

    Format(String label, String suffix, String mediaType) {
        this.label = label;
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    public abstract void write(OpenTable table, OutputStream out) throws IOException;

    /** Whether a file of this format can hold so many rows. */
    public boolean holds(OpenTable table) {
        return true;
    }

    public String label() {
        return label;
    }

    /** Of the file's name, with the dot. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }
}
