package org.snapshothub.extract.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.WarcDigest;

/** Digests as archives declare them, {@code sha1:…} and the like, in hex, base 32 or base 64. */
public final class DeclaredDigest {

    private static final Pattern PADDED_BASE_32 = Pattern.compile("^([^:]+:[A-Za-z2-7]+)=+$");

    private DeclaredDigest() {}

    /** Null when absent or not to be understood. */
    static WarcDigest read(String declared) {
        if (declared == null) {
            return null;
        }
        try {
            WarcDigest digest = new WarcDigest(PADDED_BASE_32.matcher(declared).replaceFirst("$1"));
            // It parses no sooner than it is asked.
            return digest.algorithm().isEmpty() || digest.hex().isEmpty() ? null : digest;
        } catch (RuntimeException e) {
            return null;
        }
    }

    static boolean areEqual(WarcDigest one, WarcDigest other) {
        return one.algorithm().equals(other.algorithm()) && one.hex().equals(other.hex());
    }

    /** One spelling for all of the same digest; null for null. */
    public static String plain(String declared) {
        WarcDigest digest = read(declared);
        return digest != null
                ? digest.algorithm() + ":" + digest.hex()
                : declared == null ? null : declared.toLowerCase(Locale.ROOT);
    }
}
