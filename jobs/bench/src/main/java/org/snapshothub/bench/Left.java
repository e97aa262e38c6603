package org.snapshothub.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run left behind: in the lake, and in Spark's own log of what it did.
 *
 * @param tasks that Spark ran
 * @param shuffled bytes written for a shuffle
 * @param commits of all tables
 * @param files of data in all tables
 * @param bytes of those files
 */
record Left(double tasks, double shuffled, double commits, double files, double bytes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a lake holds; no task is counted. */
    static Left in(Path lake) throws IOException {
        double commits = 0;
        double files = 0;
        double bytes = 0;
        for (Path file : under(lake)) {
            boolean isLog = file.getParent().endsWith("_delta_log");
            String name = file.getFileName().toString();
            if (isLog && name.endsWith(".json")) {
                commits++;
            } else if (!isLog && name.endsWith(".parquet")) {
                files++;
                bytes += Files.size(file);
            }
        }
        return new Left(0, 0, commits, files, bytes);
    }

    /** What has come to a lake since {@code before}, by a run whose events Spark wrote to {@code events}. */
    static Left since(Left before, Path lake, Path events) throws IOException {
        double tasks = 0;
        double shuffled = 0;
        for (Path log : under(events)) {
            try (BufferedReader lines = Files.newBufferedReader(log)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.contains("\"SparkListenerTaskEnd\"")) {
                        JsonNode metrics = JSON.readTree(line).path("Task Metrics");
                        tasks++;
                        shuffled += metrics.path("Shuffle Write Metrics")
                                .path("Shuffle Bytes Written")
                                .asDouble();
                    }
                }
            }
        }
        Left now = in(lake);
        return new Left(
                tasks, shuffled, now.commits - before.commits, now.files - before.files, now.bytes - before.bytes);
    }

    private static List<Path> under(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
