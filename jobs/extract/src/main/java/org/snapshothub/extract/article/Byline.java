package org.snapshothub.extract.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reporter's line: 홍길동 기자 hong@example.com, [전주=홍길동 기자]. */
final class Byline {

    private static final String NAME = "[가-힣]{2,4} ?(?:선임|객원|수습|인턴|시민|전문)?(?:기자|특파원|논설위원)";
    private static final String MAIL = "(?: ?[(|]?[A-Za-z0-9._%+\\-]{1,40}@[A-Za-z0-9.\\-]{1,60}[)|]?)?";
    private static final Pattern LINE =
            Pattern.compile("(?:기자명 ?)?[\\[(]?(?:[가-힣A-Za-z]{2,12} ?[=/] ?)?" + NAME + "[\\])]?" + MAIL);
    private static final Pattern WITHIN = Pattern.compile("(?<![가-힣])" + NAME + "(?![가-힣])" + MAIL);
    private static final int LONGEST = 80;

    private Byline() {}

    /** Whether the line is nothing but a byline. */
    static boolean is(String line) {
        return line.length() <= LONGEST && LINE.matcher(line).matches();
    }

    /** The first byline in the short lines of a page: 홍길동 기자. */
    static Optional<String> in(List<String> lines) {
        return lines.stream()
                .filter(line -> line.length() <= LONGEST && !line.startsWith("기자명 기자"))
                .map(WITHIN::matcher)
                .filter(Matcher::find)
                .map(m -> m.group().strip())
                .filter(found -> !found.startsWith("기자명"))
                .findFirst();
    }
}
