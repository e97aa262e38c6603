package org.snapshothub.lake;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Reads Parquet files as records, by the library that Spark brings and without Spark: of each file the columns that the
 * record has components for, and no more.
 *
 * <p>A column that a file does not have is null, as in a file written before the column was added.
 */
final class ParquetIn<V extends Record> {

    /** Stands for a name that is not the same in all writers' files. */
    private static final String ANY = "*";

    private final List<String> columns;
    private final Class<?>[] types;
    private final Constructor<V> constructor;

    /** Columns are named as the components, in snake_case, or as {@code others} names them, with dots for nested ones. */
    ParquetIn(Class<V> type, Map<String, String> others) {
        RecordComponent[] components = type.getRecordComponents();
        columns = Arrays.stream(components)
                .map(c -> others.getOrDefault(c.getName(), RecordCodec.snake(c.getName())))
                .toList();
        types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no constructor of its own components", e);
        }
    }

    /** The rows of a file; {@code partition} has the values of columns that its folder says for all of them. */
    List<V> read(FileStatus file, Map<String, String> partition, Configuration conf) throws IOException {
        // Of its own accord the library reads Hadoop's XML files anew for each file, which costs more than the file.
        ParquetReadOptions options = HadoopReadOptions.builder(conf).build();
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, conf), options)) {
            FileMetaData about = reader.getFileMetaData();
            reader.setRequestedSchema(wanted(about.getSchema()));
            Column[] row = new Column[types.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = column(i, about.getSchema(), partition);
            }
            List<V> rows = new ArrayList<>((int) reader.getRecordCount());
            ParsedVersion writer = writer(about, file.getPath());
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                for (Column column : row) {
                    column.begin(group, writer);
                }
                for (long r = 0; r < group.getRowCount(); r++) {
                    rows.add(made(row));
                }
            }
            return rows;
        } catch (RuntimeException e) {
            throw new IOException(file.getPath() + " can't be read: " + e.getMessage(), e);
        }
    }

    private MessageType wanted(MessageType schema) {
        Set<String> names = columns.stream().map(c -> c.split("\\.")[0]).collect(Collectors.toSet());
        return new MessageType(
                schema.getName(),
                schema.getFields().stream()
                        .filter(field -> names.contains(field.getName()))
                        .toList());
    }

    private Column column(int i, MessageType schema, Map<String, String> partition) {
        String name = columns.get(i);
        if (partition.containsKey(name)) {
            return new Column(ofText(partition.get(name), types[i]));
        }
        String[] path = name.split("\\.");
        return schema.getColumns().stream()
                .filter(column -> isAt(column.getPath(), path))
                .findFirst()
                .map(column -> new Column(column, new Cell(types[i], column.getPrimitiveType())))
                .orElseGet(() -> new Column(null));
    }

    private static boolean isAt(String[] place, String[] path) {
        return place.length == path.length
                && IntStream.range(0, path.length).allMatch(i -> path[i].equals(ANY) || path[i].equals(place[i]));
    }

    private static Object ofText(String value, Class<?> type) {
        if (value == null || type == String.class) {
            return value;
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(value);
        }
        throw new IllegalArgumentException("no table is cut by a " + type);
    }

    /** Who wrote the file: of some writers the library knows faults to mend. */
    private static ParsedVersion writer(FileMetaData about, Path file) throws IOException {
        try {
            return VersionParser.parse(about.getCreatedBy());
        } catch (VersionParseException e) {
            throw new IOException(file + " was written by " + about.getCreatedBy() + ", which can't be told", e);
        }
    }

    private V made(Column[] row) {
        Object[] arguments = new Object[row.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = row[i].next();
        }
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    constructor.getDeclaringClass().getSimpleName() + " can't be made of " + Arrays.toString(arguments),
                    e);
        }
    }

    /** Gives the values of a column one after the other; always the same where the file has no such column. */
    private static final class Column {
        private final ColumnDescriptor descriptor;
        private final Cell cell;
        private final Object constant;
        private ColumnReader reader;

        private Column(ColumnDescriptor descriptor, Cell cell) {
            this.descriptor = descriptor;
            this.cell = cell;
            this.constant = null;
        }

        private Column(Object constant) {
            this.descriptor = null;
            this.cell = null;
            this.constant = constant;
        }

        void begin(PageReadStore group, ParsedVersion writer) {
            if (descriptor != null) {
                reader = new ColumnReaderImpl(descriptor, group.getPageReader(descriptor), cell, writer);
            }
        }

        Object next() {
            if (descriptor == null) {
                return constant;
            }
            Object value = null;
            if (reader.getCurrentDefinitionLevel() == descriptor.getMaxDefinitionLevel()) {
                reader.writeCurrentValueToConverter();
                value = cell.value;
            }
            reader.consume();
            return value;
        }
    }

    /**
     * What the library hands a value to. Most columns have few values, and files name each once, in a dictionary: it is made
     * into an object once too.
     */
    private static final class Cell extends PrimitiveConverter {
        private final Class<?> type;
        private final PrimitiveType stored;
        private final LogicalTypeAnnotation meaning;
        private Dictionary dictionary;
        private Object[] known;
        private Object value;

        private Cell(Class<?> type, PrimitiveType stored) {
            this.type = type;
            this.stored = stored;
            this.meaning = stored.getLogicalTypeAnnotation();
        }

        @Override
        public boolean hasDictionarySupport() {
            return true;
        }

        @Override
        public void setDictionary(Dictionary dictionary) {
            this.dictionary = dictionary;
            this.known = new Object[dictionary.getMaxId() + 1];
        }

        @Override
        public void addValueFromDictionary(int id) {
            if (known[id] == null) {
                switch (stored.getPrimitiveTypeName()) {
                    case INT32 -> addInt(dictionary.decodeToInt(id));
                    case INT64 -> addLong(dictionary.decodeToLong(id));
                    case DOUBLE -> addDouble(dictionary.decodeToDouble(id));
                    default -> addBinary(dictionary.decodeToBinary(id));
                }
                known[id] = value;
            }
            value = known[id];
        }

        @Override
        public void addBoolean(boolean truth) {
            value = truth;
        }

        @Override
        public void addDouble(double number) {
            value = number;
        }

        @Override
        public void addInt(int number) {
            if (type == LocalDate.class) {
                value = LocalDate.ofEpochDay(number);
            } else if (type == BigDecimal.class) {
                value = BigDecimal.valueOf(number, scale());
            } else {
                value = number;
            }
        }

        @Override
        public void addLong(long number) {
            if (type == Instant.class) {
                value = Instant.EPOCH.plus(number, unit());
            } else if (type == BigDecimal.class) {
                value = BigDecimal.valueOf(number, scale());
            } else {
                value = number;
            }
        }

        @Override
        public void addBinary(Binary bytes) {
            if (type == String.class) {
                value = bytes.toStringUsingUTF8();
            } else if (type == Instant.class) {
                value = ofInt96(bytes);
            } else if (type == BigDecimal.class) {
                value = new BigDecimal(new BigInteger(bytes.getBytes()), scale());
            } else {
                value = bytes.getBytes();
            }
        }

        private int scale() {
            return ((LogicalTypeAnnotation.DecimalLogicalTypeAnnotation) meaning).getScale();
        }

        private ChronoUnit unit() {
            return switch (((LogicalTypeAnnotation.TimestampLogicalTypeAnnotation) meaning).getUnit()) {
                case MILLIS -> ChronoUnit.MILLIS;
                case MICROS -> ChronoUnit.MICROS;
                case NANOS -> ChronoUnit.NANOS;
            };
        }

        /** As Spark writes an instant: nanoseconds of the day in UTC, then the Julian day. */
        private static Instant ofInt96(Binary bytes) {
            ByteBuffer parts = bytes.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            long nanos = parts.getLong();
            LocalDate day = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, parts.getInt());
            return Instant.ofEpochSecond(day.toEpochDay() * 86_400, nanos);
        }
    }
}
