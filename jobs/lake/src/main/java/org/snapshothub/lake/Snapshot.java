package org.snapshothub.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The newest version of a table: its data files, which by the Delta protocol follow from its log, found without Spark.
 *
 * <p>Read are tables that every reader of Delta can read, as all of ours are. One with deletion vectors or renamed columns
 * asks for more, and is refused: its files alone say something else.
 */
public final class Snapshot {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PLAIN_READER = 1;
    private static final int PLAIN_WRITER = 2;

    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
    /** One file, or parts that each say how many there are. */
    private static final Pattern CHECKPOINT =
            Pattern.compile("(\\d{20})\\.checkpoint(?:\\.\\d{10}\\.(\\d{10}))?\\.parquet");

    /** A table of ours has one partition column or none, so the first of a file's values is all. */
    private static final ParquetIn<CheckpointRow> CHECKPOINT_ROWS = new ParquetIn<>(
            CheckpointRow.class,
            Map.of(
                    "path", "add.path",
                    "slice", "add.partitionValues.*.value",
                    "size", "add.size",
                    "modifiedAt", "add.modificationTime",
                    "minReader", "protocol.minReaderVersion",
                    "minWriter", "protocol.minWriterVersion"));

    private final FileSystem files;
    private final Path table;
    private final Optional<String> column;
    private final Map<String, DataFile> live = new LinkedHashMap<>();
    private final NavigableMap<Long, FileStatus> commits = new TreeMap<>();
    private long checkpoint = -1;
    private long version = -1;
    private int minWriter;

    /**
     * A data file.
     *
     * @param slice value of the partition column; null where the rows have none, or the table has no such column
     */
    record DataFile(Path path, String slice, long size, long modifiedAt) {}

    /** A row of a checkpoint, which tells of a file, of the protocol, or of what is not asked for here. */
    private record CheckpointRow(
            String path, String slice, Long size, Long modifiedAt, Integer minReader, Integer minWriter) {}

    private Snapshot(FileSystem files, Path table, Optional<String> column) {
        this.files = files;
        this.table = table;
        this.column = column;
    }

    /** The newest version of the table at {@code table}, which is cut by {@code column}, or isn't. */
    static Snapshot newest(FileSystem files, Path table, Optional<String> column) {
        Snapshot snapshot = new Snapshot(files, table, column);
        try {
            snapshot.replay();
            return snapshot;
        } catch (IOException e) {
            throw new UncheckedIOException("the log of " + table + " can't be read: " + e.getMessage(), e);
        }
    }

    /** All rows, of each what {@code view} has components for; read by this JVM, in no order. */
    public <V extends Record> Stream<V> rows(Class<V> view) {
        return rows(view, slice -> true);
    }

    /** Those of the slices that are wanted; null stands for the slice of rows that have none. */
    public <V extends Record> Stream<V> rows(Class<V> view, Predicate<String> isWanted) {
        ParquetIn<V> reader = new ParquetIn<>(view, Map.of());
        return live.values().stream().filter(file -> isWanted.test(file.slice())).toList().parallelStream()
                .flatMap(file -> rows(reader, file).stream());
    }

    private <V extends Record> List<V> rows(ParquetIn<V> reader, DataFile file) {
        Map<String, String> partition = new HashMap<>();
        column.ifPresent(name -> partition.put(name, file.slice()));
        try {
            // What the log says of it saves asking the store.
            FileStatus status = new FileStatus(file.size(), false, 0, 0, file.modifiedAt(), file.path());
            return reader.read(status, partition, files.getConf());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    Collection<DataFile> dataFiles() {
        return live.values();
    }

    /** How many commits whoever reads the table opens one by one. */
    long commitsSinceCheckpoint() {
        return version - Math.max(checkpoint, 0);
    }

    /** Whether a commit that adds a file and says no more keeps all that the table asks of its writers. */
    boolean isPlain() {
        return minWriter <= PLAIN_WRITER;
    }

    private void replay() throws IOException {
        for (FileStatus part : newestCheckpoint()) {
            for (CheckpointRow row : CHECKPOINT_ROWS.read(part, Map.of(), files.getConf())) {
                if (row.path() != null) {
                    add(row.path(), row.slice(), row.size(), row.modifiedAt());
                }
                if (row.minReader() != null) {
                    protocol(row.minReader(), row.minWriter());
                }
            }
        }
        version = checkpoint;
        for (Map.Entry<Long, FileStatus> commit :
                commits.tailMap(checkpoint + 1).entrySet()) {
            if (commit.getKey() != version + 1) {
                throw new IOException("commit " + (version + 1) + " is missing");
            }
            version++;
            replay(commit.getValue().getPath());
        }
        if (version < 0) {
            throw new IOException("it has no commit");
        }
    }

    /** The files of the newest whole one; none where there is no checkpoint. Sorts the commits apart on the way. */
    private List<FileStatus> newestCheckpoint() throws IOException {
        Map<String, List<FileStatus>> checkpoints = new TreeMap<>();
        for (FileStatus file : files.listStatus(new Path(table, "_delta_log"))) {
            String name = file.getPath().getName();
            Matcher commit = COMMIT.matcher(name);
            Matcher part = CHECKPOINT.matcher(name);
            if (commit.matches()) {
                commits.put(Long.valueOf(commit.group(1)), file);
            } else if (part.matches()) {
                checkpoints
                        .computeIfAbsent(part.group(1) + "." + part.group(2), key -> new ArrayList<>())
                        .add(file);
            }
        }
        List<FileStatus> newest = List.of();
        for (List<FileStatus> parts : checkpoints.values()) {
            Matcher part = CHECKPOINT.matcher(parts.get(0).getPath().getName());
            if (part.matches() && parts.size() == (part.group(2) == null ? 1 : Integer.parseInt(part.group(2)))) {
                newest = parts;
                checkpoint = Long.parseLong(part.group(1));
            }
        }
        return newest;
    }

    private void replay(Path commit) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(files.open(commit), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode action = JSON.readTree(line);
                JsonNode add = action.get("add");
                JsonNode protocol = action.get("protocol");
                if (add != null) {
                    JsonNode slices = add.path("partitionValues");
                    String slice =
                            slices.isEmpty() ? null : slices.elements().next().asText(null);
                    add(
                            add.path("path").asText(),
                            slice,
                            add.path("size").asLong(),
                            add.path("modificationTime").asLong());
                } else if (action.has("remove")) {
                    live.remove(action.get("remove").path("path").asText());
                } else if (protocol != null) {
                    protocol(
                            protocol.path("minReaderVersion").asInt(),
                            protocol.path("minWriterVersion").asInt());
                }
            }
        }
    }

    private void add(String path, String slice, long size, long modifiedAt) {
        live.put(
                path,
                new DataFile(
                        new Path(table, new Path(URI.create(path))),
                        slice == null || slice.isEmpty() ? null : slice,
                        size,
                        modifiedAt));
    }

    private void protocol(int reader, int writer) {
        if (reader > PLAIN_READER) {
            throw new HubException(
                    Outcome.STORAGE,
                    table + " has been given features that this program doesn't read (reader version " + reader
                            + " of Delta's protocol); drop them, or make the table anew");
        }
        minWriter = writer;
    }
}
