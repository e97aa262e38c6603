package org.snapshothub.extract.observation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day and hour that a page prints beside its widget.
 *
 * @param year null when the page leaves it out
 * @param month 1–12; null when no date is printed
 * @param day of the month; null when no date is printed
 * @param hour 0–24 as printed; null when none is
 */
record PrintedTime(Integer year, Integer month, Integer day, Integer hour) {

    static final PrintedTime NONE = new PrintedTime(null, null, null, null);

    /** Text before a list in which its date may stand; bounded, so that any pattern below is cheap. */
    private static final int BEFORE = 400;

    private static final int AFTER = 80;
    private static final int FARTHEST_MARK = 4_000;

    /** A masthead's words between date and widget. */
    private static final int NEAR = 40;

    /** 음력 and what may stand between it and its date. */
    private static final int LUNAR = 5;

    private static final String WEEKDAY = "(?:\\s*[(\\[]\\s*([일월화수목금토])(?:요일)?\\s*[)\\]]|\\s*([일월화수목금토])요일)?";
    private static final Pattern DATE = Pattern.compile("(?<![0-9.])(?:"
            + "((?:19|20)[0-9]{2}|'?[0-9]{2})\\s?(?:[./-]|년)\\s?([0-9]{1,2})\\s?(?:[./-]|월)\\s?([0-9]{1,2})(?:\\s?일(?![가-힣])|\\s?\\.)?"
            + "|((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?![0-9])"
            + "|([0-9]{1,2})\\s?월\\s?([0-9]{1,2})\\s?일"
            + "|([0-9]{1,2})[./]([0-9]{1,2})(?=\\s*[(\\[]\\s*[일월화수목금토])"
            + ")(?![0-9])" + WEEKDAY);
    private static final Pattern HOUR = Pattern.compile(
            "(?<![0-9:])(?:(오전|오후|새벽|아침|낮|저녁|밤|[AaPp][Mm])\\s?)?"
                    + "(?:([0-9]{1,2})\\s?시(?![가-힣&&[^0-9현기발관]])(?:\\s?([0-9]{1,2})\\s?분)?|([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?(?![0-9:])(?:\\s?([AaPp][Mm]))?)");

    /** Words that may stand between a widget and its date. */
    private static final Pattern LABELS = Pattern.compile(
            "(?:\\s|[.,:;|()\\[\\]<>/~*-]|[\\u2022\\u00B7\\u25A0-\\u25FF\\u203B]|T|[일월화수목금토](?:요일)?(?=[)\\]\\s])|오늘의?|현재|전국|지역별?|날씨|기온|기상청?|기상정보|기상실황표?|실황|"
                    + "발표|기준|관측|시각|시간|일시|업데이트|갱신|일기|단위|제공|하늘|상태|상황|지점명?|도시|온도|정보|예보|주요|국내|KST|kst)*+");

    /** Words before a date that say it is an article's or the site's, not the widget's. */
    private static final Pattern OTHER = Pattern.compile(
            "(?:입력|승인|등록|수정|송고|발행|작성|편집|게시|기사|보도|최종\\s?업데이트|(?i:updated|posted|published))[일자시각]*\\s*[.:)\\]]*\\s*$");

    private static final Pattern SENTENCE = Pattern.compile(
            "[가-힣]다[.\"”'’]|[가-힣]{2,}\\s[가-힣]{2,}\\s[가-힣]{2,}\\s[가-힣]{2,}\\s[가-힣]{2,}\\s[가-힣]{2,}\\s[가-힣]{2,}\\s[가-힣]{2,}");

    /** The date nearest before the list that is certainly its own, else one right behind it. */
    static PrintedTime around(MarkedText page, EntryList list) {
        return before(page, list)
                .or(() -> firstOf(window(page, list.end(), 1)))
                .orElseGet(() -> new PrintedTime(null, null, null, hourOnly(window(page, list.begin(), -1))));
    }

    /** The date before the list, which needs no look at what stands behind it. */
    static Optional<PrintedTime> before(MarkedText page, EntryList list) {
        return lastOf(window(page, list.begin(), -1));
    }

