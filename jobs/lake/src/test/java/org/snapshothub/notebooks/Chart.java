package org.snapshothub.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/** What a paragraph draws of its result. Zeppelin says nothing of a wrong one: it draws other columns, or nothing. */
record Chart(String mode, List<Column> keys, List<Column> groups, List<Column> values) {

    private static final Set<String> MODES =
            Set.of("table", "multiBarChart", "pieChart", "lineChart", "stackedAreaChart", "scatterChart");

    /** A column by its name, and where it stands in the result; both are in the file. */
    record Column(String name, int index) {}

    static Chart of(JsonNode graph) {
        return new Chart(
                graph.path("mode").asText(),
                columns(graph, "keys"),
                columns(graph, "groups"),
                columns(graph, "values"));
    }

    private static List<Column> columns(JsonNode graph, String role) {
        return StreamSupport.stream(graph.path(role).spliterator(), false)
                .map(column -> new Column(
                        column.path("name").asText(), column.path("index").asInt(-1)))
                .toList();
    }

    /** Why it can't be drawn of a result of these columns. */
    List<String> faults(StructType columns) {
        List<String> faults = new ArrayList<>();
        List<String> names = List.of(columns.fieldNames());
        if (!MODES.contains(mode)) {
            faults.add("no chart is called " + mode);
        }
        if (!mode.equals("table") && (keys.isEmpty() || values.isEmpty())) {
            faults.add("a " + mode + " needs keys and values");
        }
        Stream.of(keys, groups, values).flatMap(List::stream).forEach(column -> {
            if (!names.contains(column.name())) {
                faults.add("the result has no column " + column.name());
            } else if (names.indexOf(column.name()) != column.index()) {
                faults.add(column.name() + " is column " + names.indexOf(column.name()) + ", not " + column.index());
            }
        });
        values.stream()
                .filter(column -> names.contains(column.name()))
                .filter(column -> !(columns.apply(column.name()).dataType() instanceof NumericType))
                .forEach(column -> faults.add(column.name() + " is no number"));
        return faults;
    }
}
