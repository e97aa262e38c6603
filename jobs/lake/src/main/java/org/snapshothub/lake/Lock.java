package org.snapshothub.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * One writer per lake: a file with owner and heartbeat at {@code <lake>/_hub/lock.json}.
 *
 * <p>An owner that died on this host is replaced at once; one on another host after three missed heartbeats. Every
 * commit asks {@link #check()} whether the lock is still ours, so that a writer that slept too long stops.
 */
public final class Lock implements AutoCloseable, Slices.Ownership {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 3;

    private final FileSystem files;
    private final Path path;
    private final String token = UUID.randomUUID().toString();
    private final String runId;
    private final Instant since;
    private final ScheduledExecutorService heart;

    private Lock(FileSystem files, Path path, String runId) {
        this.files = files;
        this.path = path;
        this.runId = runId;
        this.since = Instant.now();
        this.heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lake-lock-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Takes the lock of a lake, or says who has it: {@code BUSY}; {@code USAGE} when the lake can't be written. */
    public static Lock take(Lake lake, String runId) {
        Lock lock = new Lock(lake.files(), pathIn(lake), runId);
        lock.acquire();
        return lock;
    }

    /** Whoever holds the lock of a lake, in words; empty when nobody does. */
    public static Optional<String> holder(Lake lake) {
        try {
            return read(lake.files(), pathIn(lake)).map(Owner::toString);
        } catch (IOException e) {
            return Optional.of("unreadable: " + e.getMessage());
        }
    }

    private static Path pathIn(Lake lake) {
        return new Path(lake.base(), "_hub/lock.json");
    }

    private void acquire() {
        try {
            files.mkdirs(path.getParent());
            if (!create()) {
                Optional<Owner> owner = read(files, path);
                if (owner.isPresent() && isAlive(owner.get())) {
                    throw new HubException(
                            Outcome.BUSY,
                            "lake " + path.getParent().getParent() + " is held by " + owner.get()
                                    + "; wait until that run ends and try again");
                }
                Path aside = new Path(path.getParent(), "lock." + token + ".stale");
                files.rename(path, aside);
                files.delete(aside, false);
                if (!create()) {
                    throw new HubException(
                            Outcome.BUSY,
                            "another run took lake " + path.getParent().getParent()
                                    + " just now; wait until it ends and try again");
                }
            }
        } catch (IOException e) {
            heart.shutdownNow();
            throw new HubException(
                    Outcome.USAGE,
                    "lake " + path.getParent().getParent() + " can't be written: " + e.getMessage()
                            + "; choose another with --lake",
                    e);
        } catch (HubException e) {
            heart.shutdownNow();
            throw e;
        }
        heart.scheduleAtFixedRate(this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Creates the file if nobody has; false when it is there. */
    private boolean create() throws IOException {
        if ("file".equals(files.getScheme())) {
            // Hadoop's local file system looks first and creates then; the operating system does both in one step.
            try {
                java.nio.file.Files.write(
                        java.nio.file.Path.of(path.toUri().getPath()),
                        content(),
                        java.nio.file.StandardOpenOption.CREATE_NEW);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            }
        }
        try (OutputStream out = files.create(path, false)) {
            out.write(content());
            return true;
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            return false;
        }
    }

    private byte[] content() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        return JSON.writeValueAsBytes(Map.of(
                "token", token,
                "run_id", runId,
                "host", host(),
                "pid", self.pid(),
                "process_started", processStart(self).toString(),
                "since", since.toString()));
    }

    private void beat() {
        try {
            if (isOurs()) {
                if ("file".equals(files.getScheme())) {
                    files.setTimes(path, System.currentTimeMillis(), -1);
                } else {
                    try (OutputStream out = files.create(path, true)) {
                        out.write(content());
                    }
                }
            }
        } catch (IOException e) {
            // A missed heartbeat is no fault: check() decides before each commit.
            return;
        }
    }

    private boolean isAlive(Owner owner) throws IOException {
        if (owner.host().equals(host())) {
            return ProcessHandle.of(owner.pid())
                    .filter(p -> processStart(p).equals(owner.processStarted()))
                    .isPresent();
        }
        // The store's clock judges the store's times: ours may differ.
        Path probe = new Path(path.getParent(), "clock." + token);
        files.create(probe, true).close();
        long now = files.getFileStatus(probe).getModificationTime();
        files.delete(probe, false);
        long age = now - files.getFileStatus(path).getModificationTime();
        return age < HEARTBEAT.toMillis() * MISSED_HEARTBEATS;
    }

    private boolean isOurs() throws IOException {
        return read(files, path).map(o -> o.token().equals(token)).orElse(false);
    }

    @Override
    public void check() {
        try {
            if (!isOurs()) {
                throw new HubException(
                        Outcome.BUSY,
                        "this run lost the lake to "
                                + read(files, path).map(Owner::toString).orElse("nobody (its lock file is gone)")
                                + "; what was committed stays, run again");
            }
        } catch (IOException e) {
            throw new HubException(Outcome.STORAGE, "the lock " + path + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
        try {
            if (isOurs()) {
                files.delete(path, false);
            }
        } catch (IOException e) {
            // The next run on this host sees that we are gone; one elsewhere waits three heartbeats.
            return;
        }
    }

    private static Optional<Owner> read(FileSystem files, Path path) throws IOException {
        try (InputStream in = files.open(path)) {
            JsonNode node = JSON.readTree(in.readAllBytes());
            if (node == null || !node.has("token")) {
                return Optional.empty();
            }
            return Optional.of(new Owner(
                    node.path("token").asText(),
                    node.path("run_id").asText(),
                    node.path("host").asText(),
                    node.path("pid").asLong(),
                    Instant.parse(node.path("process_started").asText()),
                    node.path("since").asText()));
        } catch (FileNotFoundException | com.fasterxml.jackson.core.JacksonException e) {
            return Optional.empty();
        }
    }

    private static Instant processStart(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static String host() throws UnknownHostException {
        return InetAddress.getLocalHost().getHostName();
    }

    private record Owner(String token, String runId, String host, long pid, Instant processStarted, String since) {
        @Override
        public String toString() {
            return "run " + runId + " (process " + pid + " on " + host + ", since " + since + ")";
        }
    }
}
