package org.snapshothub.extract.observation;

/** How an entry's station is known. */
public enum IdentifiedBy {
    /** The page prints its name or number. */
    NAME("name"),
    /** The page prints neither; its place between named neighbours leaves one possibility. */
    ORDER("order");

    private final String code;

    IdentifiedBy(String code) {
        this.code = code;
    }

    /** As in {@code silver.observations.identified_by}. */
    public String code() {
        return code;
    }

    /** The value of a code. */
    public static IdentifiedBy of(String code) {
        for (IdentifiedBy value : values()) {
            if (value.code.equals(code)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no IdentifiedBy has the code " + code);
    }
}
