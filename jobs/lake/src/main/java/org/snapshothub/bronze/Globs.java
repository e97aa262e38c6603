package org.snapshothub.bronze;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobExpander;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.Path;

/**
 * What a glob names, by Hadoop's rules but for one: names that begin with a dot or underscore must be asked for by it.
 *
 * <p>Our own walk, because {@code FileSystem.globStatus} fails over a folder in which any name holds a colon.
 *
 * @param found what matches
 * @param around all that lies beside it, by path, where folders were listed to find it
 */
record Globs(List<FileStatus> found, Map<String, FileStatus> around) {

    static Globs of(FileSystem files, Path glob) throws IOException {
        Globs globs = new Globs(new ArrayList<>(), new HashMap<>());
        URI place = files.makeQualified(glob).toUri();
        for (String expanded : GlobExpander.expand(place.getPath())) {
            globs.walk(files, new Path(place.getScheme(), place.getAuthority(), "/"), expanded.split("/+"));
        }
        return globs;
    }

    private void walk(FileSystem files, Path root, String[] names) throws IOException {
        List<Path> level = List.of(root);
        for (int i = 1; i < names.length; i++) {
            boolean isLast = i == names.length - 1;
            GlobFilter filter = new GlobFilter(names[i]);
            List<Path> next = new ArrayList<>();
            for (Path folder : level) {
                if (!filter.hasPattern()) {
                    next.add(child(folder, names[i].replaceAll("\\\\(.)", "$1")));
                    continue;
                }
                for (FileStatus entry : entries(files, folder)) {
                    boolean isMeant = filter.accept(entry.getPath()) && isAskedFor(entry.getPath(), names[i]);
                    if (isLast) {
                        around.put(entry.getPath().toString(), entry);
                    }
                    if (isMeant && isLast) {
                        found.add(entry);
                    } else if (isMeant && entry.isDirectory()) {
                        next.add(entry.getPath());
                    }
                }
            }
            level = next;
        }
        for (Path literal : level) {
            try {
                found.add(files.getFileStatus(literal));
            } catch (FileNotFoundException e) {
                // One of several that the glob might have meant.
                continue;
            }
        }
    }

    /** A path below a folder, whatever is in its name. */
    private static Path child(Path folder, String name) {
        URI above = folder.toUri();
        return new Path(above.getScheme(), above.getAuthority(), above.getPath() + (folder.isRoot() ? "" : "/") + name);
    }

    private static List<FileStatus> entries(FileSystem files, Path folder) throws IOException {
        try {
            FileStatus[] entries = files.listStatus(folder);
            // Asked for what it holds, a file answers with itself.
            return entries.length == 1 && entries[0].getPath().equals(folder) ? List.of() : List.of(entries);
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private static boolean isAskedFor(Path path, String pattern) {
        return !Folders.isHidden(path) || pattern.charAt(0) == path.getName().charAt(0);
    }
}
