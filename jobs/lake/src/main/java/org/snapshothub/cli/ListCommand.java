package org.snapshothub.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final int WIDTH = 96;
    private static final String INDENT = "    ";

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
            Pipeline.JOBS.forEach(job -> {
                out.println(job.name() + " (" + job.layer().code() + ")");
                print("", words(job.purpose()), out);
                print("reads ", names(job.reads()), out);
                print("writes ", names(job.writes()), out);
                out.println();
            });
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

    /** Words after a label, in lines that a terminal does not break. */
    private static void print(String label, List<String> words, PrintWriter out) {
        StringBuilder line = new StringBuilder(INDENT + label);
        String indent = " ".repeat(line.length());
        for (String word : words) {
            if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        if (line.length() > indent.length()) {
            out.println(line.toString().stripTrailing());
        }
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private static List<String> names(List<Table<?>> tables) {
        return tables.stream().map(Table::name).toList();
    }
}
