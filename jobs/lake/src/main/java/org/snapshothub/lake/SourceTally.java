package org.snapshothub.lake;

/**
 * What a run did with one source: inputs of files and folders, pages of live sources.
 *
 * @param taken new and stored
 * @param unchanged as known before
 * @param failed refused or out of reach
 * @param left not looked at, for a later run
 */
public record SourceTally(String source, long taken, long unchanged, long failed, long left) {

    public SourceTally plus(SourceTally other) {
        return new SourceTally(
                source, taken + other.taken, unchanged + other.unchanged, failed + other.failed, left + other.left);
    }

    @Override
    public String toString() {
        return String.format(
                        java.util.Locale.ROOT,
                        "source %s: %,d taken, %,d unchanged, %,d failed",
                        source,
                        taken,
                        unchanged,
                        failed)
                + (left == 0 ? "" : String.format(java.util.Locale.ROOT, ", %,d left for a later run", left));
    }
}
