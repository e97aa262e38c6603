package org.snapshothub.publish.site.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.snapshothub.publish.site.Facts;

/** All days that have data, by month, newest month first: the day picker for those without scripts. */
public record DaysPage(Frame frame, List<Month> months) implements SitePage {

    /** A month's days that have data, and how many days it has. */
    public record Month(String name, List<LocalDate> days, int length) {}

    public static DaysPage of(Frame frame, Facts facts) {
        var byMonth = new TreeMap<YearMonth, List<LocalDate>>(Collections.reverseOrder());
        facts.days().forEach(day -> byMonth.computeIfAbsent(YearMonth.from(day), m -> new ArrayList<>())
                .add(day));
        List<Month> months = new ArrayList<>();
        byMonth.forEach((month, days) -> months.add(new Month(month.toString(), days, month.lengthOfMonth())));
        return new DaysPage(frame, months);
    }
}
