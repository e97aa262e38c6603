package org.snapshothub.extract.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A rule file under {@code data/reference}: CSV with a header, {@code #} lines are comments. It travels in the jar, and
 * whoever reads it says of a wrong row where it stands.
 */
public final class ReferenceFile {

    private final String name;
    private final List<Row> rows;

    private ReferenceFile(String name, List<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** The file {@code name} that travels with the program, e.g. {@code topics.csv}. */
    public static ReferenceFile bundled(String name) {
        try (InputStream in = ReferenceFile.class.getClassLoader().getResourceAsStream("reference/" + name)) {
            if (in == null) {
                throw new IllegalStateException("data/reference/" + name + " is not on the class path");
            }
            return read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException("data/reference/" + name + " cannot be read", e);
        }
    }

    /** Reads a file of that form; {@code name} is only for messages. */
    public static ReferenceFile read(String name, InputStream in) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Row> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                rows.add(new Row(name, parser.getCurrentLineNumber(), record));
            }
            return new ReferenceFile(name, List.copyOf(rows));
        }
    }

    public String name() {
        return name;
    }

    public List<Row> rows() {
        return rows;
    }

    /** One line of the file. */
    public record Row(String file, long line, CSVRecord values) {

        /** The value of a column that must not be empty. */
        public String required(String column) {
            return optional(column).orElseThrow(() -> wrong(column + " is empty; expected a value"));
        }

        /** The value of a column, empty when the field is. */
        public Optional<String> optional(String column) {
            if (!values.isSet(column)) {
                throw wrong("no column " + column + "; expected as many fields as the header names");
            }
            return Optional.of(values.get(column).strip()).filter(value -> !value.isEmpty());
        }

        /** What to throw when this row is wrong. */
        public IllegalStateException wrong(String why) {
            return new IllegalStateException("data/reference/" + file + ":" + line + ": " + why);
        }
    }
}
