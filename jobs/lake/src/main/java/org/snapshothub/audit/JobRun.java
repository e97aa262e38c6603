package org.snapshothub.audit;

import java.time.Instant;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per job run. */
public record JobRun(
        @Doc("The run") String runId,
        @Doc("The job") String job,
        @Doc("Start") Instant startedAt,
        @Doc("End") Instant endedAt,
        @Doc("ok, gate, usage, busy, storage or bug") String outcome,
        @Doc("Rows (or inputs) looked at") long rowsRead,
        @Doc("Rows written") long rowsWritten,
        @Doc("Things newly refused") long rejects,

        @Doc("Inputs or pages that held nothing of the kind, or were known")
        long passedOver,

        @Doc("JSON object: table name to version after the job")
        String tableVersions,

        @Doc("Version of this program") String version,
        @Doc("Command line of the run") String arguments,
        @Doc(value = "Wall time of the job", unit = "s") double seconds) {

    public static final Table<JobRun> TABLE =
            Table.of("audit.runs", JobRun.class, "One row per job run.").key("run_id", "job");
}
