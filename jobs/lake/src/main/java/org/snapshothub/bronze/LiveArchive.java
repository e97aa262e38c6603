package org.snapshothub.bronze;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import org.snapshothub.bronze.live.Answer;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.LiveSource;
import org.snapshothub.lake.Program;
import org.snapshothub.lake.Settings.SourceSetting;

/**
 * What was fetched, as {@code <lake>/_hub/live/<source>/<run>-<n>.warc.gz}: pulled from there like any archive.
 *
 * <p>While a run writes a file it is called {@code _<run>-<n>.part}, which no listing sees. It gets its name when the
 * run's validators are committed. A part found later is finished if its run made that commit, and else removed, since
 * then nothing in the lake says that its pages have been seen.
 */
final class LiveArchive {

    private static final long BYTES_PER_FILE = 128 << 20;
    private static final String PART = ".part";
    private static final String NAME = ".warc.gz";

    private final FileSystem files;
    private final Path folder;
    private final String runId;
    private final Map<String, Part> open = new HashMap<>();
    private final List<Path> parts = new ArrayList<>();

    LiveArchive(Lake lake, String runId) {
        this.files = lake.files();
        this.folder = folderIn(lake);
        this.runId = runId;
    }

    private static Path folderIn(Lake lake) {
        return new Path(lake.base(), "_hub/live");
    }

    /** The folders to pull from, each named like its source. */
    static List<SourceSetting> sources(Lake lake) {
        return below(lake.files(), folderIn(lake)).stream()
                .filter(FileStatus::isDirectory)
                .map(f -> new SourceSetting(f.getPath().getName(), f.getPath().toString(), "", ""))
                .toList();
    }

    /** Whether a path is that of a live source's archive. */
    static boolean holds(Lake lake, String path) {
        return path.startsWith(folderIn(lake) + "/");
    }

    /** Finishes the parts of {@code committed}, the run that committed last, and removes all others. */
    void settle(Optional<String> committed) {
        for (FileStatus source : below(files, folder)) {
            for (FileStatus file : below(files, source.getPath())) {
                String name = file.getPath().getName();
                if (name.endsWith(PART)) {
                    settle(
                            file.getPath(),
                            committed
                                    .filter(run -> name.startsWith("_" + run + "-"))
                                    .isPresent());
                }
            }
        }
    }

    private void settle(Path part, boolean isCommitted) {
        if (isCommitted) {
            finish(part);
        } else {
            delete(part);
        }
    }

    /** The archives written before {@code milliseconds} of the store's clock. */
    List<Path> olderThan(long milliseconds) {
        return below(files, folder).stream()
                .flatMap(source -> below(files, source.getPath()).stream())
                .filter(f -> f.getPath().getName().endsWith(NAME) && f.getModificationTime() < milliseconds)
                .map(FileStatus::getPath)
                .toList();
    }

    void delete(Path file) {
        try {
            files.delete(file, false);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be removed", e);
        }
    }

    /** Adds the page of an answer. Whoever adds waits for whoever does: fetching is slower than writing. */
    synchronized void add(LiveSource source, Answer answer) {
        try {
            Part part = open.get(source.name());
            if (part == null || part.bytes > BYTES_PER_FILE) {
                if (part != null) {
                    part.writer.close();
                }
                part = begin(source);
                open.put(source.name(), part);
            }
            part.add(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("what was fetched can't be written to " + folder, e);
        }
    }

    private Part begin(LiveSource source) throws IOException {
        Path path = new Path(new Path(folder, source.name()), "_" + runId + "-" + parts.size() + PART);
        Part part = new Part(
                new WarcWriter(java.nio.channels.Channels.newChannel(files.create(path, false)), WarcCompression.GZIP));
        parts.add(path);
        part.writer.write(new Warcinfo.Builder()
                .fields(Map.of(
                        "software", List.of("SnapshotHub/" + Program.VERSION),
                        "isPartOf", List.of(source.name()),
                        "description", List.of("licence: " + source.licence())))
                .build());
        return part;
    }

    /** Makes what was added durable, still under the names of parts. */
    synchronized void close() {
        try {
            for (Part part : open.values()) {
                part.writer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what was fetched can't be written to " + folder, e);
        }
    }

    /** Gives the parts of this run their names; after the commit. */
    void publish() {
        parts.forEach(this::finish);
    }

    private void finish(Path part) {
        String name = part.getName();
        Path whole = new Path(part.getParent(), name.substring(1, name.length() - PART.length()) + NAME);
        try {
            if (!files.rename(part, whole)) {
                throw new IOException("rename refused");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(part + " can't be renamed to " + whole, e);
        }
    }

    private static List<FileStatus> below(FileSystem files, Path folder) {
        try {
            return List.of(files.listStatus(folder));
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " can't be listed", e);
        }
    }

    /** A file being written. */
    private static final class Part {
        private final WarcWriter writer;
        private long bytes;

        private Part(WarcWriter writer) {
            this.writer = writer;
        }

        private void add(Answer answer) throws IOException {
            byte[] block = new byte[answer.headBytes().length + answer.body().length];
            System.arraycopy(answer.headBytes(), 0, block, 0, answer.headBytes().length);
            System.arraycopy(answer.body(), 0, block, answer.headBytes().length, answer.body().length);
            WarcResponse.Builder record = new WarcResponse.Builder(
                            answer.address().toString())
                    .date(answer.at())
                    .ipAddress(answer.peer())
                    .body(MediaType.HTTP_RESPONSE, block);
            if (answer.truncated() != null) {
                record.truncated(WarcTruncationReason.valueOf(answer.truncated().toUpperCase(java.util.Locale.ROOT)));
            }
            writer.write(record.build());
            bytes += block.length;
        }
    }
}
