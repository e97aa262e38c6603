package org.snapshothub.extract.page;

import java.text.Normalizer;

/**
 * Text made plain for matching: NFC, one kind of space, one separator, one minus.
 *
 * <p>After NFC every replacement is one character for one, so an offset into the plain form is an offset into the NFC
 * form, and evidence can be cut from the text as printed.
 */
public final class Plain {

    private Plain() {}

    /** The canonical composition, in which bodies are stored. */
    public static String nfc(String text) {
        return isSurelyNfc(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Letters below the combining marks and whole Hangul syllables compose with nothing: nearly every page's text. */
    private static boolean isSurelyNfc(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u0300' && (c < '\uAC00' || c > '\uD7A3')) {
                return false;
            }
        }
        return true;
    }

    /** The plain form of {@code text}: as long as {@code nfc(text)}. */
    public static String of(String text) {
        return ofNfc(nfc(text));
    }

    /** The plain form of a text that is NFC already. */
    public static String ofNfc(String text) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char p = plain(c);
            if (p != c) {
                plain = plain == null ? new StringBuilder(text) : plain;
                plain.setCharAt(i, p);
            }
        }
        return plain == null ? text : plain.toString();
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u00A0', '\u2002', '\u2003', '\u2007', '\u2009', '\u202F', '\u3000' -> ' ';
            case '\u2024', '\u318D', '\u30FB', '\u2027', '\uFF65' -> '\u00B7';
            case '\u2212', '\uFF0D', '\uFE63' -> '-';
            default -> c;
        };
    }
}
