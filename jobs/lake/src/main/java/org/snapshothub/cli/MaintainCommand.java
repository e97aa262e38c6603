package org.snapshothub.cli;

import io.delta.tables.DeltaTable;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.snapshothub.Pipeline;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Lock;
import org.snapshothub.lake.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "maintain",
        description = {
            "Compacts small files, and removes what no version within the retention refers to.",
            "Published editions stay readable: the retention stands in each table's properties, and this command never"
                    + " goes below it."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  hub maintain", "  hub maintain --dry-run"})
final class MaintainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--dry-run", description = "Say which tables would be compacted, and write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        SparkSession spark = Spark.session();
        Lake lake = new Lake(spark, common.settings().lake());
        Runner.requireLake(lake);
        List<Map<String, Object>> lines = new ArrayList<>();
        List<Table<?>> tables = Pipeline.tables().stream().filter(lake::has).toList();
        if (dryRun) {
            tables.forEach(table -> lines.add(line(table, files(lake, table), null)));
        } else {
            try (Lock lock = Lock.take(lake, "maintain-" + Instant.now().getEpochSecond() + "-" + UUID.randomUUID())) {
                for (Table<?> table : tables) {
                    lock.check();
                    long before = files(lake, table);
                    maintain(lake, table);
                    lines.add(line(table, before, files(lake, table)));
                }
            }
        }
        show(lines);
        return 0;
    }

    private static void maintain(Lake lake, Table<?> table) {
        DeltaTable delta = DeltaTable.forPath(lake.spark(), lake.path(table).toString());
        delta.optimize().executeCompaction();
        // Without a number: the table's own retention decides, which is that of the oldest edition kept.
        // Delta prints what it deleted, which is no part of what this command answers on stdout.
        scala.Console.withOut(System.err, () -> delta.vacuum());
    }

    private static long files(Lake lake, Table<?> table) {
        Row detail = DeltaTable.forPath(lake.spark(), lake.path(table).toString())
                .detail()
                .head();
        return detail.<Long>getAs("numFiles");
    }

    private static Map<String, Object> line(Table<?> table, long before, Long after) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("table", table.name());
        line.put("files", before);
        line.put("files_after", after);
        return line;
    }

    private void show(List<Map<String, Object>> lines) {
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.document(lines));
        } else {
            out.print(Console.table(
                    List.of("table", "files", "after"),
                    lines.stream()
                            .map(l -> List.of(
                                    String.valueOf(l.get("table")),
                                    String.valueOf(l.get("files")),
                                    l.get("files_after") == null ? "" : String.valueOf(l.get("files_after"))))
                            .toList()));
        }
        out.flush();
    }
}
