package org.snapshothub.bronze;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snapshothub.lake.Window;

/**
 * A source's path that says where the days are: {@code pages/{yyyy}/{MM}/{dd}/*.warc.gz}. A window of days lists only its
 * folders, and a page without a capture time belongs to the day of its path.
 */
final class DatedPath {

    /** More days than these are listed as one glob: a thousand questions cost more than one long answer. */
    private static final long MOST_DAYS = 400;

    private static final Pattern PLACE = Pattern.compile("\\{(yyyy|MM|dd)}");

    private final String path;
    private final Pattern day;

    private DatedPath(String path, Pattern day) {
        this.path = path;
        this.day = day;
    }

    /** Empty when the path names no date. */
    static Optional<DatedPath> of(String path) {
        Matcher place = PLACE.matcher(path);
        if (!place.find()) {
            return Optional.empty();
        }
        int begin = place.start();
        int end = place.end();
        while (place.find()) {
            end = place.end();
        }
        return Optional.of(new DatedPath(path, dayIn(path.substring(Math.max(0, begin - 1), end))));
    }

    /** How a file's path spells its day; null when the pattern has no whole day. */
    private static Pattern dayIn(String part) {
        if (!part.contains("{yyyy}") || !part.contains("{MM}") || !part.contains("{dd}")) {
            return null;
        }
        StringBuilder regex = new StringBuilder();
        Matcher place = PLACE.matcher(part);
        int from = 0;
        while (place.find()) {
            regex.append(literal(part.substring(from, place.start())));
            String name = place.group(1);
            boolean isAgain = regex.indexOf("<" + name + ">") >= 0;
            regex.append(isAgain ? "\\k<" + name + ">" : "(?<" + name + ">[0-9]{" + name.length() + "})");
            from = place.end();
        }
        return Pattern.compile(regex + "(?![0-9])");
    }

    private static String literal(String glob) {
        StringBuilder regex = new StringBuilder();
        for (char c : glob.toCharArray()) {
            regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
        }
        return regex.toString();
    }

    /**
     * The globs to list. A window that is closed on both sides names its days, and one more on each side: a page taken around
     * midnight may lie in the folder of the other day, or of another time zone's.
     */
    List<String> globs(Window window) {
        if (window.from().isPresent() && window.to().isPresent()) {
            LocalDate first = window.from().get().minusDays(1);
            LocalDate end = window.to().get().plusDays(1);
            if (ChronoUnit.DAYS.between(first, end) <= MOST_DAYS) {
                Set<String> globs = new LinkedHashSet<>();
                first.datesUntil(end).forEach(d -> globs.add(on(d)));
                return new ArrayList<>(globs);
            }
        }
        return List.of(path.replace("{yyyy}", "[0-9][0-9][0-9][0-9]")
                .replace("{MM}", "[0-9][0-9]")
                .replace("{dd}", "[0-9][0-9]"));
    }

    private String on(LocalDate d) {
        return path.replace("{yyyy}", String.format("%04d", d.getYear()))
                .replace("{MM}", String.format("%02d", d.getMonthValue()))
                .replace("{dd}", String.format("%02d", d.getDayOfMonth()));
    }

    /** The day that a listed file's path names; null when it names none. */
    LocalDate dayOf(String file) {
        Matcher m = day == null ? null : day.matcher(file);
        if (m == null || !m.find()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(m.group("yyyy")),
                    Integer.parseInt(m.group("MM")),
                    Integer.parseInt(m.group("dd")));
        } catch (DateTimeException e) {
            // A folder 2026/02/31 is a name like any other.
            return null;
        }
    }
}
