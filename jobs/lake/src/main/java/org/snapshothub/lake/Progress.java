package org.snapshothub.lake;

import java.util.function.LongSupplier;

/** How long work tells how far it is; the command line decides what people see of it. */
@FunctionalInterface
public interface Progress {

    /** Nobody watches. */
    Progress SILENT = (stage, unit, total, done) -> () -> {};

    /** Watches a stage of {@code total} {@code unit}s, of which {@code done} tells how many are done, until closed. */
    Watch watch(String stage, String unit, long total, LongSupplier done);

    /** A stage being watched. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
