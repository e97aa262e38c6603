package org.snapshothub;

import java.nio.file.Path;

/** The lake of the seed page alone, made once for all integration tests of this JVM. */
public final class SeedLake {

    private static final Path FOLDER = Repository.path("jobs/lake/target/seed-lake");
    private static Spoken run;

    private SeedLake() {}

    public static synchronized Path lake() {
        if (run == null) {
            SampleLake.delete(FOLDER);
            run = Spoken.by(
                    "run",
                    "--input",
                    Repository.path("data/sample/2026-01-18.txt").toString(),
                    "--lake",
                    FOLDER.resolve("lake").toString(),
                    "--site",
                    FOLDER.resolve("site").toString());
            if (run.code() != 0) {
                throw new IllegalStateException("the seed run ended with " + run.code() + ": " + run.err());
            }
        }
        return FOLDER.resolve("lake");
    }
}
