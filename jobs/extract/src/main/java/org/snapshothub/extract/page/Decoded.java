package org.snapshothub.extract.page;

/**
 * Content as text.
 *
 * @param text the decoded characters, as they stand (not yet normalised), without a byte order mark
 * @param charset the charset's IANA name that decoded it, e.g. {@code UTF-8}, {@code x-windows-949}
 * @param source the rung of the ladder that named it
 * @param replacements how many U+FFFD decoding put in; 0 for a strict decode
 * @param isSuspect whether the text is more likely misread bytes than anything somebody wrote, as {@link Mojibake} says
 */
public record Decoded(String text, String charset, CharsetSource source, int replacements, boolean isSuspect) {

    Decoded(String text, String charset, CharsetSource source, int replacements) {
        this(text, charset, source, replacements, false);
    }

    /** This text, looked at. */
    Decoded judged() {
        return new Decoded(text, charset, source, replacements, Mojibake.suspects(text));
    }
}
