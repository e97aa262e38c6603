package org.snapshothub.extract.page;

/**
 * Content as text.
 *
 * @param text the decoded characters, as they stand (not yet normalised), without a byte order mark
 * @param charset the charset's IANA name that decoded it, e.g. {@code UTF-8}, {@code x-windows-949}
 * @param source the rung of the ladder that named it
 * @param replacements how many U+FFFD decoding put in; 0 for a strict decode
 */
public record Decoded(String text, String charset, CharsetSource source, int replacements) {

    /**
     * Whether it is more likely misread bytes than text, as {@link Mojibake} says. The rungs that a declaration or strict UTF-8
     * lead to let no such text through in the charsets of nearly all pages: it is not looked at again.
     */
    public boolean isSuspect() {
        boolean isUsual = charset.equals("UTF-8") || charset.equals(Labels.MS949.name());
        boolean isSeen = isUsual && source != CharsetSource.BOM && source != CharsetSource.FALLBACK;
        return !isSeen && Mojibake.suspects(text);
    }
}
