package org.snapshothub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;

/** A lake that {@code hub run} made from nothing, for all tests of a JVM to read; it stays in target/it to be looked at. */
record MadeLake(Path lake, Path site, HubRun run) {

    /** Runs the hub into {@code target/it/<name>}, with more {@code arguments} than where. */
    static MadeLake under(String name, String... arguments) {
        Path folder = Repository.path("jobs/lake/target/it").resolve(name);
        FileUtil.fullyDelete(folder.toFile());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path lake = folder.resolve("lake");
        Path site = folder.resolve("site");
        String[] where = {"run", "--lake", lake.toString(), "--site", site.toString()};
        HubRun run = HubRun.of(
                Stream.concat(Arrays.stream(where), Arrays.stream(arguments)).toArray(String[]::new));
        if (run.exitCode() != 0) {
            System.err.println("the run into " + lake + " ended with " + run.exitCode() + ": " + run.errors());
        }
        return new MadeLake(lake, site, run);
    }
}