    /** The first date and hour of a short caption, whatever words stand beside them. */
    static PrintedTime in(String caption) {
        Matcher date = DATE.matcher(caption);
        while (date.find()) {
            Optional<PrintedTime> found = dateOf(date);
            if (found.isPresent()) {
                return found.get().at(hourIn(caption.substring(date.end()), true));
            }
        }
        return new PrintedTime(null, null, null, hourIn(caption, false));
    }

    private static Optional<PrintedTime> lastOf(String before) {
        Optional<PrintedTime> last = Optional.empty();
        Matcher date = DATE.matcher(before);
        int dates = 0;
        while (date.find()) {
            Optional<PrintedTime> found = dateOf(date);
            boolean isLunar = before.substring(Math.max(0, date.start() - LUNAR), date.start())
                    .contains("음력");
            if (found.isEmpty() || isLunar) {
                continue;
            }
            dates++;
            boolean isOthers = OTHER.matcher(before.substring(Math.max(0, date.start() - 12), date.start()))
                    .find();
            String gap = before.substring(date.end());
            last = isOthers || !belongsAcross(gap, hasWeekday(date), dates)
                    ? Optional.empty()
                    : Optional.of(found.get().at(hourNextTo(before, date)));
        }
        return last;
    }

    /** Whether a date belongs to the list behind {@code gap}: a label, or a masthead's few words, never a sentence. */
    private static boolean belongsAcross(String gap, boolean hasWeekday, int datesSoFar) {
        String words = HOUR.matcher(gap).replaceAll(" ");
        if (LABELS.matcher(words).matches()) {
            return true;
        }
        boolean isChrome = !SENTENCE.matcher(gap).find();
        return isChrome && (gap.length() <= NEAR || hasWeekday || datesSoFar == 1);
    }

    private static Optional<PrintedTime> firstOf(String behind) {
        Matcher date = DATE.matcher(behind);
        if (date.find()) {
            String words = HOUR.matcher(behind.substring(0, date.start())).replaceAll(" ");
            return LABELS.matcher(words).matches()
                    ? dateOf(date).map(found -> found.at(hourNextTo(behind, date)))
                    : Optional.empty();
        }
        Matcher hour = HOUR.matcher(behind);
        boolean isNext =
                hour.find() && LABELS.matcher(behind.substring(0, hour.start())).matches();
        return isNext ? Optional.of(new PrintedTime(null, null, null, hourOf(hour))) : Optional.empty();
    }

    private static Integer hourNextTo(String text, Matcher date) {
        Integer after = hourIn(text.substring(date.end()), true);
        if (after != null) {
            return after;
        }
        String before = text.substring(Math.max(0, date.start() - NEAR), date.start());
        Matcher hour = HOUR.matcher(before);
        Integer last = null;
        while (hour.find()) {
            last = LABELS.matcher(before.substring(hour.end())).matches() ? hourOf(hour) : null;
        }
        return last;
    }

    /** The first hour of a text; {@code onlyNext}: not if other words than labels stand before it. */
    private static Integer hourIn(String text, boolean onlyNext) {
        Matcher hour = HOUR.matcher(text);
        if (!hour.find()) {
            return null;
        }
        boolean isNext = LABELS.matcher(text.substring(0, hour.start())).matches();
        return onlyNext && !isNext ? null : hourOf(hour);
    }

    /** An hour without a date right before the list: 15시 현재. That of an article's date (입력 2026.01.17 10:00) is none. */
    private static Integer hourOnly(String before) {
        int dateEnd = 0;
        Matcher date = DATE.matcher(before);
        while (date.find()) {
            dateEnd = date.end();
        }
        Matcher hour = HOUR.matcher(before);
        Integer last = null;
        while (hour.find()) {
            boolean isOfADate = hour.start() >= dateEnd
                    && dateEnd > 0
                    && LABELS.matcher(before.substring(dateEnd, hour.start())).matches();
            boolean isOthers = OTHER.matcher(before.substring(0, hour.start())).find();
            boolean isNext = LABELS.matcher(before.substring(hour.end())).matches();
            last = !isOfADate && !isOthers && isNext ? hourOf(hour) : null;
        }
        return last;
    }

