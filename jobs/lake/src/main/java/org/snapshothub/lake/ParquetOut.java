package org.snapshothub.lake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * Writes rows as a Parquet file, by the library that Spark brings and without Spark. It holds no time and no name of a
 * machine: the same rows give the same bytes.
 */
public final class ParquetOut {

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");
    private static final int MOST_DIGITS_OF_AN_INT = 9;

    private ParquetOut() {}

    /** Writes rows whose cells are in the order of the columns: String, number, Boolean, LocalDate, Instant or null. */
    public static void write(String name, List<Table.Column> columns, Iterable<Object[]> rows, OutputStream out)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ParquetWriter<Object[]> writer = new Builder(schema(name, columns), file)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build()) {
            for (Object[] row : rows) {
                writer.write(row);
            }
        }
        inOneOrder(file.toByteArray(), out);
    }

    /** The library lists a column's encodings in the order of a hash set, which is another in each JVM. */
    private static void inOneOrder(byte[] file, OutputStream out) throws IOException {
        int tail = file.length - Integer.BYTES - ParquetFileWriter.MAGIC.length;
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(tail);
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, tail - length, length));
        footer.getRow_groups().stream()
                .flatMap(group -> group.getColumns().stream())
                .forEach(column -> Collections.sort(column.getMeta_data().getEncodings()));
        out.write(file, 0, tail - length);
        ByteArrayOutputStream ordered = new ByteArrayOutputStream(length);
        Util.writeFileMetaData(footer, ordered);
        ordered.writeTo(out);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(ordered.size())
                .array());
        out.write(ParquetFileWriter.MAGIC);
    }

    private static MessageType schema(String name, List<Table.Column> columns) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        columns.forEach(column -> message.addField(field(column)));
        return message.named(name);
    }

    private static PrimitiveType field(Table.Column column) {
        Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        return switch (column.type()) {
            case "STRING" ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case "DATE" ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case "INT" -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
            case "BIGINT" ->
                Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case "DOUBLE" ->
                Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case "TIMESTAMP" ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named(column.name());
            case "BOOLEAN" ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
            default -> decimal(column, repetition);
        };
    }

    private static PrimitiveType decimal(Table.Column column, Repetition repetition) {
        Matcher digits = DECIMAL.matcher(column.type());
        if (!digits.matches()) {
            throw new IllegalArgumentException(
                    column.name() + " is of type " + column.type() + ", for which the Parquet file has none");
        }
        int precision = Integer.parseInt(digits.group(1));
        PrimitiveTypeName holder =
                precision <= MOST_DIGITS_OF_AN_INT ? PrimitiveTypeName.INT32 : PrimitiveTypeName.INT64;
        return Types.primitive(holder, repetition)
                .as(LogicalTypeAnnotation.decimalType(Integer.parseInt(digits.group(2)), precision))
                .named(column.name());
    }

    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
        private final MessageType schema;

        private Builder(MessageType schema, OutputStream out) {
            super(new Stream(out));
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Deprecated, and abstract all the same. */
        @Deprecated
        @Override
        protected WriteSupport<Object[]> getWriteSupport(Configuration conf) {
            return new Rows(schema);
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration conf) {
            return new Rows(schema);
        }
    }

    private static final class Rows extends WriteSupport<Object[]> {
        private final MessageType schema;
        private RecordConsumer consumer;

        private Rows(MessageType schema) {
            this.schema = schema;
        }

        /** Deprecated, and abstract all the same. */
        @Deprecated
        @Override
        public WriteContext init(Configuration conf) {
            return new WriteContext(schema, java.util.Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration conf) {
            return new WriteContext(schema, java.util.Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(Object[] row) {
            consumer.startMessage();
            for (int i = 0; i < row.length; i++) {
                if (row[i] != null) {
                    String name = schema.getFieldName(i);
                    consumer.startField(name, i);
                    cell(row[i], schema.getType(i).asPrimitiveType());
                    consumer.endField(name, i);
                }
            }
            consumer.endMessage();
        }

        private void cell(Object value, PrimitiveType type) {
            switch (type.getPrimitiveTypeName()) {
                case INT32 -> consumer.addInteger((int) whole(value, type));
                case INT64 -> consumer.addLong(whole(value, type));
                case DOUBLE -> consumer.addDouble(((Number) value).doubleValue());
                case BOOLEAN -> consumer.addBoolean((Boolean) value);
                default -> consumer.addBinary(Binary.fromString(value.toString()));
            }
        }

        private static long whole(Object value, PrimitiveType type) {
            if (value instanceof LocalDate day) {
                return day.toEpochDay();
            }
            if (value instanceof Instant instant) {
                return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
            }
            if (value instanceof BigDecimal number
                    && type.getLogicalTypeAnnotation()
                            instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation decimal) {
                return number.setScale(decimal.getScale()).unscaledValue().longValueExact();
            }
            return ((Number) value).longValue();
        }
    }

    /** A stream as the library wants it: one that knows where it stands, and stays open. */
    private static final class Stream extends PositionOutputStream implements OutputFile {
        private final OutputStream out;
        private long position;

        private Stream(OutputStream out) {
            this.out = out;
        }

        @Override
        public PositionOutputStream create(long blockSize) {
            return this;
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return this;
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            position += length;
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
