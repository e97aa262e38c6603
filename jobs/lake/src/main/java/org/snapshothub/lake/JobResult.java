package org.snapshothub.lake;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a job did, for the summary and for {@code audit.runs}.
 *
 * @param rowsRead rows, pages or inputs looked at
 * @param rowsWritten rows written to its tables
 * @param rejects things newly refused
 * @param passedOver inputs already known, or pages that held nothing of the kind
 * @param doubts readings of the days looked at that a plausibility rule doubts, by rule; empty for jobs that judge none
 * @param sources per source what became of it, for jobs that pull
 * @param notes lines for the people who read the summary: warnings, numbers that moved
 * @param outcome {@code OK}, or {@code GATE}
 */
public record JobResult(
        long rowsRead,
        long rowsWritten,
        long rejects,
        long passedOver,
        SortedMap<String, Long> doubts,
        List<SourceTally> sources,
        List<String> notes,
        Outcome outcome) {

    public JobResult {
        doubts = Collections.unmodifiableSortedMap(new TreeMap<>(doubts));
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }

    public static JobResult of(long rowsRead, long rowsWritten, long rejects, long passedOver) {
        return new JobResult(
                rowsRead, rowsWritten, rejects, passedOver, new TreeMap<>(), List.of(), List.of(), Outcome.OK);
    }

    public static JobResult nothingNew() {
        return of(0, 0, 0, 0);
    }

    public JobResult withNotes(List<String> notes) {
        return new JobResult(rowsRead, rowsWritten, rejects, passedOver, doubts, sources, notes, outcome);
    }

    public JobResult withDoubts(SortedMap<String, Long> doubts) {
        return new JobResult(rowsRead, rowsWritten, rejects, passedOver, doubts, sources, notes, outcome);
    }

    public JobResult withSources(List<SourceTally> sources) {
        return new JobResult(rowsRead, rowsWritten, rejects, passedOver, doubts, sources, notes, outcome);
    }

    public JobResult with(Outcome outcome) {
        return new JobResult(rowsRead, rowsWritten, rejects, passedOver, doubts, sources, notes, outcome);
    }
}
