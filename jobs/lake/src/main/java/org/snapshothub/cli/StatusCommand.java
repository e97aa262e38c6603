package org.snapshothub.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.snapshothub.Pipeline;
import org.snapshothub.audit.JobRun;
import org.snapshothub.audit.Reject;
import org.snapshothub.bronze.Input;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Lock;
import org.snapshothub.lake.RunId;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.SiteState;
import org.snapshothub.publish.site.SiteFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description =
                "The report, last runs, tables with versions and rows, open rejects by reason, the ledger, the lock.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hub status",
            "  hub status --runs 3 --json",
            "  hub status --run-id 20260118T003000-hourly-1"
        })
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "Runs to show (default: 5).")
    private int count;

    @Option(names = "--run-id", paramLabel = "ID", description = "Only the run of this name (default: the last ones).")
    private String runId;

    @Override
    public Integer call() {
        Optional<RunId> wanted = Optional.ofNullable(runId).map(RunId::given);
        Lake lake = new Lake(Spark.session(), common.settings().lake());
        Runner.requireLake(lake);
        String heldBy = Lock.holder(lake).orElse("nobody");
        Map<String, Object> report = report(Path.of(common.settings().site()));
        Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();
        lists.put("runs", runs(lake, wanted));
        lists.put("tables", tables(lake));
        lists.put("open_rejects", openRejects(lake));
        lists.put("inputs", inputs(lake));
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            Map<String, Object> status = new LinkedHashMap<>();
            status.put("lake", lake.base().toString());
            status.put("held_by", heldBy);
            status.put("report", report);
            status.putAll(lists);
            out.println(Json.document(status));
        } else {
            out.println("lake " + lake.base() + ", held by " + heldBy);
            out.println("report: " + words(report));
            lists.forEach((title, lines) -> show(out, title.replace('_', ' '), lines));
        }
        out.flush();
        return 0;
    }

    /** The latest edition, and since when and why nothing has been published after it. */
    private static Map<String, Object> report(Path site) {
        Optional<SiteFolder.Listed> latest = SiteFolder.editions(site).stream().findFirst();
        SiteState state = SiteState.of(site);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("edition", latest.map(SiteFolder.Listed::id).orElse("none"));
        report.put(
                "published_at",
                latest.map(edition -> edition.publishedAt().toString()).orElse(null));
        report.put("withheld_since", state.withheldSince());
        report.put("withheld_because", state.withheldBecause());
        return report;
    }

    private static String words(Map<String, Object> report) {
        String edition = report.get("published_at") == null
                ? "none published yet"
                : "edition " + report.get("edition") + ", published at " + cell(report.get("published_at"));
        return report.get("withheld_since") == null
                ? edition
                : edition + "; nothing since " + report.get("withheld_since") + ", because of "
                        + report.get("withheld_because");
    }

    private List<Map<String, Object>> runs(Lake lake, Optional<RunId> wanted) {
        if (!lake.has(JobRun.TABLE)) {
            return List.of();
        }
        Dataset<Row> all = lake.read(JobRun.TABLE);
        List<Object> ids = wanted.map(id -> List.<Object>of(id.text())).orElseGet(() -> newest(all));
        return rows(all.where(col("run_id").isin(ids.toArray()))
                .orderBy(col("started_at").desc())
                .select("run_id", "job", "started_at", "seconds", "outcome", "rows_read", "rows_written", "rejects"));
    }

    private List<Object> newest(Dataset<Row> runs) {
        return runs
                .groupBy("run_id")
                .agg(org.apache.spark.sql.functions.min("started_at").as("began"))
                .orderBy(col("began").desc())
                .limit(count)
                .collectAsList()
                .stream()
                .map(r -> r.get(0))
                .toList();
    }

    private static List<Map<String, Object>> tables(Lake lake) {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (Table<?> table : Pipeline.tables()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("table", table.name());
            line.put("version", lake.log(table).version());
            line.put("rows", lake.has(table) ? lake.read(table).count() : 0L);
            tables.add(line);
        }
        return tables;
    }

    private static List<Map<String, Object>> openRejects(Lake lake) {
        if (!lake.has(Reject.TABLE)) {
            return List.of();
        }
        return rows(lake.read(Reject.TABLE)
                .where(col("redriven_by").isNull())
                .groupBy("job", "reason")
                .agg(count(lit(1)).as("rejects"))
                .orderBy("job", "reason"));
    }

    private static List<Map<String, Object>> inputs(Lake lake) {
        if (!lake.has(Input.TABLE)) {
            return List.of();
        }
        return rows(lake.read(Input.TABLE)
                .groupBy("status")
                .agg(
                        count(lit(1)).as("inputs"),
                        sum("size_bytes").as("bytes"),
                        sum("pages").as("pages"))
                .orderBy("status"));
    }

    private static List<Map<String, Object>> rows(Dataset<Row> rows) {
        String[] columns = rows.columns();
        return rows.collectAsList().stream()
                .map(row -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    for (int i = 0; i < columns.length; i++) {
                        Object cell = row.get(i);
                        line.put(columns[i], cell instanceof Number || cell == null ? cell : cell.toString());
                    }
                    return line;
                })
                .toList();
    }

    private static void show(PrintWriter out, String title, List<Map<String, Object>> lines) {
        out.println();
        out.println(title + (lines.isEmpty() ? ": none" : ""));
        if (!lines.isEmpty()) {
            List<List<String>> rows = lines.stream()
                    .map(line -> line.values().stream().map(StatusCommand::cell).toList())
                    .toList();
            out.print(Console.table(List.copyOf(lines.get(0).keySet()), rows));
        }
    }

    /** For a terminal: what is not known is empty, and an instant ends with its second. */
    private static String cell(Object value) {
        return value == null ? "" : value.toString().replaceFirst("(T\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z$", "$1Z");
    }
}
