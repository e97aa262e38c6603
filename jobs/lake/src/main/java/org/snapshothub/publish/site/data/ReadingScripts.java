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
import org.snapshothub.publish.site.Reading;

/**
 * A day's readings with the pages they come from, as the day's page loads them when someone asks where a number is
 * from. A page stands once, and so does a word; a reading names them by their places: thousands share a few.
 */
public final class ReadingScripts {

    private static final Comparator<Reading> IN_ORDER = Comparator.comparingInt(Reading::stationId)
            .thenComparing(Reading::hour, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Reading::slot, Comparator.nullsLast(Comparator.naturalOrder()));

    private ReadingScripts() {}

    public static ScriptFile.Value day(DayReadings day) {
        return json -> {
            Places words = new Places();
            Places pages = new Places();
            json.writeStartObject();
            json.writeArrayFieldStart("readings");
            for (Reading reading : inOrder(day.readings())) {
                write(reading, words, pages, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("words");
            for (String word : words.all()) {
                json.writeString(ForeignText.line(word));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("pages");
            for (String id : pages.all()) {
                write(id, day.pages().get(id), json);
            }
            json.writeEndArray();
            json.writeEndObject();
        };
    }

    private static List<Reading> inOrder(List<Reading> readings) {
        return readings.stream().sorted(IN_ORDER).toList();
    }

    private static void write(Reading r, Places words, Places pages, JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.writeStartArray();
        json.writeNumber(r.stationId());
        if (r.hour() == null) {
            json.writeNull();
        } else {
            json.writeNumber(r.hour());
        }
        json.writeString(r.temperatureC().toPlainString());
        json.writeNumber(words.of(r.sky()));
        json.writeBoolean(r.isInferred());
        json.writeBoolean(r.isConflicting());
        json.writeNumber(r.pages());
        json.writeNumber(pages.of(r.pageId()));
        json.writeString(ForeignText.line(r.printed(), 120));
        json.writeNumber(words.of(r.extractorVersion()));
        json.writeEndArray();
    }

    /** What stands once, in the order of its first use. */
    private static final class Places {
        private final Map<String, Integer> places = new LinkedHashMap<>();

        int of(String one) {
            Integer place = places.putIfAbsent(one, places.size());
            return place == null ? places.size() - 1 : place;
        }

        Iterable<String> all() {
            return places.keySet();
        }
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
