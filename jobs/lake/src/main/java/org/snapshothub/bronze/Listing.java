package org.snapshothub.bronze;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.snapshothub.lake.HubException;
import org.snapshothub.lake.Outcome;
import org.snapshothub.lake.Settings.SourceSetting;

/**
 * What lies under the paths of the sources: files, folders with all they hold, globs.
 *
 * <p>Hidden files (a leading dot or underscore) and sidecars are no inputs of their own. A path met twice counts once.
 */
final class Listing {

    static final String SIDECAR = ".meta.json";

    private final Configuration configuration;
    private final Map<String, InputFile> inputs = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    private Listing(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Lists all sources; a literal path that is absent stops the run before anything is written. */
    static Listing of(List<SourceSetting> sources, Configuration configuration) {
        Listing listing = new Listing(configuration);
        sources.forEach(listing::add);
        return listing;
    }

    /** The inputs, largest first, so that one big archive doesn't trail. */
    List<InputFile> inputs() {
        return inputs.values().stream()
                .sorted(Comparator.comparingLong(InputFile::sizeBytes)
                        .reversed()
                        .thenComparing(InputFile::path))
                .toList();
    }

    List<String> warnings() {
        return warnings;
    }

    private void add(SourceSetting source) {
        try {
            Path path = new Path(source.path());
            FileSystem files = path.getFileSystem(configuration);
            if (isLiteral(files, path)) {
                addAll(source.name(), files, files.getFileStatus(path));
                return;
            }
            FileStatus[] matches = files.globStatus(path);
            boolean isGlob = source.path().matches(".*[*?\\[{].*");
            if (matches == null || matches.length == 0) {
                if (!isGlob) {
                    throw new FileNotFoundException(source.path());
                }
                warnings.add("nothing matches " + source.path());
                return;
            }
            for (FileStatus match : matches) {
                addAll(source.name(), files, match);
            }
        } catch (FileNotFoundException e) {
            throw new HubException(
                    Outcome.USAGE, "input " + source.path() + " doesn't exist; check the path or give a glob", e);
        } catch (IllegalArgumentException | org.apache.hadoop.fs.UnsupportedFileSystemException e) {
            throw new HubException(
                    Outcome.USAGE, "input " + source.path() + " is no path that can be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new HubException(
                    Outcome.STORAGE, "input " + source.path() + " can't be listed: " + e.getMessage(), e);
        }
    }

    /** A file may be called {@code a[1].html}: what exists as it is spelt is no glob. */
    private static boolean isLiteral(FileSystem files, Path path) {
        try {
            return files.exists(path);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private void addAll(String source, FileSystem files, FileStatus found) throws IOException {
        if (found.isFile()) {
            add(source, files, siblingsOf(files, found), found);
            return;
        }
        Map<String, FileStatus> below = new HashMap<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(found.getPath(), true);
        while (all.hasNext()) {
            FileStatus file = all.next();
            below.put(file.getPath().toString(), file);
        }
        for (FileStatus file : below.values()) {
            if (!isHiddenBelow(found.getPath(), file.getPath())) {
                add(source, files, below, file);
            }
        }
    }

    private static Map<String, FileStatus> siblingsOf(FileSystem files, FileStatus file) throws IOException {
        Path sidecar = file.getPath().suffix(SIDECAR);
        return files.exists(sidecar) ? Map.of(sidecar.toString(), files.getFileStatus(sidecar)) : Map.of();
    }

    private static boolean isHiddenBelow(Path folder, Path file) {
        String relative = file.toString().substring(folder.toString().length());
        return Arrays.stream(relative.split("/")).anyMatch(n -> n.startsWith(".") || n.startsWith("_"));
    }

    private void add(String source, FileSystem files, Map<String, FileStatus> around, FileStatus file) {
        String path = file.getPath().toString();
        if (path.endsWith(SIDECAR)) {
            return;
        }
        FileStatus sidecar = around.get(path + SIDECAR);
        String mark = mark(file) + (sidecar == null ? "" : ";sidecar " + sidecar.getLen() + " " + mark(sidecar));
        inputs.putIfAbsent(
                path, new InputFile(source, path, file.getLen(), mark, sidecar == null ? null : path + SIDECAR));
    }

    private static String mark(FileStatus file) {
        return "mtime " + file.getModificationTime();
    }
}
