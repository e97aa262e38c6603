package org.snapshothub.extract.usecase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snapshothub.extract.page.Plain;

/**
 * The form in which evidence leaves silver: a phrase of at most {@value #LONGEST} code points around the title, with
 * phone numbers, resident numbers, e-mail addresses and the names beside them masked.
 */
public final class Evidence {

    public static final int LONGEST = 200;

    private static final String MASK = "○○○";
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9._%+\\-]{1,64}@[A-Za-z0-9\\-]{1,63}(?:\\.[A-Za-z0-9\\-]{1,63}){1,4}");
    private static final Pattern RESIDENT = Pattern.compile("(?<![0-9])[0-9]{6} ?[-–] ?[1-8][0-9*]{6}(?![0-9])");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![0-9\\-])(?:\\+82[ \\-]?[0-9]{1,2}|\\(?0[0-9]{1,2}\\)?)[ .)\\-~]{0,2}[0-9]{3,4}[ .\\-][0-9]{4}(?![0-9])|(?<![0-9\\-])01[016789][0-9]{7,8}(?![0-9])|(?<![0-9\\-])1[568][0-9]{2}-[0-9]{4}(?![0-9])");
    private static final String TITLES = "(?:주무관|사무관|서기관|팀장|과장|국장|계장|실장|소장|원장|센터장|연구원|박사|교수|대표|기자|담당자|담당|씨)";
    private static final Pattern NAME_BEFORE =
            Pattern.compile("(?<![가-힣])[가-힣]{2,4}(?= ?" + TITLES + "?[ ,:(☎]{0,3}■)");
    private static final Pattern NAME_AFTER =
            Pattern.compile("(?<=■[), ]{1,3})[가-힣]{2,4}(?= ?" + TITLES + "(?![가-힣]))");

    private Evidence() {}

    /** The masked phrase; it holds the title where the evidence does and the title is not longer itself. */
    public static String masked(String evidence, String title) {
        String clean = mask(Plain.nfc(evidence).replaceAll("\\s", " "));
        int at = Math.max(0, clean.indexOf(mask(Plain.nfc(title))));
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

    /** All of it masked: ■ marks the place while names beside are looked for. */
    private static String mask(String text) {
        String marked = text.replace('■', '▪');
        marked = MAIL.matcher(marked).replaceAll("■");
        marked = RESIDENT.matcher(marked).replaceAll("■");
        marked = PHONE.matcher(marked).replaceAll("■");
        if (marked.indexOf('■') < 0) {
            return text;
        }
        marked = NAME_BEFORE.matcher(marked).replaceAll(Matcher.quoteReplacement(MASK));
        marked = NAME_AFTER.matcher(marked).replaceAll(Matcher.quoteReplacement(MASK));
        return marked.replace("■", MASK);
    }
}
