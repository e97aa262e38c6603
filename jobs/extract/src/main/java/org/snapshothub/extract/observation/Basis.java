package org.snapshothub.extract.observation;

/** What a mean rests on. */
public enum Basis {
    /** At least 7 of the 8 synoptic hours: a daily mean as the KMA defines it. */
    DAILY("daily"),
    /** Whatever readings there were: a mean of snapshots, never to be called 일평균기온. */
    SNAPSHOT("snapshot");

    private final String code;

    Basis(String code) {
        this.code = code;
    }

    /** As in the gold tables. */
    public String code() {
        return code;
    }

    /** The value of a code. */
    public static Basis of(String code) {
        for (Basis value : values()) {
            if (value.code.equals(code)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no Basis has the code " + code);
    }
}
