package org.snapshothub.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The data files of a table: those that its newest version is made of, and those that lie in its folder.
 *
 * <p>OPTIMIZE and VACUUM cost seconds for each table whether they find something to do or not. A listing says for
 * certain when they can't: where it says they might, Delta decides.
 */
public final class DataFiles {

    private final Lake lake;
    private final Path folder;
    private final Set<Path> live = new HashSet<>();

    public DataFiles(Lake lake, Table<?> table) {
        this.lake = lake;
        this.folder = lake.path(table);
        lake.snapshot(table).dataFiles().forEach(file -> live.add(file.path()));
    }

    /** Files of the newest version. */
    public int count() {
        return live.size();
    }

    /** Whether a partition has two or more: compaction makes one of several, and looks at nothing else. */
    public boolean areScattered() {
        Set<Path> partitions = new HashSet<>();
        return !live.stream().map(Path::getParent).allMatch(partitions::add);
    }

    /** Whether a file older than this is none of the newest version; VACUUM removes no other. */
    public boolean haveLeftoversFromBefore(Instant then) {
        try {
            RemoteIterator<LocatedFileStatus> listed = lake.files().listFiles(folder, true);
            while (listed.hasNext()) {
                FileStatus file = listed.next();
                if (file.getModificationTime() < then.toEpochMilli()
                        && !isHidden(file.getPath())
                        && !live.contains(file.getPath())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " can't be listed: " + e.getMessage(), e);
        }
    }

    /** The log, and what else Delta keeps for itself. */
    private boolean isHidden(Path file) {
        for (Path at = file; at != null && !at.equals(folder); at = at.getParent()) {
            if (at.getName().startsWith("_") || at.getName().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
