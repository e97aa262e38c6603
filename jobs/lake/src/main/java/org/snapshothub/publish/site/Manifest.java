package org.snapshothub.publish.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.snapshothub.extract.record.Sha256;

/**
 * What the files of an edition were made from, as far as the next edition must know to take them over: {@code
 * manifest.json}. Like every file of an edition it follows from the rows, the settings and the program alone.
 *
 * @param frame digest of what every page shows: settings, program version, places of stations
 * @param closedThrough last day that was over; null when none was
 * @param days the tally of each day that has data
 * @param years per table given away by year, and year, what its files hold
 */
record Manifest(
        String frame,
        LocalDate closedThrough,
        NavigableMap<LocalDate, DayTally> days,
        SortedMap<String, SortedMap<Integer, Holding>> years) {

    static final String FILE = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Rows of a table in one year, and its first and last day. */
    record Holding(long rows, LocalDate first, LocalDate last) {}

    static String frame(SiteContent content) {
        StringBuilder shown = new StringBuilder(content.settings().toString());
        content.weather().stations().forEach(place -> shown.append('\n').append(place));
        return HexFormat.of().formatHex(Sha256.digest().digest(shown.toString().getBytes(StandardCharsets.UTF_8)));
    }

    boolean isProvisional(LocalDate day) {
        return closedThrough == null || day.isAfter(closedThrough);
    }

    void write(OutputStream out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("frame", frame);
        json.writeStringField("closed_through", closedThrough == null ? null : closedThrough.toString());
        json.writeObjectFieldStart("days");
        for (var day : days.entrySet()) {
            json.writeRaw('\n');
            json.writeFieldName(day.getKey().toString());
            write(day.getValue(), json);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("years");
        for (var table : years.entrySet()) {
            json.writeObjectFieldStart(table.getKey());
            for (var year : table.getValue().entrySet()) {
                Holding holding = year.getValue();
                json.writeRaw('\n');
                json.writeObjectFieldStart(year.getKey().toString());
                json.writeNumberField("rows", holding.rows());
                json.writeStringField("first", holding.first().toString());
                json.writeStringField("last", holding.last().toString());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    private static void write(DayTally day, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("readings", day.readings());
        json.writeNumberField("inferred", day.inferred());
        json.writeNumberField("conflicting", day.conflicting());
        json.writeArrayFieldStart("inferred_stations");
        for (int station : day.inferredStations()) {
            json.writeNumber(station);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("conflicting_stations");
        for (int station : day.conflictingStations()) {
            json.writeNumber(station);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("extractors");
        for (String version : day.extractorVersions()) {
            json.writeString(version);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static Manifest read(Path edition) throws IOException {
        JsonNode node = JSON.readTree(edition.resolve(FILE).toFile());
        NavigableMap<LocalDate, DayTally> days = new TreeMap<>();
        node.path("days").properties().forEach(day -> days.put(LocalDate.parse(day.getKey()), tally(day.getValue())));
        SortedMap<String, SortedMap<Integer, Holding>> years = new TreeMap<>();
        node.path("years").properties().forEach(table -> {
            SortedMap<Integer, Holding> holdings = new TreeMap<>();
            table.getValue()
                    .properties()
                    .forEach(year -> holdings.put(
                            Integer.valueOf(year.getKey()),
                            new Holding(
                                    year.getValue().path("rows").asLong(),
                                    LocalDate.parse(
                                            year.getValue().path("first").asText()),
                                    LocalDate.parse(year.getValue().path("last").asText()))));
            years.put(table.getKey(), holdings);
        });
        JsonNode closed = node.path("closed_through");
        return new Manifest(
                node.path("frame").asText(), closed.isTextual() ? LocalDate.parse(closed.asText()) : null, days, years);
    }

    private static DayTally tally(JsonNode day) {
        return new DayTally(
                day.path("readings").asLong(),
                day.path("inferred").asLong(),
                day.path("conflicting").asLong(),
                items(day.path("inferred_stations"), JsonNode::asInt),
                items(day.path("conflicting_stations"), JsonNode::asInt),
                items(day.path("extractors"), JsonNode::asText));
    }

    private static <T> SortedSet<T> items(JsonNode array, Function<JsonNode, T> item) {
        SortedSet<T> items = new TreeSet<>();
        array.forEach(node -> items.add(item.apply(node)));
        return items;
    }
}
