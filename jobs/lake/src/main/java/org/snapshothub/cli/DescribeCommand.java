package org.snapshothub.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snapshothub.Pipeline;
import org.snapshothub.lake.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "describe",
        description = "The data dictionary, from the declarations of the tables.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  hub describe", "  hub describe gold.temperature_by_region"})
final class DescribeCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "TABLE", arity = "0..1", description = "Layer and table (default: all tables).")
    private String name;

    @Override
    public void run() {
        List<Table<?>> tables = Pipeline.tables().stream()
                .filter(t -> name == null || t.name().equals(name))
                .toList();
        if (tables.isEmpty()) {
            String known = Pipeline.tables().stream().map(Table::name).collect(Collectors.joining(", "));
            throw new ParameterException(spec.commandLine(), "unknown table " + name + "; the tables are " + known);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.document(
                    Map.of("tables", tables.stream().map(DescribeCommand::json).toList())));
        } else {
            tables.forEach(table -> show(table, out));
        }
        out.flush();
    }

    private static void show(Table<?> table, PrintWriter out) {
        out.println(table.name());
        out.println("  " + table.grain());
        out.println("  key: " + String.join(", ", table.key())
                + table.slice().map(s -> "; partitioned by " + s).orElse(""));
        List<List<String>> rows = new ArrayList<>();
        table.columns()
                .forEach(c -> rows.add(
                        List.of("  " + c.name(), c.type(), c.nullable() ? "" : "not null", c.unit(), c.doc())));
        out.println(Console.table(List.of("  column", "type", "", "unit", "meaning"), rows));
    }

    private static Map<String, Object> json(Table<?> table) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", table.name());
        fields.put("grain", table.grain());
        fields.put("key", table.key());
        table.slice().ifPresent(s -> fields.put("partitioned_by", s));
        fields.put("columns", table.columns());
        return fields;
    }
}
