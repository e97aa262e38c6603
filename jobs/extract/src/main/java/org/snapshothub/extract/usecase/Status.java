package org.snapshothub.extract.usecase;

/** How far a use of data has come, as the text tells it. */
public enum Status {
    /** Done or going on. */
    DONE,
    /** Announced: a named use that is still to come. */
    PLANNED,
    /** Only told of elsewhere: in a lecture, a case book, a visit. */
    MENTIONED;

    /** As in {@code silver.use_cases.status}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
