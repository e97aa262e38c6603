package org.snapshothub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snapshothub.Repository;
import org.snapshothub.cli.Hub;
import picocli.CommandLine;

/** What the README and the DAGs say of the pipeline is what the pipeline says; {@code -Dgolden=write} rewrites. */
class ReadmeTest {

    private static final boolean REWRITES = "write".equals(System.getProperty("golden"));

    @ParameterizedTest
    @EnumSource
    void tellsWhatTheProgramTells(Generated generated) throws IOException {
        Document readme = Document.of("README.md");
        if (REWRITES) {
            readme = readme.write(generated.block(), generated.text());
        }
        assertThat(readme.block(generated.block())).isEqualTo(generated.text());
    }

    @Test
    void theDagsAreBuiltFromThePipelineAsItIs() throws IOException {
        Path printed = Repository.path("jobs/dags/pipeline.json");
        StringWriter out = new StringWriter();
        new CommandLine(new Hub()).setOut(new PrintWriter(out)).execute("list", "--json");
        String pipeline = out.toString();
        if (REWRITES) {
            Files.writeString(printed, pipeline);
        }
        assertThat(Files.readString(printed)).isEqualTo(pipeline);
    }
}
