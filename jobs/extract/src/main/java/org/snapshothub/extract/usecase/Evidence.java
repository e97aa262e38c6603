package org.snapshothub.extract.usecase;

import org.snapshothub.extract.page.Plain;

/** The form in which evidence leaves silver: a masked phrase of at most {@value #LONGEST} code points around the title. */
public final class Evidence {

    public static final int LONGEST = 200;

    private Evidence() {}

    /** The masked phrase; it holds the title where the evidence does and the title is not longer itself. */
    public static String masked(String evidence, String title) {
        String clean = PersonalData.masked(Plain.nfc(evidence).replaceAll("\\s", " "), Plain.nfc(title));
        int at = Math.max(0, clean.indexOf(Plain.nfc(title)));
        int points = clean.codePointCount(0, clean.length());
        if (points <= LONGEST) {
            return clean;
        }
        int titleFrom = clean.codePointCount(0, at);
        int titleLength = Math.min(LONGEST - 2, title.codePointCount(0, title.length()));
        int from = Math.max(0, titleFrom - (LONGEST - titleLength) / 2);
        from = Math.min(from, points - (LONGEST - 1));
        boolean cutBefore = from > 0;
        int length = LONGEST - (cutBefore ? 1 : 0);
        boolean cutAfter = from + length < points;
        length -= cutAfter ? 1 : 0;
        int begin = clean.offsetByCodePoints(0, from);
        int end = clean.offsetByCodePoints(begin, Math.min(length, points - from));
        return (cutBefore ? "…" : "") + clean.substring(begin, end) + (cutAfter ? "…" : "");
    }
}
