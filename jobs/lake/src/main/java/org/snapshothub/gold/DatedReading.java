package org.snapshothub.gold;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.snapshothub.extract.observation.IdentifiedBy;
import org.snapshothub.extract.observation.Reading;
import org.snapshothub.lake.Digits;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.RecordCodec;

/**
 * A reading under a day that it says something of: its own, the one that its hour 0 ends, and the next, which begins
 * beside it.
 */
record DatedReading(
        @Doc("The day") String day,

        @Doc("Days from that day to the reading's own: 0, 1 or -1")
        int offset,

        @Doc("Slot") String slot,

        @Doc(value = "Hour; null when unknown", unit = "h", nullable = true)
        Integer observedHour,

        @Doc("KMA station number") int stationId,

        @Doc(value = "Sky; null when none", nullable = true) String sky,

        @Doc(value = "Air temperature", unit = "℃") @Digits(precision = 4, scale = 1)
        BigDecimal temperatureC,

        @Doc("Whether its station was inferred from the list order")
        boolean isInferred)
        implements Reading {

    static final int OWN_DAY = 0;
    static final int DAY_AFTER = 1;
    static final int DAY_BEFORE = -1;

    /** The columns of {@code silver.observations} that {@link #of} reads, in its order. */
    static final String[] COLUMNS = {
        "observed_on", "observed_hour", "slot", "station_id", "sky", "temperature_c", "identified_by"
    };

    static final RecordCodec<DatedReading> CODEC = RecordCodec.of(DatedReading.class);

    /** A row of {@link #COLUMNS} under each day it says something of. */
    static List<DatedReading> of(Row row) {
        LocalDate own = LocalDate.parse(row.get(0).toString());
        List<DatedReading> days = new ArrayList<>();
        days.add(under(own, OWN_DAY, row));
        if (!row.isNullAt(1)) {
            days.add(under(own.plusDays(1), DAY_BEFORE, row));
        }
        if (Objects.equals(row.get(1), 0)) {
            days.add(under(own.minusDays(1), DAY_AFTER, row));
        }
        return days;
    }

    private static DatedReading under(LocalDate day, int offset, Row row) {
        return new DatedReading(
                day.toString(),
                offset,
                row.getString(2),
                row.isNullAt(1) ? null : row.getInt(1),
                row.getInt(3),
                row.getString(4),
                row.getDecimal(5),
                row.getString(6).equals(IdentifiedBy.ORDER.code()));
    }
}
