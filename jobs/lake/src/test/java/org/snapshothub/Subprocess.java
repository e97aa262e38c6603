package org.snapshothub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program started by a test, with a limit on its time: it never outlives the test. */
public final class Subprocess implements AutoCloseable {

    /** Those that live, for a JVM that is ended in the middle of a test. */
    private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVING.forEach(Subprocess::kill)));
    }

    private final Process process;
    private final Path output;
    private final Path errors;

    private Subprocess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** What a program that ended left behind: its exit code, stdout and stderr. */
    public record Ended(int exitCode, String output, String errors) {

        public List<String> errorLines() {
            return errors.lines().toList();
        }
    }

    /** Starts the program; its stdout and stderr go to files, so that it never waits for a reader. */
    public static Subprocess start(ProcessBuilder program) throws IOException {
        Path output = Files.createTempFile("subprocess", ".out");
        Path errors = Files.createTempFile("subprocess", ".err");
        Process process = program.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        LIVING.add(process);
        return new Subprocess(process, output, errors);
    }

    /** Runs the program to its end. */
    public static Ended run(ProcessBuilder program, Duration limit) throws IOException, InterruptedException {
        try (Subprocess started = start(program)) {
            return started.await(limit);
        }
    }

    /** Waits until the program writes something to stderr, which is how servers say where they listen. */
    public Matcher awaitSaid(Pattern words, Duration limit) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(limit);
        Matcher said = words.matcher(Files.readString(errors));
        while (!said.find()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("nothing like " + words + " after " + limit + ": " + Files.readString(errors));
            }
            Thread.sleep(100);
            said = words.matcher(Files.readString(errors));
        }
        return said;
    }

    /** Asks the program to end, as {@code kill} does: SIGTERM to it alone. */
    public void terminate() {
        process.destroy();
    }

    /** Ends the program and all it started at once, as {@code kill -9} does; it hears nothing of it. */
    public void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Ended await(Duration limit) throws IOException, InterruptedException {
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        String said = Files.readString(errors);
        if (!ended) {
            throw new AssertionError(
                    process.info().commandLine().orElse("it") + " still runs after " + limit + ": " + said);
        }
        return new Ended(process.exitValue(), Files.readString(output), said);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        kill(process);
        LIVING.remove(process);
        Files.deleteIfExists(output);
        Files.deleteIfExists(errors);
    }
}
