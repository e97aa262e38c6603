package org.snapshothub.readers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads Delta tables with Delta Kernel and writes each to stdout as a line of JSON: protocol, properties, schema, rows.
 *
 * <p>A program of its own, run with {@code target/kernel/} alone on its class path: no Spark, and a Parquet that is not
 * Spark's. Its cells are as {@link Cells} writes them.
 */
public final class KernelReader {

    private KernelReader() {}

    public static void main(String[] paths) throws IOException {
        // What a library prints must not end up between the lines.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        DefaultEngine engine = DefaultEngine.create(new Configuration());
        for (String path : paths) {
            out.println(new ObjectMapper().writeValueAsString(table(engine, path)));
        }
    }

    private static Map<String, Object> table(DefaultEngine engine, String path) throws IOException {
        Snapshot snapshot = TableManager.loadSnapshot(path).build(engine);
        StructType schema = snapshot.getSchema();
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("path", path);
        table.put("minReader", snapshot.getProtocol().getMinReaderVersion());
        table.put("minWriter", snapshot.getProtocol().getMinWriterVersion());
        table.put("features", snapshot.getProtocol().getReaderAndWriterFeatures());
        table.put("properties", snapshot.getTableProperties());
        table.put(
                "types",
                schema.fields().stream().map(f -> f.getDataType().toString()).toList());
        table.put("columns", schema.fieldNames());
        table.put("rows", rows(engine, snapshot));
        return table;
    }

    private static List<List<String>> rows(DefaultEngine engine, Snapshot snapshot) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Scan scan = snapshot.getScanBuilder().build();
        Row state = scan.getScanState(engine);
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> files = batches.next().getRows()) {
                    while (files.hasNext()) {
                        addRows(engine, scan, state, files.next(), rows);
                    }
                }
            }
        }
        return rows;
    }

    private static void addRows(DefaultEngine engine, Scan scan, Row state, Row file, List<List<String>> rows)
            throws IOException {
        CloseableIterator<ColumnarBatch> parquet = engine.getParquetHandler()
                .readParquetFiles(
                        Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                        ScanStateRow.getPhysicalDataReadSchema(state),
                        Optional.empty())
                .map(result -> result.getData());
        try (CloseableIterator<FilteredColumnarBatch> read = Scan.transformPhysicalData(engine, state, file, parquet)) {
            while (read.hasNext()) {
                FilteredColumnarBatch batch = read.next();
                if (batch.getSelectionVector().isPresent()) {
                    throw new IOException(file + " has a deletion vector");
                }
                ColumnarBatch data = batch.getData();
                for (int row = 0; row < data.getSize(); row++) {
                    rows.add(cells(data, row));
                }
            }
        }
    }

    private static List<String> cells(ColumnarBatch data, int row) {
        return IntStream.range(0, data.getSchema().length())
                .mapToObj(column -> Cells.text(value(data.getColumnVector(column), row)))
                .toList();
    }

    private static Object value(ColumnVector vector, int row) {
        DataType type = vector.getDataType();
        if (vector.isNullAt(row)) {
            return null;
        } else if (type instanceof StringType) {
            return vector.getString(row);
        } else if (type instanceof IntegerType) {
            return vector.getInt(row);
        } else if (type instanceof LongType) {
            return vector.getLong(row);
        } else if (type instanceof DoubleType) {
            return vector.getDouble(row);
        } else if (type instanceof BooleanType) {
            return vector.getBoolean(row);
        } else if (type instanceof DecimalType) {
            return vector.getDecimal(row);
        } else if (type instanceof BinaryType) {
            return vector.getBinary(row);
        } else if (type instanceof DateType) {
            return LocalDate.ofEpochDay(vector.getInt(row));
        } else if (type instanceof TimestampType) {
            return Instant.EPOCH.plus(vector.getLong(row), ChronoUnit.MICROS);
        } else if (type instanceof ArrayType) {
            ColumnVector elements = vector.getArray(row).getElements();
            return IntStream.range(0, vector.getArray(row).getSize())
                    .mapToObj(i -> Cells.text(value(elements, i)))
                    .toList();
        } else if (type instanceof StructType struct) {
            return fields(struct, vector, row);
        }
        throw new IllegalArgumentException("no table of the hub has a column of type " + type);
    }

    private static List<String> fields(StructType struct, ColumnVector vector, int row) {
        List<String> fields = new ArrayList<>();
        for (StructField field : struct.fields()) {
            fields.add(Cells.text(value(vector.getChild(struct.indexOf(field.getName())), row)));
        }
        return fields;
    }
}
