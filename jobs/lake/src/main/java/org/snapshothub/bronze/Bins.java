package org.snapshothub.bronze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * Spreads files over tasks: largest first, each to the task that has least to do. A million small files make no million
 * tasks, and one big archive doesn't trail behind all others.
 */
final class Bins {

    /** What opening a file costs, told in bytes: small files weigh at least this. */
    private static final long OPENING = 256 << 10;

    private static final long BYTES_PER_TASK = 64 << 20;
    private static final long FILES_PER_TASK = 1_000;

    private Bins() {}

    /** {@code files} in bins of about equal weight, at least as many as {@code cores} while there are files. */
    static <F> List<List<F>> of(List<F> files, ToLongFunction<F> size, int cores) {
        long bytes = files.stream().mapToLong(size).sum();
        long tasks = Math.max(cores * 2L, Math.max(bytes / BYTES_PER_TASK, files.size() / FILES_PER_TASK));
        int count = (int) Math.min(Math.max(1, tasks), Math.max(1, files.size()));
        PriorityQueue<Bin<F>> bins = new PriorityQueue<>(
                Comparator.comparingLong((Bin<F> b) -> b.weight).thenComparingInt(b -> b.number));
        for (int i = 0; i < count; i++) {
            bins.add(new Bin<>(i));
        }
        files.stream()
                .sorted(Comparator.comparingLong((F f) -> weight(f, size)).reversed())
                .forEachOrdered(file -> {
                    Bin<F> lightest = bins.remove();
                    lightest.files.add(file);
                    lightest.weight += weight(file, size);
                    bins.add(lightest);
                });
        return bins.stream()
                .sorted(Comparator.comparingLong((Bin<F> b) -> -b.weight).thenComparingInt(b -> b.number))
                .map(b -> (List<F>) b.files)
                .toList();
    }

    private static <F> long weight(F file, ToLongFunction<F> size) {
        return Math.max(OPENING, size.applyAsLong(file));
    }

    private static final class Bin<F> {
        private final int number;
        private final ArrayList<F> files = new ArrayList<>();
        private long weight;

        private Bin(int number) {
            this.number = number;
        }
    }
}
