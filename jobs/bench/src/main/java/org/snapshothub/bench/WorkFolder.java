package org.snapshothub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a benchmark's corpora and lakes are until it ends: a folder under {@code jobs/bench/target}. */
record WorkFolder(Path root) implements AutoCloseable {

    static WorkFolder make() throws IOException {
        Path target = Files.createDirectories(Bench.home().resolve("jobs/bench/target"));
        return new WorkFolder(Files.createTempDirectory(target, "work"));
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
