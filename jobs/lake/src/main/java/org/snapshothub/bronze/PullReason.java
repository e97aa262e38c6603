package org.snapshothub.bronze;

import java.io.IOException;
import org.snapshothub.extract.record.Reason;
import org.snapshothub.extract.record.Rejected;

/** Why an input as a whole could not be taken. */
public enum PullReason implements Reason {
    UNREADABLE_INPUT(
            "unreadable-input",
            "The file or folder is listed but can't be opened or read; it is tried again by every run.");

    private final String code;
    private final String meaning;

    PullReason(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** That an input can't be read, and why. */
    static Rejected unreadable(IOException fault) {
        return unreadable(fault.getClass().getSimpleName() + ": " + fault.getMessage());
    }

    static Rejected unreadable(String fault) {
        return Rejected.of(UNREADABLE_INPUT, fault, "", 0);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
