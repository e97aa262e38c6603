package org.snapshothub.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapshothub.Repository;
import org.snapshothub.Subprocess;

/** A note as {@link NoteReader} prints it. */
record ZeppelinNote(String name, List<Paragraph> paragraphs) {

    /**
     * One paragraph. Its {@code fillings} are the statements it sends, once for each way to fill in the note's forms: the
     * first has every default, each other one option of one form.
     */
    record Paragraph(String title, String interpreter, JsonNode config, List<List<String>> fillings) {

        /** What Zeppelin draws of the first result, if it shows one. */
        Optional<Chart> chart() {
            JsonNode graph = config.at("/results/0/graph");
            return graph.isMissingNode() ? Optional.empty() : Optional.of(Chart.of(graph));
        }
    }

    /** In how many ways its forms are filled in. */
    int fillings() {
        return paragraphs.get(0).fillings().size();
    }

    /** Has notes read by Zeppelin's own classes, for a lake. */
    static List<ZeppelinNote> read(Path lake, List<Path> notes) throws IOException, InterruptedException {
        Path target = Repository.path("jobs/lake/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                target.resolve("test-classes") + File.pathSeparator + target.resolve("zeppelin") + "/*",
                NoteReader.class.getName(),
                lake.toString()));
        notes.forEach(note -> command.add(note.toString()));

        Subprocess.Ended zeppelin = Subprocess.run(new ProcessBuilder(command), Duration.ofMinutes(1));

        assertThat(zeppelin.exitCode()).as(zeppelin.errors()).isZero();
        List<ZeppelinNote> read = new ArrayList<>();
        for (String line : zeppelin.output().lines().toList()) {
            read.add(new ObjectMapper().readValue(line, ZeppelinNote.class));
        }
        return read;
    }

    @Override
    public String toString() {
        return name;
    }
}
