package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.RegionMonth;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;
import org.snapshothub.publish.site.Places.Place;

/** The content as the pages ask for it: by day, by region, in a fixed order. */
public final class Facts {

    private final SiteContent content;
    private final Places places = Places.bundled();
    private final NavigableMap<LocalDate, Map<String, RegionDay>> regionDays = new TreeMap<>();
    private final NavigableMap<Integer, YearFacts> years = new TreeMap<>();
    private final Map<Integer, StationPlace> stations = new HashMap<>();
    private ReadingTally tally = new ReadingTally(new TreeMap<>());

    public Facts(SiteContent content) {
        this.content = content;
        for (RegionDay row : content.weather().regionDays()) {
            regionDays
                    .computeIfAbsent(row.observedOn(), day -> new TreeMap<>(inOrder()))
                    .put(row.regionCode(), row);
        }
        content.weather().stations().forEach(s -> stations.put(s.stationId(), s));
    }

    /** A year's rows by day; read when first asked for, and held until {@link #forget}. */
    private YearFacts year(LocalDate day) {
        return years.computeIfAbsent(
                day.getYear(), y -> new YearFacts(content.weather().year(y), inOrder()));
    }

    /** All rows of a year as they came. */
    Weather.Year rows(int year) {
        return year(LocalDate.of(year, 1, 1)).rows();
    }

    /** Lets go of a year's rows, which are too many to be held for all of history. */
    void forget(int year) {
        if (newestDay().filter(day -> day.getYear() == year).isEmpty()) {
            years.remove(year);
        }
    }

    /** Region codes in the order of the site: home, the sums, then as officials list them; unknown ones at the end. */
    public Comparator<String> inOrder() {
        String home = content.settings().home();
        return Comparator.<String, Boolean>comparing(code -> !code.equals(home)).thenComparing(officially());
    }

    /** The order that does not depend on who reads: that of the files given away. */
    private Comparator<String> officially() {
        return Comparator.<String>comparingInt(code -> places.of(code).order())
                .thenComparing(Comparator.naturalOrder());
    }

    public SiteContent content() {
        return content;
    }

    public SiteSettings settings() {
        return content.settings();
    }

    public ReadingTally tally() {
        return tally;
    }

    /** Told once the readings have gone by. */
    void tallied(ReadingTally readings) {
        tally = readings;
    }

    public Place place(String code) {
        return places.of(code);
    }

    /** Days that have at least one region row, oldest first. */
    public List<LocalDate> days() {
        return List.copyOf(regionDays.keySet());
    }

    public boolean has(LocalDate day) {
        return regionDays.containsKey(day);
    }

    /** Those of one year. */
    SortedSet<LocalDate> days(int year) {
        return regionDays.navigableKeySet().subSet(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true);
    }

    /** The region rows of one year. */
    List<RegionDay> regionDays(int year) {
        return days(year).stream()
                .flatMap(day -> regions(day).stream().sorted(Comparator.comparing(RegionDay::regionCode, officially())))
                .toList();
    }

    /** Years that have a day, oldest first. */
    List<Integer> years() {
        return regionDays.keySet().stream().map(LocalDate::getYear).distinct().toList();
    }

    public Optional<LocalDate> newestDay() {
        return regionDays.isEmpty() ? Optional.empty() : Optional.of(regionDays.lastKey());
    }

    public Optional<LocalDate> dayBefore(LocalDate day) {
        return Optional.ofNullable(regionDays.lowerKey(day));
    }

    public Optional<LocalDate> dayAfter(LocalDate day) {
        return Optional.ofNullable(regionDays.higherKey(day));
    }

    /** Rows of the day in the order of the site: home first. */
    public List<RegionDay> regions(LocalDate day) {
        Map<String, RegionDay> rows = regionDays.get(day);
        return rows == null ? List.of() : List.copyOf(rows.values());
    }

    public Optional<RegionDay> region(LocalDate day, String code) {
        return Optional.ofNullable(regionDays.getOrDefault(day, Map.of()).get(code));
    }

    /** Regions that have a row on any day, in the order of the site. */
    public List<String> regionCodes() {
        return regionDays.values().stream()
                .flatMap(rows -> rows.keySet().stream())
                .distinct()
                .sorted(inOrder())
                .toList();
    }

    /** The region's rows, oldest day first. */
    public List<RegionDay> history(String code) {
        return regionDays.values().stream()
                .map(rows -> rows.get(code))
                .filter(row -> row != null)
                .toList();
    }

    /** The 시·도 of which there is nothing that day; what an empty place means must be said. */
    public List<Place> provincesWithout(LocalDate day) {
        Map<String, RegionDay> rows = regionDays.getOrDefault(day, Map.of());
        return places.all().stream()
                .filter(place -> place.isProvince() && !rows.containsKey(place.code()))
                .toList();
    }

    public List<RegionMonth> months(String code) {
        return content.weather().regionMonths().stream()
                .filter(row -> row.regionCode().equals(code))
                .sorted(Comparator.comparing(RegionMonth::month))
                .toList();
    }

    public List<StationDay> stations(LocalDate day) {
        return year(day).stations(day);
    }

    public List<SigunguDay> sigungu(LocalDate day, String code) {
        return year(day).sigungu(day).stream()
                .filter(row -> row.regionCode().equals(code))
                .toList();
    }

    public List<SkyShare> sky(LocalDate day) {
        return year(day).sky(day);
    }

    public Optional<StationPlace> station(int id) {
        return Optional.ofNullable(stations.get(id));
    }

    /** Whether the day may still change because it is not over in the data. */
    public boolean isProvisional(LocalDate day) {
        LocalDate closed = content.weather().closedThrough();
        return closed == null || day.isAfter(closed);
    }

    /** The row of all months, or zeros where there is no case yet. */
    public CaseMonth allCases() {
        return content.useCases().total().stream()
                .filter(row -> row.month().equals("all"))
                .findFirst()
                .orElse(new CaseMonth("all", 0, 0, 0, 0));
    }
}
