package org.snapshothub.extract.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day on which a text says that something was said: 19일 밝혔다, 이달 3일 발표했다.
 *
 * <p>By itself it names no day. Beside a month that is certain, 19일 is of that month: of another one, papers say which. Only
 * of its last days a paper of the 1st to 3rd speaks without saying so, and 지난달 3일 or 작년 12월 is not when the paper came.
 */
final class ToldDate {

    private static final Pattern SAID = Pattern.compile(
            "(?<![0-9])((?:(지난달|지난해|지난|이달|오는|작년|올해|내달|([0-9]{1,2})월) )?([0-9]{1,2})일)(?: [가-힣]{1,8}){0,2}[ ]?(?:밝혔|전했|말했|발표|알렸|설명|덧붙)");
    private static final int LONGEST_OPENING = 4_000;
    private static final int LAST_DAY_OF_NO_OTHER_MONTH = 24;

    private final Matcher words;

    private ToldDate(Matcher words) {
        this.words = words;
    }

    /** The first in the opening of a body. */
    static Optional<ToldDate> in(String body) {
        Matcher matcher = SAID.matcher(body.substring(0, Math.min(body.length(), LONGEST_OPENING)));
        return matcher.find() ? Optional.of(new ToldDate(matcher)) : Optional.empty();
    }

    String text() {
        return words.group(1);
    }

    /** The day it means in a month or year that is certain; empty where it could be another. */
    Optional<Published> within(Published certain, Instant notAfter) {
        try {
            int day = Integer.parseInt(words.group(4));
            boolean namesMonth = words.group(3) != null;
            LocalDate on;
            if (namesMonth) {
                int year = Integer.parseInt(certain.text().replaceFirst("(?s)^[^0-9]*([0-9]{4}).*", "$1"));
                on = LocalDate.of(year, Integer.parseInt(words.group(3)), day);
            } else if (certain.month() == null || !isOfThisMonth(day)) {
                return Optional.empty();
            } else {
                on = YearMonth.parse(certain.month()).atDay(day);
            }
            return certain.holds(on) && PrintedDate.isPlausible(on, notAfter)
                    ? Optional.of(Published.on(on, certain.text() + ", " + text()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            // The 31st of a month of thirty days was in the month before.
            return Optional.empty();
        }
    }

    private boolean isOfThisMonth(int day) {
        String which = words.group(2);
        return which == null ? day <= LAST_DAY_OF_NO_OTHER_MONTH : which.equals("이달");
    }
}
