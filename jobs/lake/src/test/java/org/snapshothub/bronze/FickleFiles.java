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

/** A disk on which something happens to a file right before it is opened for the second time: after its digest was taken. */
public final class FickleFiles extends RawLocalFileSystem {

    static final String SCHEME = "fickle";

    private static final Map<String, Happening> HAPPENINGS = new ConcurrentHashMap<>();
    private static final Map<String, Integer> OPENED = new ConcurrentHashMap<>();
    private static final Set<String> LOCKED = ConcurrentHashMap.newKeySet();

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

    static void beforeReading(String name, Happening happening) {
        HAPPENINGS.put(name, happening);
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
        Happening happening = HAPPENINGS.get(path.getName());
        if (happening != null && OPENED.merge(path.getName(), 1, Integer::sum) == 2) {
            happening.to(pathToFile(path).toPath());
        }
        return super.open(path, bufferSize);
    }
}
