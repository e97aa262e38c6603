package org.snapshothub.extract.observation;

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

/** A CSV file of {@code data/reference}, read whole; every complaint about it names file and line. */
record ReferenceFile(String name, List<Row> rows) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /** The file of that name as it was packaged. */
    static ReferenceFile bundled(String name) {
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

    static ReferenceFile read(String name, Reader text) {
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
    record Row(String file, long line, CSVRecord csv) {

        Optional<String> find(String column) {
            if (!csv.isMapped(column)) {
                throw new IllegalArgumentException(file + ": no column '" + column + "'");
            }
            String value = csv.get(column);
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }

        String text(String column) {
            return find(column).orElseThrow(() -> wrong(column + " is empty"));
        }

        int number(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw wrong(column + " '" + text(column) + "' is not a whole number");
            }
        }

        BigDecimal decimal(String column) {
            return findDecimal(column).orElseThrow(() -> wrong(column + " is empty"));
        }

        Optional<BigDecimal> findDecimal(String column) {
            try {
                return find(column).map(BigDecimal::new);
            } catch (NumberFormatException e) {
                throw wrong(column + " '" + text(column) + "' is not a number");
            }
        }

        Optional<LocalDate> findDate(String column) {
            try {
                return find(column).map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                throw wrong(column + " '" + text(column) + "' is not a date like 2026-01-18");
            }
        }

        /** The days from {@code valid_from} (inclusive) to {@code valid_to} (exclusive); empty means unbounded. */
        Validity validity() {
            Validity validity = new Validity(
                    findDate("valid_from").orElse(LocalDate.MIN),
                    findDate("valid_to").orElse(LocalDate.MAX));
            if (!validity.from().isBefore(validity.to())) {
                throw wrong("valid_from " + validity.from() + " is not before valid_to " + validity.to());
            }
            return validity;
        }

        IllegalArgumentException wrong(String complaint) {
            return new IllegalArgumentException(file + " line " + line + ": " + complaint);
        }
    }
}
