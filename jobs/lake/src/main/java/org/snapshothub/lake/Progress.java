package org.snapshothub.lake;

import java.util.function.LongSupplier;

/** How long work tells how far it is; the command line decides what people see of it. */
@FunctionalInterface
public interface Progress {

    /** Nobody watches. */
    Progress SILENT = stage -> () -> {};

    /** Watches a stage until closed. */
    Watch watch(Stage stage);

    /**
     * Work that takes a while.
     *
     * @param name what is being done: {@code reading}
     * @param total how much there is to do
     * @param done how much of it is done
     * @param beside what else has come out so far
     */
    record Stage(String name, Count total, LongSupplier done, Beside beside) {

        public static Stage of(String name, long total, String unit, LongSupplier done) {
            return new Stage(name, new Count(total, unit), done, null);
        }

        public Stage beside(String unit, LongSupplier count) {
            return new Stage(name, total, done, new Beside(unit, count));
        }
    }

    /** So many of something; {@code bytes} are shown as MB. */
    record Count(long number, String unit) {}

    /** Something counted along. */
    record Beside(String unit, LongSupplier count) {}

    /** A stage being watched. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
