package org.snapshothub.publish.site.data;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snapshothub.publish.site.DayReadings;
import org.snapshothub.publish.site.ForeignText;
import org.snapshothub.publish.site.PageReferred;
import org.snapshothub.silver.Observation;

/**
 * A day's readings with the pages they come from, as the day's page loads them when someone asks where a number is
 * from. A page stands once and is named by its place in the list: thousands of readings share a few.
 */
public final class ReadingScripts {

    private ReadingScripts() {}

    public static ScriptFile.Value day(DayReadings day) {
        return json -> {
            Map<String, Integer> places = new LinkedHashMap<>();
            json.writeStartObject();
            json.writeArrayFieldStart("readings");
            for (Observation reading : inOrder(day.readings())) {
                write(reading, places, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("pages");
            for (String id : places.keySet()) {
                write(id, day.pages().get(id), json);
            }
            json.writeEndArray();
            json.writeEndObject();
        };
    }

    private static List<Observation> inOrder(List<Observation> readings) {
        return readings.stream()
                .sorted(Comparator.comparingInt(Observation::stationId).thenComparing(Observation::slot))
                .toList();
    }

    private static void write(Observation r, Map<String, Integer> places, JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.writeStartArray();
        json.writeNumber(r.stationId());
        if (r.observedHour() == null) {
            json.writeNull();
        } else {
            json.writeNumber(r.observedHour());
        }
        json.writeString(r.temperatureC().toPlainString());
        json.writeString(ForeignText.line(r.sky()));
        json.writeString(r.identifiedBy());
        json.writeBoolean(r.isConflicting());
        json.writeNumber(r.pageCount());
        json.writeNumber(place(r.valuePageId(), places));
        json.writeNumber(place(r.firstPageId(), places));
        json.writeString(ForeignText.line(r.printed(), 120));
        json.writeString(r.extractorVersion());
        json.writeEndArray();
    }

    private static int place(String pageId, Map<String, Integer> places) {
        Integer place = places.putIfAbsent(pageId, places.size());
        return place == null ? places.size() - 1 : place;
    }

    private static void write(String id, PageReferred page, JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("id", id);
        if (page != null) {
            field("url", ForeignText.line(page.url()), json);
            field("time", time(page.fetchTime()), json);
            field("archive", ForeignText.line(page.archive()), json);
            field("offset", number(page.offset()), json);
            field("length", number(page.length()), json);
            field("charset", page.charset(), json);
            field("charsetSource", page.charsetSource(), json);
        }
        json.writeEndObject();
    }

    private static void field(String name, String value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String time(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String number(Long number) {
        return number == null ? null : number.toString();
    }
}
