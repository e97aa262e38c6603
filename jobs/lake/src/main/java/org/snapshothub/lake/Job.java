package org.snapshothub.lake;

import java.util.List;

/**
 * One step of the pipeline: verb and table. The same name stands on the command line, in Airflow and in the Spark UI.
 *
 * <p>A job looks only at what is new since its own last commit, and run again after a kill it ends as if never killed.
 */
public interface Job {

    String name();

    Layer layer();

    /** One sentence: what it does, with what, to what. */
    String purpose();

    /** The tables it looks at, each written by an earlier job or by itself. */
    List<Table<?>> reads();

    List<Table<?>> writes();

    /** Looks before anything is written whether the work can be done at all; throws {@code USAGE} when not. */
    default void check(Run run) {}

    /** Does the work; bad data becomes rejects, only bugs and lost storage throw. */
    JobResult run(Run run);
}
