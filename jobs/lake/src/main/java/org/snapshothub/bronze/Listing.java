package org.snapshothub.bronze;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.snapshothub.lake.HubException;
import org.snapshothub.lake.Outcome;
import org.snapshothub.lake.Settings.SourceSetting;
import org.snapshothub.lake.Window;

/**
 * What lies under the paths of the sources: files, folders with all they hold, globs.
 *
 * <p>Hidden files (a leading dot or underscore) and sidecars are no inputs of their own. A path met twice counts once.
 */
final class Listing {

    static final String SIDECAR = ".meta.json";

    private final Configuration configuration;
    private final Window window;
    private final Map<String, InputFile> inputs = new HashMap<>();
    private final Map<String, String> unreadable = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    private Listing(Configuration configuration, Window window) {
        this.configuration = configuration;
        this.window = window;
    }

    /**
     * Lists all sources, those with days in their paths for a window's days only; a literal path that is absent stops the
     * run before anything is written.
     */
    static Listing of(List<SourceSetting> sources, Window window, Configuration configuration) {
        Listing listing = new Listing(configuration, window);
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

    /** Folders below the sources' own that can't be listed, links to nothing, and what is no regular file, each with the reason. */
    Map<String, String> unreadable() {
        return unreadable;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Stops the run with {@code USAGE} where a literal path is absent or is none; looks no further. */
    static void check(List<SourceSetting> sources, Configuration configuration) {
        sources.forEach(source -> asking(source, () -> {
            Path path = new Path(source.path());
            FileSystem files = path.getFileSystem(configuration);
            if (!isGlob(source.path())) {
                files.getFileStatus(path);
            }
        }));
    }

    /** Lists what was refused before, if it is still there; refused again it stops no run, as a source's own path would. */
    void addAgain(String path) {
        try {
            Path place = new Path(path);
            if (isLiteral(place.getFileSystem(configuration), place)) {
                add(new SourceSetting("input", path, "", ""));
            }
        } catch (IOException | IllegalArgumentException e) {
            // No store knows it any more.
            return;
        } catch (HubException e) {
            unreadable.put(path, e.getMessage());
        }
    }

    private void add(SourceSetting source) {
        asking(source, () -> {
            Optional<DatedPath> dated = DatedPath.of(source.path());
            if (dated.isEmpty()) {
                add(source, source.path());
                return;
            }
            int before = inputs.size();
            for (String glob : dated.get().globs(window)) {
                Path path = new Path(glob);
                FileSystem files = path.getFileSystem(configuration);
                addAll(source, files, Globs.of(files, path));
            }
            if (inputs.size() == before) {
                warnings.add("nothing matches " + source.path());
            }
        });
    }

    /** Questions to the store of a source. */
    private interface Asking {
        void ask() throws IOException;
    }

    private static void asking(SourceSetting source, Asking asking) {
        try {
            asking.ask();
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

    private void add(SourceSetting source, String glob) throws IOException {
        Path path = new Path(glob);
        FileSystem files = path.getFileSystem(configuration);
        if (isLiteral(files, path)) {
            addAll(source, files, new Globs(List.of(files.getFileStatus(path)), Map.of()));
            return;
        }
        Globs matches = Globs.of(files, path);
        if (matches.found().isEmpty()) {
            if (!isGlob(glob)) {
                throw new FileNotFoundException(glob);
            }
            warnings.add("nothing matches " + glob);
            return;
        }
        addAll(source, files, matches);
    }

    private static boolean isGlob(String path) {
        return path.matches(".*[*?\\[{].*");
    }

    /** A file may be called {@code a[1].html}: what exists as it is spelt is no glob. */
    private static boolean isLiteral(FileSystem files, Path path) {
        try {
            return files.exists(path);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private void addAll(SourceSetting source, FileSystem files, Globs matches) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (FileStatus match : matches.found()) {
            if (match.isDirectory()) {
                folders.add(match.getPath());
            } else {
                boolean isListed = matches.around().containsKey(match.getPath().toString());
                add(source, isListed ? matches.around() : siblingsOf(files, match), match);
            }
        }
        // A sidecar lies in the folder of its file.
        unreadable.putAll(Folders.filesBelow(files, folders, here -> {
            Map<String, FileStatus> around = here.stream()
                    .filter(file -> file.getPath().getName().endsWith(SIDECAR))
                    .collect(Collectors.toMap(file -> file.getPath().toString(), file -> file));
            here.forEach(file -> add(source, around, file));
        }));
    }

    private static Map<String, FileStatus> siblingsOf(FileSystem files, FileStatus file) throws IOException {
        URI place = file.getPath().toUri();
        // Not Path.suffix, which takes what stands before a colon in a name for a scheme.
        Path sidecar = new Path(place.getScheme(), place.getAuthority(), place.getPath() + SIDECAR);
        return files.exists(sidecar) ? Map.of(sidecar.toString(), files.getFileStatus(sidecar)) : Map.of();
    }

    private void add(SourceSetting source, Map<String, FileStatus> around, FileStatus file) {
        String path = file.getPath().toString();
        if (path.endsWith(SIDECAR)) {
            return;
        }
        if (HadoopSource.isIrregular(file.getPath())) {
            unreadable.put(path, "it is no regular file");
            return;
        }
        LocalDate day =
                DatedPath.of(source.path()).map(dated -> dated.dayOf(path)).orElse(null);
        FileStatus sidecar = around.get(path + SIDECAR);
        inputs.putIfAbsent(
                path,
                new InputFile(
                        source.name(),
                        path,
                        file.getLen(),
                        InputFile.mark(file, sidecar),
                        sidecar == null ? null : path + SIDECAR,
                        day));
    }
}
