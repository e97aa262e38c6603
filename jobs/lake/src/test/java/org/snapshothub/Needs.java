package org.snapshothub;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs that not every machine has: without it the test is skipped with a line that says what to install, and
 * fails where {@code HUB_REQUIRE=all} (as in CI) allows no skip.
 */
public final class Needs {

    private Needs() {}

    /** A machine made for slow, real checks: {@code HUB_FULL=1}. */
    public static void full(String what) {
        if (!"1".equals(System.getenv("HUB_FULL"))) {
            skip(what + "; set HUB_FULL=1 where it is installed");
        }
    }

    /** An environment variable that names something installed. */
    public static String variable(String name, String what) {
        full(what);
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            skip(what + " and name it in " + name);
        }
        return value;
    }

    /** A file or folder. */
    public static Path path(Path path, String what) {
        if (!Files.exists(path)) {
            skip(what + " (" + path + " isn't there)");
        }
        return path;
    }

    private static void skip(String what) {
        String line = "SKIPPED, it needs: " + what;
        System.err.println(line);
        if ("all".equals(System.getenv("HUB_REQUIRE"))) {
            Assertions.fail(line);
        }
        Assumptions.abort(line);
    }
}
