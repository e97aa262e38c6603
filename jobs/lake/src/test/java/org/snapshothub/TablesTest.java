package org.snapshothub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapshothub.lake.Table;

/** Each table against its golden DDL: a schema change is a visible line in review; {@code -Dgolden=write} rewrites. */
class TablesTest {

    static List<Table<?>> tables() {
        return Pipeline.tables();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void schemaIsTheGoldenOne(Table<?> table) throws IOException {
        Path golden = Repository.path("jobs/lake/src/test/resources/schemas/" + table.name() + ".ddl");
        String ddl = ddl(table);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, ddl);
        }
        assertThat(ddl).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyColumnIsDocumentedAndInSnakeCase(Table<?> table) {
        assertThat(table.columns()).allSatisfy(column -> {
            assertThat(column.name()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
            assertThat(column.doc()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void grainIsASentenceAndTheKeyIsNamed(Table<?> table) {
        assertThat(table.grain()).startsWith("One row per ").endsWith(".");
        assertThat(table.key()).isNotEmpty();
    }

    private static String ddl(Table<?> table) {
        String columns = table.columns().stream()
                .map(c -> "  " + c.name() + " " + c.type() + (c.nullable() ? "" : " NOT NULL") + ", -- " + c.doc()
                        + (c.unit().isEmpty() ? "" : " [" + c.unit() + "]"))
                .collect(Collectors.joining("\n"));
        return "-- " + table.grain() + "\nTABLE " + table.name() + " (\n" + columns + "\n)\nKEY ("
                + String.join(", ", table.key()) + ")"
                + table.slice().map(s -> "\nPARTITIONED BY (" + s + ")").orElse("") + "\n";
    }
}
