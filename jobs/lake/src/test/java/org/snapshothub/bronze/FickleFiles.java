package org.snapshothub.bronze;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;

/**
 * A disk on which something happens to a file: when it has been opened for the first time, for its digest, or right before
 * it is opened for the second, to be read.
 */
public final class FickleFiles extends RawLocalFileSystem {

    static final String SCHEME = "fickle";

    private static final Map<String, Planned> HAPPENINGS = new ConcurrentHashMap<>();
    private static final Map<String, Integer> OPENED = new ConcurrentHashMap<>();
    private static final Set<String> LOCKED = ConcurrentHashMap.newKeySet();

    private record Planned(boolean isBeforeReading, Happening happening) {}

    /** What happens to a file. */
    @FunctionalInterface
    interface Happening {
        void to(java.nio.file.Path file) throws IOException;
    }

    static void forget() {
        HAPPENINGS.clear();
        OPENED.clear();
        LOCKED.clear();
    }

    static void whenOpenForDigest(String name, Happening happening) {
        HAPPENINGS.put(name, new Planned(false, happening));
    }

    static void beforeReading(String name, Happening happening) {
        HAPPENINGS.put(name, new Planned(true, happening));
    }

    /** Lets nobody see what lies in folders of that name. */
    static void lock(String name) {
        LOCKED.add(name);
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        if (LOCKED.contains(path.getName())) {
            throw new AccessControlException("not yours: " + path);
        }
        return super.listStatus(path);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        Planned planned = HAPPENINGS.get(path.getName());
        int opening = planned == null ? 0 : OPENED.merge(path.getName(), 1, Integer::sum);
        if (opening == 2 && planned.isBeforeReading()) {
            planned.happening().to(pathToFile(path).toPath());
        }
        FSDataInputStream opened = super.open(path, bufferSize);
        if (opening == 1 && !planned.isBeforeReading()) {
            planned.happening().to(pathToFile(path).toPath());
        }
        return opened;
    }
}
