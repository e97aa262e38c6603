package org.snapshothub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkThrowable;
import org.snapshothub.lake.HubException;
import org.snapshothub.lake.Outcome;

/** What an exception means for the people who run the hub: an outcome, and one line. */
record Faults(Outcome outcome, String message) {

    static Faults of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof HubException known) {
                return new Faults(known.outcome(), known.getMessage());
            }
        }
        // The cause names the full disk, where what wraps it may only say that something can't be written.
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (isDiskFull(t)) {
                return new Faults(
                        Outcome.STORAGE,
                        "the disk is full (" + firstLine(t) + "); make room and run again, nothing is lost");
            }
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof IOException || t instanceof UncheckedIOException || isUnreadableFile(t)) {
                return new Faults(
                        Outcome.STORAGE,
                        "storage failed: " + t.getClass().getSimpleName() + ": " + firstLine(t)
                                + "; what was committed stays, run again");
            }
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof OutOfMemoryError) {
                return new Faults(
                        Outcome.BUG,
                        "memory is short (" + firstLine(t) + "); give more and run again: HUB_JAVA_OPTS=-Xmx4g, or"
                                + " --driver-memory of spark-submit");
            }
        }
        return new Faults(Outcome.BUG, thrown.getClass().getName() + ": " + firstLine(thrown));
    }

    private static boolean isDiskFull(Throwable t) {
        String message = String.valueOf(t.getMessage());
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }

    private static boolean isUnreadableFile(Throwable t) {
        return t instanceof SparkThrowable spark
                && spark.getCondition() != null
                && spark.getCondition().startsWith("FAILED_READ_FILE");
    }

    private static String firstLine(Throwable t) {
        return String.valueOf(t.getMessage()).lines().findFirst().orElse("");
    }
}
