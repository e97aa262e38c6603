package org.snapshothub.publish.site.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Data as a classic script that registers itself: {@code hub.put("cases/0", …);}. Browsers block fetch and modules on
 * {@code file:}, a script tag they allow.
 */
public final class ScriptFile {

    private static final JsonFactory JSON = new JsonFactory();

    private ScriptFile() {}

    /** Writes one JSON value. */
    public interface Value {
        void to(JsonGenerator json) throws IOException;
    }

    /** Every foreign string in the value must have gone through ForeignText: half a surrogate pair has no UTF-8. */
    public static void write(String name, Value value, OutputStream out) throws IOException {
        out.write(("hub.put(\"" + name + "\", ").getBytes(StandardCharsets.UTF_8));
        JsonGenerator json = JSON.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        value.to(json);
        json.close();
        out.write(");\n".getBytes(StandardCharsets.UTF_8));
    }
}