    private static Integer hourOf(Matcher hour) {
        int number = Integer.parseInt(hour.group(2) != null ? hour.group(2) : hour.group(4));
        int minute =
                Integer.parseInt(hour.group(3) != null ? hour.group(3) : hour.group(5) != null ? hour.group(5) : "0");
        String half = hour.group(1) != null ? hour.group(1) : hour.group(6);
        if (minute > 59 || number > 24 || (number == 24 && minute > 0)) {
            return null;
        }
        if (half == null) {
            return number;
        }
        if (number > 12) {
            return number;
        }
        return switch (half) {
            case "오전", "새벽", "아침", "AM", "am", "Am", "aM" -> number % 12;
            case "오후", "PM", "pm", "Pm", "pM" -> number % 12 + 12;
            case "낮" ->
                number >= 10 && number <= 12
                        ? Integer.valueOf(number)
                        : number <= 5 ? Integer.valueOf(number + 12) : null;
            case "저녁" -> number >= 5 && number <= 11 ? Integer.valueOf(number + 12) : null;
            default -> number >= 6 && number <= 12 ? Integer.valueOf(number + 12) : null;
        };
    }

    /** Empty for what looks like a date and is none, as 2026.02.30 or a weekday that is not that day's. */
    private static Optional<PrintedTime> dateOf(Matcher date) {
        int at = date.group(1) != null ? 1 : date.group(4) != null ? 4 : date.group(7) != null ? 6 : 8;
        Integer year = at == 1 || at == 4 ? Integer.valueOf(yearOf(date.group(at))) : null;
        int month = Integer.parseInt(date.group(at + 1));
        int day = Integer.parseInt(date.group(at + 2));
        try {
            LocalDate exact = LocalDate.of(year == null ? 2024 : year, month, day);
            boolean contradicts = year != null && hasWeekday(date) && exact.getDayOfWeek() != weekday(date);
            return contradicts ? Optional.empty() : Optional.of(new PrintedTime(year, month, day, null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int yearOf(String digits) {
        String bare = digits.startsWith("'") ? digits.substring(1) : digits;
        int year = Integer.parseInt(bare);
        return bare.length() == 2 ? 2000 + year : year;
    }

    private static boolean hasWeekday(Matcher date) {
        return date.group(11) != null || date.group(12) != null;
    }

    private static DayOfWeek weekday(Matcher date) {
        String letter = date.group(11) != null ? date.group(11) : date.group(12);
        return DayOfWeek.of("월화수목금토일".indexOf(letter) + 1);
    }

    private PrintedTime at(Integer printedHour) {
        return new PrintedTime(year, month, day, printedHour);
    }

    boolean hasDate() {
        return month != null;
    }

    /** Whether both say a day and these differ, or an hour of it. What one leaves open contradicts nothing. */
    boolean contradicts(PrintedTime other) {
        if (!hasDate() || !other.hasDate()) {
            return false;
        }
        boolean isOtherYear = year != null && other.year != null && !year.equals(other.year);
        boolean isOtherHour = hour != null && other.hour != null && !hour.equals(other.hour);
        return isOtherYear || !month.equals(other.month) || !day.equals(other.day) || isOtherHour;
    }

    /** As month/day and hour, for messages. */
    String shown() {
        return (year == null ? "" : year + ".") + month + "." + day + (hour == null ? "" : " " + hour + "시");
    }

    /** Whether a text holds a date. */
    static boolean standsIn(String text) {
        return DATE.matcher(text).find();
    }

    /** The text before (-1) or behind (1) a place, marks as spaces, runs of them as one. */
    private static String window(MarkedText page, int at, int step) {
        String plain = page.plain();
        int most = step < 0 ? BEFORE : AFTER;
        StringBuilder text = new StringBuilder();
        int i = step < 0 ? at - 1 : at;
        int seen = 0;
        while (i >= 0 && i < plain.length() && text.length() < most && seen++ < FARTHEST_MARK) {
            char c = plain.charAt(i);
            boolean isSpace = MarkedText.isGap(c);
            boolean isTorn = c == MarkedText.INLINE || c == MarkedText.ALT || c == MarkedText.IMAGE;
            if (!isSpace) {
                text.append(c);
            } else if (!isTorn && text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            } else if (isTorn && text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
            i += step;
        }
        return (step < 0 ? text.reverse() : text).toString();
    }
}
