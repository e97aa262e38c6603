package org.snapshothub.bronze;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

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
        implements Serializable {

    /** What a store says of a file's last change, and of its sidecar's where it has one. */
    static String mark(FileStatus file, FileStatus sidecar) {
        return "mtime " + file.getModificationTime()
                + (sidecar == null ? "" : ";sidecar " + sidecar.getLen() + " mtime " + sidecar.getModificationTime());
    }

    /** Whether it is as it was listed, or gone: whoever had it open has read it whole. */
    boolean isStill(Configuration configuration) throws IOException {
        try {
            return isAsListed(configuration);
        } catch (FileNotFoundException e) {
            return true;
        }
    }

    /** Whether it is there as it was listed; one that can't be asked about may be anything. */
    boolean isSurelyStill(Configuration configuration) {
        try {
            return isAsListed(configuration);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isAsListed(Configuration configuration) throws IOException {
        FileStatus now = HadoopSource.status(path, configuration);
        FileStatus beside = sidecar == null ? null : HadoopSource.status(sidecar, configuration);
        return now.getLen() == sizeBytes && mark(now, beside).equals(changeMark);
    }
}
