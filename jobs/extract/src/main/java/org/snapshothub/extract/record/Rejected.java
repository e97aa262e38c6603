package org.snapshothub.extract.record;

/**
 * One thing refused.
 *
 * @param reason stable code, see {@link Reason}
 * @param detail what was seen and what was expected, one line of at most {@link #MAX_EXCERPT} characters
 * @param excerpt the words themselves, as many at most
 * @param ordinal 0-based position of the thing among its like on the page; tells equal refusals of a page apart
 */
public record Rejected(String reason, String detail, String excerpt, int ordinal) {

    /** The contract's limit for {@code audit.rejects.excerpt}. */
    public static final int MAX_EXCERPT = 2_000;

    public Rejected {
        detail = cut(detail);
        excerpt = cut(excerpt);
    }

    private static String cut(String text) {
        if (text.length() <= MAX_EXCERPT) {
            return text;
        }
        boolean splitsAPair = Character.isHighSurrogate(text.charAt(MAX_EXCERPT - 1));
        return text.substring(0, splitsAPair ? MAX_EXCERPT - 1 : MAX_EXCERPT);
    }

    public static Rejected of(Reason reason, String detail, String excerpt, int ordinal) {
        return new Rejected(reason.code(), detail, excerpt, ordinal);
    }
}
