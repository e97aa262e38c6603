package org.snapshothub.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The commits of one table, read as the Delta protocol lays them down ({@code _delta_log/<20 digits>.json}).
 *
 * <p>Read without Spark, since an hourly run with nothing new should cost file listings and not queries.
 */
public final class CommitLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    private final FileSystem files;
    private final Path log;
    private final String table;

    CommitLog(FileSystem files, Path tablePath, String table) {
        this.files = files;
        this.log = new Path(tablePath, "_delta_log");
        this.table = table;
    }

    /** The newest version; -1 when the table is not there. */
    public long version() {
        long[] versions = versions();
        return versions.length == 0 ? -1 : versions[versions.length - 1];
    }

    /** When a version was committed, as Delta counts its age; empty when the log no longer has it. */
    public Optional<Instant> committedAt(long version) {
        try {
            long time = files.getFileStatus(commit(version)).getModificationTime();
            return Optional.of(Instant.ofEpochMilli(time));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(table + ": commit " + version + " can't be read", e);
        }
    }

    /** The newest commit of ours: one that says who made it. */
    public Optional<CommitNote> lastNote() {
        long[] versions = versions();
        for (int i = versions.length - 1; i >= 0; i--) {
            Optional<CommitNote> note = note(versions[i]);
            if (note.isPresent()) {
                return note;
            }
        }
        return Optional.empty();
    }

    /**
     * The commits of ours with a sequence number above {@code seq}, oldest first; empty when the log no longer reaches
     * back that far, so that the caller must look at everything.
     */
    public Optional<List<CommitNote>> notesSince(long seq) {
        List<CommitNote> notes = new ArrayList<>();
        long[] versions = versions();
        for (int i = versions.length - 1; i >= 0; i--) {
            Optional<CommitNote> note = note(versions[i]);
            if (note.isPresent() && note.get().seq() <= seq) {
                return Optional.of(reversed(notes));
            }
            note.ifPresent(notes::add);
        }
        boolean reachesTheBeginning = versions.length == 0 || versions[0] == 0;
        return reachesTheBeginning ? Optional.of(reversed(notes)) : Optional.empty();
    }

    private static List<CommitNote> reversed(List<CommitNote> notes) {
        List<CommitNote> oldestFirst = new ArrayList<>(notes);
        java.util.Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private long[] versions() {
        try {
            return Arrays.stream(files.listStatus(log))
                    .filter(FileStatus::isFile)
                    .map(f -> f.getPath().getName())
                    .filter(n -> n.endsWith(SUFFIX) && n.length() == 20 + SUFFIX.length())
                    .mapToLong(n -> Long.parseLong(n.substring(0, 20)))
                    .sorted()
                    .toArray();
        } catch (FileNotFoundException e) {
            return new long[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a commit, one action a line, as the Delta protocol has it; for who holds the lake, since not every store
     * refuses to write over a file.
     */
    void commit(long version, List<Map<String, Object>> actions) {
        Path half = new Path(log, "." + UUID.randomUUID() + ".half");
        try {
            try (OutputStream out = files.create(half, false)) {
                for (Map<String, Object> action : actions) {
                    out.write(JSON.writeValueAsBytes(action));
                    out.write('\n');
                }
            }
            if (files.exists(commit(version)) || !files.rename(half, commit(version))) {
                throw new IOException("it can't be made, or is there already");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(table + ": commit " + commit(version) + ": " + e.getMessage(), e);
        }
    }

    private Path commit(long version) {
        return new Path(log, String.format("%020d", version) + SUFFIX);
    }

    private Optional<CommitNote> note(long version) {
        Path commit = commit(version);
        try (var lines = new BufferedReader(new InputStreamReader(files.open(commit), StandardCharsets.UTF_8))) {
            if (files.getFileStatus(commit).getLen() == 0) {
                throw new HubException(
                        Outcome.STORAGE,
                        table + ": its commit " + commit + " is empty, so the table can't be read; restore the file, or"
                                + " move the table away and run again with the inputs");
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode info = JSON.readTree(line).get("commitInfo");
                if (info != null) {
                    return CommitNote.parse(info.path("userMetadata").asText(""));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(table + ": commit " + commit + " can't be read", e);
        }
    }
}
