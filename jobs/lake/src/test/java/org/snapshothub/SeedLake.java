package org.snapshothub;

import java.nio.file.Path;

/** The lake of one {@code hub run} over the seed page alone, made once per JVM; whoever reads it must not write. */
public final class SeedLake {

    private static final MadeLake MADE = MadeLake.under(
            "seed", "--input", Repository.path("data/sample/2026-01-18.txt").toString());

    private SeedLake() {}

    public static Path lake() {
        return MADE.lake();
    }

    /** The report of that run. */
    public static Path site() {
        return MADE.site();
    }

    public static int exitCode() {
        return MADE.run().exitCode();
    }

    /** What the run wrote to stdout. */
    public static String output() {
        return MADE.run().output();
    }
}
