package org.snapshothub.extract.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file of {@code data/reference} as it travels in the jar, read whole; {@code #} lines are comments, and every
 * complaint about a row names file and line. */
public record ReferenceFile(String name, List<Row> rows) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /** The file of that name as it was packaged. */
    public static ReferenceFile bundled(String name) {
        String resource = "/reference/" + name;
        try (InputStream in = ReferenceFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + resource + "; build from the repository");
            }
            return read(name, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file of that form; {@code name} is only for messages. */
    public static ReferenceFile read(String name, Reader text) {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            List<Row> rows = new ArrayList<>();
            for (CSVRecord csv : parser) {
                Row row = new Row(name, parser.getCurrentLineNumber(), csv);
                if (!csv.isConsistent()) {
                    throw row.wrong(csv.size() + " fields, expected "
                            + parser.getHeaderNames().size() + ": " + parser.getHeaderNames());
                }
                rows.add(row);
            }
            return new ReferenceFile(name, List.copyOf(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** One line of the file. */
    public record Row(String file, long line, CSVRecord csv) {

        /** The value of a column, empty when the field is. */
        public Optional<String> find(String column) {
            if (!csv.isMapped(column)) {
                throw new IllegalArgumentException(file + ": no column '" + column + "'");
            }
            String value = csv.get(column);
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }

        /** The value of a column that must not be empty. */
        public String text(String column) {
            return find(column).orElseThrow(() -> wrong(column + " is empty"));
        }

        /** A whole number. */
        public int number(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw wrong(column + " '" + text(column) + "' is not a whole number");
            }
        }

        /** A number. */
        public BigDecimal decimal(String column) {
            return findDecimal(column).orElseThrow(() -> wrong(column + " is empty"));
        }

        /** A number, empty when the field is. */
        public Optional<BigDecimal> findDecimal(String column) {
            try {
                return find(column).map(BigDecimal::new);
            } catch (NumberFormatException e) {
                throw wrong(column + " '" + text(column) + "' is not a number");
            }
        }

        /** A date, empty when the field is. */
        public Optional<LocalDate> findDate(String column) {
            try {
                return find(column).map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                throw wrong(column + " '" + text(column) + "' is not a date like 2026-01-18");
            }
        }

        /** What to throw when this row is wrong. */
        public IllegalArgumentException wrong(String complaint) {
            return new IllegalArgumentException("data/reference/" + file + ":" + line + ": " + complaint);
        }
    }
}
