package org.snapshothub.extract.record;

/**
 * A stable reason for refusing something: the words by which rejects are counted, re-driven and explained.
 *
 * <p>Each subject has its own enum of reasons; a code, once published, never changes its meaning.
 */
public interface Reason {

    /** The stable code as it stands in {@code audit.rejects.reason}: lower case, words joined by hyphens. */
    String code();

    /** One sentence for the report and the runbook: what was seen and why it could not be taken. */
    String meaning();
}
