package org.snapshothub.lake;

import java.util.List;

/**
 * What a job did, for the summary and for {@code audit.runs}.
 *
 * @param rowsRead rows, pages or inputs looked at
 * @param rowsWritten rows written to its tables
 * @param rejects things newly refused
 * @param passedOver inputs already known, or pages that held nothing of the kind
 * @param sources per source what became of it, for jobs that pull
 * @param notes lines for the people who read the summary: warnings, numbers that moved
 * @param outcome {@code OK}, or {@code GATE}
 */
public record JobResult(
        long rowsRead,
        long rowsWritten,
        long rejects,
        long passedOver,
        List<SourceTally> sources,
        List<String> notes,
        Outcome outcome) {

    public JobResult {
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }

    public static JobResult of(long rowsRead, long rowsWritten, long rejects, long passedOver) {
        return new JobResult(rowsRead, rowsWritten, rejects, passedOver, List.of(), List.of(), Outcome.OK);
    }

    public static JobResult nothingNew() {
        return of(0, 0, 0, 0);
    }

    public JobResult withNotes(List<String> notes) {
        return new JobResult(rowsRead, rowsWritten, rejects, passedOver, sources, notes, outcome);
    }

    public JobResult withSources(List<SourceTally> sources) {
        return new JobResult(rowsRead, rowsWritten, rejects, passedOver, sources, notes, outcome);
    }
}
