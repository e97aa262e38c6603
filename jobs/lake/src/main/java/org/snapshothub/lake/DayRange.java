package org.snapshothub.lake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Days that follow on each other, both ends included. */
record DayRange(LocalDate first, LocalDate last) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    static boolean isDay(String slice) {
        return DAY.matcher(slice).matches();
    }

    /** The fewest ranges that hold exactly the days among these slices, oldest first. */
    static List<DayRange> of(Collection<String> slices) {
        List<DayRange> ranges = new ArrayList<>();
        slices.stream()
                .filter(DayRange::isDay)
                .map(LocalDate::parse)
                .sorted()
                .distinct()
                .forEach(day -> {
                    DayRange before = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
                    if (before != null && before.last.plusDays(1).equals(day)) {
                        ranges.set(ranges.size() - 1, new DayRange(before.first, day));
                    } else {
                        ranges.add(new DayRange(day, day));
                    }
                });
        return ranges;
    }

    boolean isOneDay() {
        return first.equals(last);
    }
}
