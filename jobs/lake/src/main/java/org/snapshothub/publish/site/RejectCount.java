package org.snapshothub.publish.site;

/**
 * Things refused for one reason by one job.
 *
 * @param meaning one sentence of what was seen and why it could not be taken
 * @param open those of {@code count} not yet taken by a later run
 */
public record RejectCount(String job, String reason, String meaning, long count, long open) {}
