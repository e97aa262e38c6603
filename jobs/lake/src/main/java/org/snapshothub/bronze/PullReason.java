package org.snapshothub.bronze;

import org.snapshothub.extract.record.Reason;

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

    @Override
    public String code() {
        return code;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
