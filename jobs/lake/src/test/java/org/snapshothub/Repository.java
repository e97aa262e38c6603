package org.snapshothub;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things of this checkout are, wherever the tests were started. */
public final class Repository {

    private static final Path ROOT = find();

    private Repository() {}

    /** A path below the repository's root. */
    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    private static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("jobs/hub"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
