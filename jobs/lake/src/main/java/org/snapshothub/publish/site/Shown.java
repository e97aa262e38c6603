package org.snapshothub.publish.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers as people see them: rounded once, HALF_UP, to one place, with a real minus sign and never −0.0.
 *
 * <p>Give it exact values: what was rounded before is rounded twice.
 */
public final class Shown {

    /** What stands where there is no number. */
    public static final String NOTHING = "–";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Seoul"));

    private Shown() {}

    /** {@code 10.5}, {@code −1.0}; – for null. */
    public static String number(BigDecimal exact) {
        return exact == null ? NOTHING : plain(exact).replace('-', '−');
    }

    /** {@code +1.2}, {@code −0.3}, {@code ±0.0}; – for null. */
    public static String change(BigDecimal exact) {
        if (exact == null) {
            return NOTHING;
        }
        String number = number(exact);
        if (number.equals("0.0")) {
            return "±0.0";
        }
        return exact.signum() > 0 ? "+" + number : number;
    }

    /** A share from 0 to 1 as {@code 97.9%}; – for null. */
    public static String percent(BigDecimal share) {
        return share == null ? NOTHING : number(share.multiply(HUNDRED)) + "%";
    }

    /** {@code 2026-01-18 10:00 KST}: to the minute, on the clock of who reads. */
    public static String moment(Instant instant) {
        return MINUTES.format(instant) + " KST";
    }

    /** {@code 12,345}. */
    public static String count(long n) {
        StringBuilder digits = new StringBuilder(Long.toString(Math.abs(n)));
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, ',');
        }
        return (n < 0 ? "−" : "") + digits;
    }

    /** The same rounding for machines, with an ASCII minus: {@code -1.0}. */
    public static String plain(BigDecimal exact) {
        return exact.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
