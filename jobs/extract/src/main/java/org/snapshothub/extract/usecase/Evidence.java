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
    private static final String SURNAMES =
            "[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용]";
    private static final Pattern NAME_BEFORE =
            Pattern.compile("(?<![가-힣])" + SURNAMES + "[가-힣]{1,3}(?= ?" + TITLES + "?[ ,:(☎]{0,3}■)");
    private static final Pattern NAME_AFTER =
            Pattern.compile("(?<=■[), ]{1,3})" + SURNAMES + "[가-힣]{1,3}(?= ?" + TITLES + "(?![가-힣]))");

    private Evidence() {}

    /** The masked phrase; it holds the title where the evidence does and the title is not longer itself. */
    public static String masked(String evidence, String title) {
        String clean = mask(Plain.nfc(evidence).replaceAll("\\s", " "), Plain.nfc(title));
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

    /** All of it masked: ■ marks the place while names beside it are looked for, outside the title. */
    private static String mask(String text, String title) {
        String marked = text.replace('■', '▪');
        marked = MAIL.matcher(marked).replaceAll("■");
        marked = RESIDENT.matcher(marked).replaceAll("■");
        marked = PHONE.matcher(marked).replaceAll("■");
        if (marked.indexOf('■') < 0) {
            return text;
        }
        marked = names(names(marked, NAME_BEFORE, title), NAME_AFTER, title);
        return marked.replace("■", MASK);
    }

    private static String names(String marked, Pattern pattern, String title) {
        int from = title.isEmpty() ? -1 : marked.indexOf(title);
        int to = from + title.length();
        return pattern.matcher(marked)
                .replaceAll(m ->
                        from >= 0 && m.start() < to && m.end() > from ? Matcher.quoteReplacement(m.group()) : MASK);
    }
}
