package org.snapshothub.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.snapshothub.Subprocess;

/** A standalone cluster of a Spark home on the loopback: a master and its workers, processes that end with the test. */
final class Standalone implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path home;
    private final Path folder;
    private final Subprocess master;
    private final String uri;
    private final Deque<Subprocess> workers = new ArrayDeque<>();

    /** Starts a master and two workers; their scratch goes below {@code folder}. */
    Standalone(Path home, Path folder) throws IOException, InterruptedException {
        this.home = home;
        this.folder = folder;
        this.master = start("org.apache.spark.deploy.master.Master", List.of());
        this.uri = master.awaitSaid(Pattern.compile("Starting Spark master at (spark://127\\.0\\.0\\.1:\\d+)"), LIMIT)
                .group(1);
        addWorker();
        addWorker();
    }

    String uri() {
        return uri;
    }

    void addWorker() throws IOException, InterruptedException {
        String scratch = folder.resolve("work-" + workers.size()).toString();
        Subprocess worker = start(
                "org.apache.spark.deploy.worker.Worker",
                List.of("--cores", "2", "--memory", "2g", "--work-dir", scratch, uri));
        workers.push(worker);
        worker.awaitSaid(Pattern.compile("Successfully registered with master"), LIMIT);
    }

    /** Ends a worker and its executors as a machine without power does. */
    void loseWorker() throws IOException {
        workers.pop().close();
    }

    private Subprocess start(String daemon, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/spark-class").toString(),
                daemon,
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0"));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
        process.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        process.environment().put("SPARK_DAEMON_MEMORY", "256m");
        return Subprocess.start(process);
    }

    @Override
    public void close() throws IOException {
        while (!workers.isEmpty()) {
            loseWorker();
        }
        master.close();
    }
}
