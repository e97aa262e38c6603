package org.snapshothub.cli;

import io.delta.tables.DeltaTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.snapshothub.Pipeline;
import org.snapshothub.lake.DataFiles;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Lock;
import org.snapshothub.lake.Retention;
import org.snapshothub.lake.Settings;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.site.SiteFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "maintain",
        description = {
            "Deletes editions older than editions.keep, compacts small files, and removes what no kept edition and no"
                    + " version of the last 30 days refers to."
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
        Settings settings = common.settings();
        Lake lake = new Lake(spark, settings.lake());
        Runner.requireLake(lake);
        Path site = Path.of(settings.site());
        Instant now = Instant.now();
        Instant keptSince = now.minus(settings.keepEditions());
        List<Map<String, Object>> lines = new ArrayList<>();
        List<Table<?>> tables = Pipeline.tables().stream().filter(lake::has).toList();
        List<String> pruned;
        if (dryRun) {
            pruned = SiteFolder.prunable(site, keptSince);
            tables.forEach(table -> lines.add(line(table, new DataFiles(lake, table).count(), null)));
        } else {
            try (Lock lock = Lock.take(lake, "maintain-" + Instant.now().getEpochSecond() + "-" + UUID.randomUUID())) {
                pruned = SiteFolder.editions(site).isEmpty()
                        ? List.of()
                        : SiteFolder.open(site).prune(keptSince);
                Retention retention = new Retention(lake, now);
                for (Table<?> table : tables) {
                    lock.check();
                    Duration kept = Duration.ofDays(retention.keep(table, versions(site, table)));
                    lines.add(maintain(lake, table, now.minus(kept)));
                }
            }
        }
        show(lines, pruned);
        return 0;
    }

    /** The versions of a table that the editions were made from. */
    private static Set<Long> versions(Path site, Table<?> table) {
        return SiteFolder.editions(site).stream()
                .flatMap(edition -> Optional.ofNullable(edition.tableVersions().get(table.name())).stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> maintain(Lake lake, Table<?> table, Instant keptSince) {
        DataFiles before = new DataFiles(lake, table);
        DataFiles after = before;
        DeltaTable delta = DeltaTable.forPath(lake.spark(), lake.path(table).toString());
        if (before.areScattered()) {
            delta.optimize().executeCompaction();
            after = new DataFiles(lake, table);
        }
        if (after.haveLeftoversFromBefore(keptSince)) {
            // Without a number: the table's own retention decides, which is that of the oldest edition kept.
            // Delta prints what it deleted, which is no part of what this command answers on stdout.
            scala.Console.withOut(System.err, () -> delta.vacuum());
        }
        lake.checkpoint(table);
        return line(table, before.count(), after.count());
    }

    private static Map<String, Object> line(Table<?> table, int before, Integer after) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("table", table.name());
        line.put("files", before);
        line.put("files_after", after);
        return line;
    }

    private void show(List<Map<String, Object>> lines, List<String> pruned) {
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("editions_deleted", pruned);
            document.put("tables", lines);
            out.println(Json.document(document));
        } else {
            out.println("editions " + (dryRun ? "to delete: " : "deleted: ")
                    + (pruned.isEmpty() ? "none" : String.join(", ", pruned)));
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
