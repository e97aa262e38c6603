package org.snapshothub.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snapshothub.Pipeline;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "The jobs in the order of the pipeline, with what each reads and writes.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  hub list", "  hub list --json    what the Airflow DAG is built from"})
final class ListCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(json());
        } else {
            List<List<String>> rows = new ArrayList<>();
            Pipeline.JOBS.forEach(job -> rows.add(
                    List.of(job.name(), job.layer().code(), names(job.reads()), names(job.writes()), job.purpose())));
            out.print(Console.table(List.of("job", "layer", "reads", "writes", "what it does"), rows));
        }
        out.flush();
    }

    /** The pipeline as {@code jobs/dags/pipeline.json} holds it. */
    static String json() {
        return Json.document(
                Map.of("jobs", Pipeline.JOBS.stream().map(ListCommand::json).toList()));
    }

    private static Map<String, Object> json(Job job) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", job.name());
        fields.put("layer", job.layer().code());
        fields.put("purpose", job.purpose());
        fields.put("reads", job.reads().stream().map(Table::name).toList());
        fields.put("writes", job.writes().stream().map(Table::name).toList());
        return fields;
    }

    private static String names(List<Table<?>> tables) {
        return tables.stream().map(Table::name).collect(Collectors.joining(", "));
    }
}
