package org.snapshothub.silver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * One accepted entry of a page's weather widget.
 *
 * <p>A list of them is kept as one JSON text: a page's 96 entries cost a cell and not 96 structures, which only the few
 * pages that are looked into have to pay for.
 *
 * @param stationId KMA station number
 * @param sky as printed; null when none
 * @param temperatureC air temperature in ℃ as printed, one decimal
 * @param identifiedBy {@code name} or {@code order}
 * @param printed the entry as printed
 */
record WidgetReading(int stationId, String sky, BigDecimal temperatureC, String identifiedBy, String printed) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final ObjectReader READER = JSON.readerForListOf(WidgetReading.class);
    private static final ObjectWriter WRITER = JSON.writerFor(WidgetReading[].class);

    static String toJson(List<WidgetReading> readings) {
        try {
            return WRITER.writeValueAsString(readings.toArray(WidgetReading[]::new));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<WidgetReading> ofJson(String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
