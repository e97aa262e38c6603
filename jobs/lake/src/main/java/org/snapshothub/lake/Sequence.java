package org.snapshothub.lake;

import java.util.List;

/**
 * Numbers for commits, rising over the whole lake and over all runs: one more than the highest any table has.
 *
 * <p>Dates would not do: Delta silently passes over a version number below the last, and so over every older day.
 */
public final class Sequence {

    private long last;

    public Sequence(Lake lake, List<Table<?>> tables) {
        last = tables.stream()
                .mapToLong(t -> lake.log(t).lastNote().map(CommitNote::seq).orElse(0L))
                .max()
                .orElse(0);
    }

    public synchronized long next() {
        return ++last;
    }
}
