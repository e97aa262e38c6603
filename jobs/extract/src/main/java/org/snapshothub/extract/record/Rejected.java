package org.snapshothub.extract.record;

/**
 * One thing refused.
 *
 * @param reason stable code, see {@link Reason}
 * @param detail what was seen and what was expected, one line
 * @param excerpt the words themselves, at most {@link #MAX_EXCERPT} characters
 * @param ordinal 0-based position of the thing among its like on the page; tells equal refusals of a page apart
 */
public record Rejected(String reason, String detail, String excerpt, int ordinal) {

    /** The contract's limit for {@code audit.rejects.excerpt}. */
    public static final int MAX_EXCERPT = 2_000;

    public Rejected {
        if (excerpt.length() > MAX_EXCERPT) {
            boolean splitsAPair = Character.isHighSurrogate(excerpt.charAt(MAX_EXCERPT - 1));
            excerpt = excerpt.substring(0, splitsAPair ? MAX_EXCERPT - 1 : MAX_EXCERPT);
        }
    }

    public static Rejected of(Reason reason, String detail, String excerpt, int ordinal) {
        return new Rejected(reason.code(), detail, excerpt, ordinal);
    }
}
