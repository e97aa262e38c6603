package org.snapshothub.lake;

import java.util.Locale;

/** How a run ended: the exit code, and the word in {@code audit.runs.outcome}. */
public enum Outcome {
    /** Done, also when there was nothing new. */
    OK(0, 9),
    /** A quality gate failed: what was good is committed, nothing is published. */
    GATE(3, 4),
    /** Wrong usage or configuration; nothing was written. */
    USAGE(2, 3),
    /** Another run holds the lake; nothing was written. */
    BUSY(4, 2),
    /** Storage or network failed after the stated retries, or the disk is full; safe to run again. */
    STORAGE(5, 1),
    /** A fault of this program. */
    BUG(1, 0);

    private final int exitCode;
    private final int rank;

    Outcome(int exitCode, int rank) {
        this.exitCode = exitCode;
        this.rank = rank;
    }

    public int exitCode() {
        return exitCode;
    }

    /** Of two outcomes the one that the exit code tells: 1, 5, 4, 2, 3 in this order, then 0. */
    public Outcome or(Outcome other) {
        return rank <= other.rank ? this : other;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
