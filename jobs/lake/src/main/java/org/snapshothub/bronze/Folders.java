package org.snapshothub.bronze;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** What lies in folders and all folders below: listed level by level, several folders at a time. */
final class Folders {

    /** A store answers many questions at once, and each answer is mostly waiting. */
    private static final int AT_A_TIME = 16;

    private Folders() {}

    /** All files below {@code folders} but hidden ones and those in hidden folders. */
    static List<FileStatus> filesBelow(FileSystem files, List<Path> folders) throws IOException {
        List<FileStatus> found = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, task -> {
            Thread thread = new Thread(task, "listing");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Path> level = folders;
            while (!level.isEmpty()) {
                List<Path> next = new ArrayList<>();
                for (List<FileStatus> folder : listed(files, level, threads)) {
                    for (FileStatus entry : folder) {
                        if (isHidden(entry.getPath())) {
                            continue;
                        }
                        if (entry.isDirectory()) {
                            next.add(entry.getPath());
                        } else {
                            found.add(entry);
                        }
                    }
                }
                level = next;
            }
        } finally {
            threads.shutdownNow();
        }
        return found;
    }

    private static List<List<FileStatus>> listed(FileSystem files, List<Path> folders, ExecutorService threads)
            throws IOException {
        List<Callable<List<FileStatus>>> questions = new ArrayList<>();
        folders.forEach(folder -> questions.add(() -> entries(files, folder)));
        List<List<FileStatus>> answers = new ArrayList<>();
        try {
            for (Future<List<FileStatus>> answer : threads.invokeAll(questions)) {
                answers.add(answer.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while listing", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
        return answers;
    }

    private static List<FileStatus> entries(FileSystem files, Path folder) throws IOException {
        List<FileStatus> entries = new ArrayList<>();
        RemoteIterator<FileStatus> all = files.listStatusIterator(folder);
        while (all.hasNext()) {
            entries.add(all.next());
        }
        return entries;
    }

    private static boolean isHidden(Path path) {
        return path.getName().startsWith(".") || path.getName().startsWith("_");
    }
}
