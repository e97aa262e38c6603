package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.List;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.RegionMonth;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;
import org.snapshothub.gold.StationMonth;

/**
 * Temperatures and sky, as the writer asks for them. What is small is there at once; a year, and the readings of a day,
 * are read only when a file or page of theirs has to be written. Rows may come in any order, save where it says so.
 */
public interface Weather {

    /** Last day that is over in the data: those after it are shown as provisional. Null when none is known to be over. */
    LocalDate closedThrough();

    /** Where the stations of the rows stand. */
    List<StationPlace> stations();

    /** Of all days: they say which days there are. */
    List<RegionDay> regionDays();

    List<RegionMonth> regionMonths();

    List<StationMonth> stationMonths();

    Year year(int year);

    /** The readings of these days, one day after the other in the given order; a day may have none. */
    Iterable<DayReadings> readings(List<LocalDate> days);

    /** All rows of a year, of the tables that grow by day. */
    record Year(List<StationDay> stationDays, List<SigunguDay> sigunguDays, List<SkyShare> sky) {}
}
