package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phone numbers, resident numbers and e-mail addresses in a text, and the names beside them, masked. */
final class PersonalData {

    private static final String MASK = "○○○";
    private static final String SEPARATOR = "[ .\\-/·]";

    /** What counts people, money or years behind four digits and four digits: 1600-1700년 is no phone. */
    private static final String NO_COUNT = "(?![0-9]| ?[년명건개원만억천여대회곳호번쪽])";

    private static final List<Pattern> NUMBERS = List.of(
            Pattern.compile(
                    "[A-Za-z0-9._%+\\-]{1,64} ?(?:@|[\\[(](?:at|@)[\\])]) ?[A-Za-z0-9\\-]{1,63}(?:\\.[A-Za-z0-9\\-]{1,63}){1,4}"),
            Pattern.compile("(?<![0-9])[0-9]{6} ?- ?[0-9][0-9*○●xX]{6}(?![0-9])"),
            Pattern.compile("(?<![0-9])[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9][0-9*○●xX]{6}(?![0-9])"),
            Pattern.compile("(?<![0-9])[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{4}(?![0-9])"),
            Pattern.compile("(?:\\+82|(?<![0-9])82-)[ )\\-.]{0,2}\\(?0?\\)?[1-9][0-9]{0,2}[ )\\-.]{0,3}[0-9]{3,4}"
                    + SEPARATOR + "{0,3}[0-9]{4}(?![0-9])"),
            Pattern.compile("(?<![0-9.\\-])(?:\\(0[0-9]{1,3}\\)" + SEPARATOR
                    + "{0,3}|0[0-9]{1,3}[ .)\\-/·]{1,3})[0-9]{3,4}" + SEPARATOR + "{1,3}[0-9]{4}(?![0-9])"),
            Pattern.compile("(?<![0-9.\\-])0(?:1[016789]|2|[3-6][0-9]|70|50[0-9])[0-9]{7,8}(?![0-9])"),
            Pattern.compile(
                    "(?<![0-9.\\-])1(?:5(?:22|33|44|66|77|88|99)|6(?:00|11|22|33|44|55|61|66|68|70|77|88|99)|8(?:00|11|22|33|44|55|66|77|88|99))[ .\\-]?[0-9]{4}"
                            + NO_COUNT),
            Pattern.compile(
                    "(?<=(?:☎|☏|전화|문의|연락처|팩스|FAX|Fax|Tel|TEL|번호)[ :.()☎]{0,3})[0-9]{3,4}[.\\-][0-9]{4}" + NO_COUNT));

    /** 063-123-4567~9 and 063-123-4567, 4568 are two numbers. */
    private static final Pattern ANOTHER_NUMBER = Pattern.compile("(?<=■)[~,/·-] ?[0-9]{1,4}(?![0-9가-힣.])");

    private static final String TITLES =
            "(?:주무관|사무관|서기관|팀장|과장|국장|계장|실장|소장|원장|센터장|연구원|연구사|지도사|박사|교수|대표|기자|담당자|담당|매니저|간사|씨)";
    private static final String NO_NAME =
            "(?!문의|전화|안내|연락|신청|예약|상담|제보|주민|민원|대표|기자|이메일|주소|팩스|담당|[가-힣]{1,3}(?:시청|군청|구청|도청|센터|본부|재단|공사|번호))";
    private static final String NAME = NO_NAME
            + "(?:(?:남궁|황보|제갈|선우|독고|사공|서문|동방) ?[가-힣]{1,3}|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용][가-힣]{1,3})";
    private static final List<Pattern> NAMES = List.of(
            Pattern.compile("(?<![가-힣])" + NAME + "(?= ?" + TITLES + "?[ ,:(☎]{0,3}■)"),
            Pattern.compile("(?<![가-힣])" + NAME + "(?=(?:[·ㆍ,/] ?|와 |과 )■)"),
            Pattern.compile("(?<=■[), ]{1,3})" + NAME + "(?= ?" + TITLES + "(?![가-힣]))"),
            Pattern.compile("(?<=■[), (]{0,3}(?:담당자?|기자|문의)[ :]{1,3})" + NAME),
            Pattern.compile("(?<![A-Za-z])[A-Z][a-z]{1,15}(?:[ \\-][A-Za-z][a-z]{1,15}){1,3}(?=[ ,:(]{0,3}■)"));

    private PersonalData() {}

    /** The text with all of it masked but what is part of the title. */
    static String masked(String text, String title) {
        // ■ marks the place while what stands beside it is looked for.
        String marked = text.replace('■', '▪');
        for (Pattern number : NUMBERS) {
            marked = marked(marked, number);
        }
        if (marked.indexOf('■') < 0) {
            return text;
        }
        marked = marked(marked, ANOTHER_NUMBER);
        for (Pattern name : NAMES) {
            marked = names(marked, name, title);
        }
        return marked.replace("■", MASK);
    }

    private static String marked(String text, Pattern pattern) {
        Matcher m = pattern.matcher(ascii(text));
        StringBuilder marked = new StringBuilder();
        int from = 0;
        while (m.find()) {
            marked.append(text, from, m.start()).append('■');
            from = m.end();
        }
        return from == 0 ? text : marked.append(text, from, text.length()).toString();
    }

    /** Of the same length, with the digits, dashes and dots of every width and make as those of ASCII. */
    private static String ascii(String text) {
        StringBuilder ascii = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char a = ascii(c);
            if (a != c) {
                ascii = ascii == null ? new StringBuilder(text) : ascii;
                ascii.setCharAt(i, a);
            }
        }
        return ascii == null ? text : ascii.toString();
    }

    private static char ascii(char c) {
        if (c >= '０' && c <= '９') {
            return (char) (c - '０' + '0');
        }
        return switch (c) {
            case '‐', '‑', '‒', '–', '—', '―', '−', '－', '﹣', 'ー' -> '-';
            case '～', '∼', '〜' -> '~';
            case '＠' -> '@';
            case '．', '。' -> '.';
            case '（' -> '(';
            case '）' -> ')';
            case '＋' -> '+';
            case '\u00A0', '\u3000' -> ' ';
            default -> c;
        };
    }

    private static String names(String marked, Pattern pattern, String title) {
        int from = title.isEmpty() ? -1 : marked.indexOf(title);
        int to = from + title.length();
        return pattern.matcher(marked)
                .replaceAll(
                        m -> from >= 0 && m.start() < to && m.end() > from ? Matcher.quoteReplacement(m.group()) : "■");
    }
}
