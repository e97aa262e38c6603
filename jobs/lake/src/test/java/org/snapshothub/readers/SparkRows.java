package org.snapshothub.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** The rows of a dataset as lists of {@link Cells}, in no order. */
public final class SparkRows {

    private SparkRows() {}

    public static List<List<String>> of(Dataset<Row> dataset) {
        return dataset.collectAsList().stream().map(SparkRows::cells).toList();
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> Cells.text(value(row.get(i))))
                .toList();
    }

    private static Object value(Object cell) {
        if (cell instanceof Row struct) {
            return cells(struct);
        }
        if (cell instanceof scala.collection.Iterable<?> items) {
            List<String> values = new ArrayList<>();
            CollectionConverters.asJava(items).forEach(item -> values.add(Cells.text(value(item))));
            return values;
        }
        return cell;
    }
}
