package org.snapshothub.publish.site.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.snapshothub.publish.site.ForeignText;

/** A JSON array of one object per row; decimals are numbers with all their places. */
public final class JsonFile {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonFile() {}

    public static void write(OpenTable table, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        json.writeStartArray();
        for (Object[] row : table.rows()) {
            json.writeRaw('\n');
            json.writeStartObject();
            for (int i = 0; i < row.length; i++) {
                json.writeFieldName(table.columns().get(i).name());
                cell(row[i], json);
            }
            json.writeEndObject();
        }
        json.writeRaw('\n');
        json.writeEndArray();
        json.close();
    }

    private static void cell(Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (value instanceof Integer whole) {
            json.writeNumber(whole);
        } else if (value instanceof Long whole) {
            json.writeNumber(whole);
        } else if (value instanceof Double real) {
            json.writeNumber(real);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(ForeignText.lines(value.toString()));
        }
    }
}
