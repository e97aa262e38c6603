package org.snapshothub.cli;

import java.time.Instant;
import java.util.Map;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Outcome;

/** One job of a run as the summary and {@code audit.runs} tell it. */
record JobLine(
        Job job, JobResult result, Outcome outcome, Instant startedAt, Instant endedAt, Map<String, Long> versions) {

    double seconds() {
        return (endedAt.toEpochMilli() - startedAt.toEpochMilli()) / 1000.0;
    }
}
