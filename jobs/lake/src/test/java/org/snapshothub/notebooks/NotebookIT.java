package org.snapshothub.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapshothub.LakeTest;
import org.snapshothub.Needs;
import org.snapshothub.Repository;
import org.snapshothub.SampleLake;
import org.snapshothub.Subprocess;

/** The notes of {@code notebooks/}, parsed by Zeppelin's own classes and run over the sample lake by our session. */
class NotebookIT {

    private static final String BROKEN = "broken_2HUBBROKE.zpln";

    private static List<ZeppelinNote> read = List.of();

    @BeforeAll
    static void readEveryNote() throws IOException, InterruptedException {
        List<Path> files =
                new ArrayList<>(List.of(Repository.path("jobs/lake/src/test/resources/notebooks/" + BROKEN)));
        try (Stream<Path> notes = Files.list(Repository.path("notebooks"))) {
            notes.filter(file -> file.toString().endsWith(".zpln")).sorted().forEach(files::add);
        }
        read = ZeppelinNote.read(SampleLake.lake(), files);
    }

    static Stream<ZeppelinNote> notes() {
        return read.stream().filter(note -> !note.name().equals(BROKEN));
    }

    @Test
    void thereAreNotes() {
        assertThat(notes()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("notes")
    void aNoteShowsWhatItSays(ZeppelinNote note) {
        assertThat(NoteRun.faults(LakeTest.spark(), note, 1)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("notes")
    void aNoteShowsWhatItSaysForEveryOptionOfItsForms(ZeppelinNote note) {
        Needs.full("time for two hundred queries");
        assertThat(NoteRun.faults(LakeTest.spark(), note, note.fillings())).isEmpty();
    }

    @Test
    void aBrokenNoteIsFoundOut() {
        ZeppelinNote note = read.stream()
                .filter(found -> found.name().equals(BROKEN))
                .findFirst()
                .orElseThrow();

        assertThat(NoteRun.faults(LakeTest.spark(), note, note.fillings()))
                .satisfiesExactly(
                        fault -> assertThat(fault).isEqualTo("absent: the result has no column 없는 열"),
                        fault -> assertThat(fault).isEqualTo("elsewhere: 수 is column 1, not 0"),
                        fault -> assertThat(fault).isEqualTo("text: 글 is no number"),
                        fault -> assertThat(fault).isEqualTo("unknown mode: no chart is called barChart"),
                        fault -> assertThat(fault).isEqualTo("keyless: a pieChart needs keys and values"),
                        fault -> assertThat(fault).isEqualTo("array: 목록 is array<int>"),
                        fault -> assertThat(fault).isEqualTo("long: more than 1000 rows"),
                        fault -> assertThat(fault).isEqualTo("empty: no rows"),
                        fault -> assertThat(fault).startsWith("column: [UNRESOLVED_COLUMN"),
                        fault -> assertThat(fault).isEqualTo("other: no interpreter is called python"),
                        fault -> assertThat(fault).startsWith("option: [UNRESOLVED_COLUMN"));
    }

    @Test
    void everyNoteIsAsTheFormatterWritesIt() throws IOException, InterruptedException {
        String python = Needs.variable("HUB_PYTHON", "install Python 3");
        String formatter = Repository.path("notebooks/format.py").toString();

        Subprocess.Ended check =
                Subprocess.run(new ProcessBuilder(python, formatter, "--check"), Duration.ofMinutes(1));

        assertThat(check.exitCode()).as(check.errors()).isZero();
    }
}
