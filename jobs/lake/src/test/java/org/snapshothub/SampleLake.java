package org.snapshothub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The lake and the site of one run over data/sample, made once for all integration tests of this JVM. */
public final class SampleLake {

    private static final Path FOLDER = Repository.path("jobs/lake/target/sample-lake");
    private static Spoken first;

    private SampleLake() {}

    public static synchronized Path lake() {
        make();
        return FOLDER.resolve("lake");
    }

    public static synchronized Path site() {
        make();
        return FOLDER.resolve("site");
    }

    public static synchronized int exitCode() {
        make();
        return first.code();
    }

    /** What the run printed, both outputs. */
    public static synchronized String output() {
        make();
        return first.out() + first.err();
    }

    /** The same command once more. */
    public static synchronized Spoken again() {
        make();
        return run();
    }

    private static void make() {
        if (first == null) {
            delete(FOLDER);
            first = run();
        }
    }

    private static Spoken run() {
        return Spoken.by(
                "run",
                "--input",
                Repository.path("data/sample").toString(),
                "--lake",
                FOLDER.resolve("lake").toString(),
                "--site",
                FOLDER.resolve("site").toString());
    }

    /** Deletes a folder of a test and all in it. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
