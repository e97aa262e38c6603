package org.snapshothub.publish.site.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.Shown;
import org.snapshothub.publish.site.chart.TemperatureBand;

/**
 * All days by month, newest month first, as a calendar in the colours of the home region's means: the day picker for
 * those without scripts. A day without data stays in its place and leads nowhere.
 */
public record DaysPage(Frame frame, List<Month> months, List<TemperatureBand> legend) implements SitePage {

    /** A month's days, and how many of them have data. */
    public record Month(String name, List<Day> days, long n) {}

    /**
     * A day of a month.
     *
     * @param column of its week, from Sunday
     * @param band the colour of its mean; empty where home has none
     * @param words the day, and what its colour says
     */
    public record Day(LocalDate date, boolean hasData, int column, String band, String words) {}

    public static DaysPage of(Frame frame, Facts facts) {
        TreeSet<YearMonth> months = new TreeSet<>(Collections.reverseOrder());
        facts.days().forEach(day -> months.add(YearMonth.from(day)));
        return new DaysPage(
                frame,
                months.stream()
                        .map(month -> month(month, facts, frame.language()))
                        .toList(),
                TemperatureBand.spanning(facts.history(facts.settings().home()).stream()
                        .map(RegionDay::meanC)
                        .toList()));
    }

    private static Month month(YearMonth month, Facts facts, Language language) {
        List<Day> days = IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .map(date -> day(date, facts, language))
                .toList();
        return new Month(
                month.toString(), days, days.stream().filter(Day::hasData).count());
    }

    private static Day day(LocalDate date, Facts facts, Language language) {
        Optional<RegionDay> home = facts.region(date, facts.settings().home());
        return new Day(
                date,
                facts.has(date),
                date.getDayOfWeek().getValue() % 7 + 1,
                home.map(row -> TemperatureBand.of(row.meanC()).css()).orElse(""),
                date
                        + home.map(row -> " " + Shown.number(row.meanC()) + "℃, n=" + row.stationCount() + "/"
                                        + row.stationExpected()
                                        + Flags.of(row, facts).words(language))
                                .orElse(""));
    }
}
