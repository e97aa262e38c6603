package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.RegionMonth;
import org.snapshothub.gold.StationMonth;

/** Weather that remembers what was read of it. */
class WatchedWeather implements Weather {

    private final Weather weather;
    private final SortedSet<Integer> years = new TreeSet<>();
    private final SortedSet<LocalDate> days = new TreeSet<>();

    WatchedWeather(Weather weather) {
        this.weather = weather;
    }

    SortedSet<Integer> yearsRead() {
        return years;
    }

    SortedSet<LocalDate> daysRead() {
        return days;
    }

    @Override
    public Year year(int year) {
        years.add(year);
        return weather.year(year);
    }

    @Override
    public Iterable<DayReadings> readings(List<LocalDate> wanted) {
        days.addAll(wanted);
        return weather.readings(wanted);
    }

    @Override
    public LocalDate closedThrough() {
        return weather.closedThrough();
    }

    @Override
    public List<StationPlace> stations() {
        return weather.stations();
    }

    @Override
    public List<RegionDay> regionDays() {
        return weather.regionDays();
    }

    @Override
    public List<RegionMonth> regionMonths() {
        return weather.regionMonths();
    }

    @Override
    public List<StationMonth> stationMonths() {
        return weather.stationMonths();
    }
}
