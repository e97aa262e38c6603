package org.snapshothub.bronze;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A listed input, not yet opened.
 *
 * @param source name of the configured source, or {@code input}
 * @param path full path or URI
 * @param sizeBytes size as listed
 * @param changeMark what the store says of its last change, with that of its sidecar where it has one
 * @param sidecar path of {@code NAME.meta.json}; null without one
 * @param day the day that its path names, where the source's path says how; else null
 */
record InputFile(String source, String path, long sizeBytes, String changeMark, String sidecar, LocalDate day)
        implements Serializable {}
