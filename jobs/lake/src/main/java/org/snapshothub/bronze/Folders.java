package org.snapshothub.bronze;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.security.AccessControlException;

/** What lies in folders and all folders below: listed level by level, several folders at a time. */
final class Folders {

    /** A store answers many questions at once, and each answer is mostly waiting. */
    private static final int AT_A_TIME = 16;

    /** Folders whose answers are held together. */
    private static final int AT_ONCE = 8 * AT_A_TIME;

    private Folders() {}

    /** Takes the files folder by folder: all of a million at once would fill the memory. */
    @FunctionalInterface
    interface Taker {
        void take(List<FileStatus> files);
    }

    /** A folder to list, and on a local disk the real paths of all folders on the way to it. */
    private record Place(Path path, Set<java.nio.file.Path> way) {}

    /**
     * Gives {@code taker} all files below {@code folders} but hidden ones and those in hidden folders. A link that leads back
     * into a folder it lies in is not followed. Answers, by path and with the reason, the links that lead to nothing, and the
     * folders further down that can't be listed, which cost what is in them.
     */
    static Map<String, String> filesBelow(FileSystem files, List<Path> folders, Taker taker) throws IOException {
        Map<String, String> unreadable = new TreeMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, task -> {
            Thread thread = new Thread(task, "listing");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Place> level = new ArrayList<>();
            for (Path folder : folders) {
                below(folder, Set.of()).ifPresent(level::add);
            }
            boolean isFirst = true;
            while (!level.isEmpty()) {
                List<Place> next = new ArrayList<>();
                for (int from = 0; from < level.size(); from += AT_ONCE) {
                    List<Place> some = level.subList(from, Math.min(level.size(), from + AT_ONCE));
                    next.addAll(next(files, some, isFirst, taker, unreadable, threads));
                }
                level = next;
                isFirst = false;
            }
        } finally {
            threads.shutdownNow();
        }
        return unreadable;
    }

    private static List<Place> next(
            FileSystem files,
            List<Place> level,
            boolean isFirst,
            Taker taker,
            Map<String, String> unreadable,
            ExecutorService threads)
            throws IOException {
        List<Callable<List<FileStatus>>> questions = new ArrayList<>();
        level.forEach(folder -> questions.add(() -> entries(files, folder.path())));
        List<Place> next = new ArrayList<>();
        try {
            List<Future<List<FileStatus>>> answers = threads.invokeAll(questions);
            for (int i = 0; i < level.size(); i++) {
                Place folder = level.get(i);
                List<FileStatus> here = new ArrayList<>();
                try {
                    List<FileStatus> entries = answers.get(i).get();
                    linksToNothing(folder.path(), entries)
                            .forEach(link -> unreadable.put(link.toString(), "the link leads to nothing"));
                    for (FileStatus entry : entries) {
                        if (isHidden(entry.getPath())) {
                            continue;
                        }
                        if (entry.isDirectory()) {
                            below(entry.getPath(), folder.way()).ifPresent(next::add);
                        } else {
                            here.add(entry);
                        }
                    }
                } catch (ExecutionException e) {
                    if (isFirst || !isRefusal(e.getCause())) {
                        throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
                    }
                    unreadable.put(folder.path().toString(), e.getCause().getMessage());
                }
                taker.take(here);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while listing", e);
        }
        return next;
    }

    /** The store works, and doesn't let us; or the folder is gone since its own was listed. */
    private static boolean isRefusal(Throwable fault) {
        return fault instanceof AccessControlException
                || fault instanceof AccessDeniedException
                || fault instanceof FileNotFoundException;
    }

    private static Optional<Place> below(Path folder, Set<java.nio.file.Path> way) {
        if (!"file".equals(folder.toUri().getScheme())) {
            return Optional.of(new Place(folder, way));
        }
        try {
            Set<java.nio.file.Path> longer = new HashSet<>(way);
            boolean isNew =
                    longer.add(java.nio.file.Path.of(folder.toUri().getPath()).toRealPath());
            return isNew ? Optional.of(new Place(folder, longer)) : Optional.empty();
        } catch (IOException e) {
            // Listing it will say what is wrong with it.
            return Optional.of(new Place(folder, way));
        }
    }

    private static List<FileStatus> entries(FileSystem files, Path folder) throws IOException {
        List<FileStatus> entries = new ArrayList<>();
        RemoteIterator<FileStatus> all = files.listStatusIterator(folder);
        while (all.hasNext()) {
            entries.add(all.next());
        }
        return entries;
    }

    /** Hadoop leaves them out of a local folder's listing without a word. */
    private static List<Path> linksToNothing(Path folder, List<FileStatus> entries) {
        String[] names = "file".equals(folder.toUri().getScheme())
                ? new File(folder.toUri().getPath()).list()
                : null;
        if (names == null || names.length == entries.size()) {
            return List.of();
        }
        Set<String> listed =
                entries.stream().map(entry -> entry.getPath().getName()).collect(Collectors.toSet());
        return Stream.of(names)
                .filter(name -> !listed.contains(name)
                        && Files.isSymbolicLink(
                                java.nio.file.Path.of(folder.toUri().getPath(), name)))
                .map(name -> new Path(
                        folder.toUri().getScheme(), null, folder.toUri().getPath() + "/" + name))
                .filter(link -> !isHidden(link))
                .toList();
    }

    static boolean isHidden(Path path) {
        return path.getName().startsWith(".") || path.getName().startsWith("_");
    }
}
