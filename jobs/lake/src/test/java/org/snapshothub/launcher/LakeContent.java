package org.snapshothub.launcher;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sha2;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.snapshothub.LakeTest;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Table;

/** What lies in a lake, told so that two lakes can be compared that were filled by different runs. */
final class LakeContent {

    private static final List<String> OF_THE_RUN = List.of("run_id", "run_seq", "taken_at", "rejected_at");

    private LakeContent() {}

    /** Rows without what names their run, each with how often it is there. */
    static Map<String, Integer> of(Path folder, List<Table<?>> tables) {
        Lake lake = new Lake(LakeTest.spark(), folder.toString());
        Map<String, Integer> rows = new TreeMap<>();
        for (Table<?> table : tables) {
            Column[] columns = Stream.of(lake.read(table).columns())
                    .filter(name -> !OF_THE_RUN.contains(name))
                    .map(LakeContent::told)
                    .toArray(Column[]::new);
            for (Row row : lake.read(table).select(columns).collectAsList()) {
                rows.merge(table.name() + " " + row, 1, Integer::sum);
            }
        }
        return rows;
    }

    private static Column told(String column) {
        return switch (column) {
            case "content" -> sha2(col(column), 256);
            // Which run closed it is the run's; whether it is closed is not.
            case "redriven_by" -> col(column).isNotNull();
            default -> col(column);
        };
    }
}
