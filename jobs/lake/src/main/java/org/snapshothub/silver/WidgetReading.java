package org.snapshothub.silver;

import java.math.BigDecimal;
import org.snapshothub.lake.Digits;
import org.snapshothub.lake.Doc;

/** One accepted entry of a page's weather widget. */
public record WidgetReading(
        @Doc("KMA station number") int stationId,

        @Doc(value = "Sky as printed; null when none", nullable = true)
        String sky,

        @Doc(value = "Air temperature as printed", unit = "℃") @Digits(precision = 4, scale = 1)
        BigDecimal temperatureC,

        @Doc("name or order") String identifiedBy,
        @Doc("The entry as printed") String printed) {}
