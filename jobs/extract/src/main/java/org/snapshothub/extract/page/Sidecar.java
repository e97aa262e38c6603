package org.snapshothub.extract.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * What {@code NAME.meta.json} says of the file NAME beside it; null where it is silent.
 *
 * <p>A sidecar that cannot be understood makes its page a reject: taken without it, the page would enter the lake under
 * another identity and a second time once the sidecar is mended.
 *
 * @param url where the page was captured
 * @param fetchTime when
 * @param status the HTTP status
 * @param contentType from {@code http_headers}
 */
record Sidecar(String url, Instant fetchTime, Integer status, String contentType) {

    static final Sidecar NONE = new Sidecar(null, null, null, null);

    private static final ObjectMapper JSON = new ObjectMapper();

    static Sidecar read(Source source) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open(0)) {
            bytes = in.readNBytes(Limits.HEAD + 1);
        }
        if (bytes.length > Limits.HEAD) {
            throw bad("is larger than " + Limits.HEAD + " bytes");
        }
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (IOException e) {
            throw bad("is no JSON");
        }
        if (root == null || !root.isObject()) {
            throw bad("is no JSON object");
        }
        return new Sidecar(text(root, "url"), time(root), status(root), contentType(root));
    }

    private static Damaged bad(String what) {
        return new Damaged(PageReason.BAD_SIDECAR, "the sidecar " + what);
    }

    private static String text(JsonNode root, String name) throws Damaged {
        JsonNode node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw bad("has a " + name + " that is no text: " + node);
        }
        return node.textValue().strip();
    }

    private static Instant time(JsonNode root) throws Damaged {
        String time = text(root, "fetch_time");
        try {
            Instant instant = time == null ? null : OffsetDateTime.parse(time).toInstant();
            if (instant == null || RecordHead.isWithinReason(instant)) {
                return instant;
            }
            throw bad("has a fetch_time when there was no page to capture: \"" + time + "\"");
        } catch (DateTimeException e) {
            throw bad("has a fetch_time that is no ISO-8601 instant: \"" + time + "\"");
        }
    }

    private static Integer status(JsonNode root) throws Damaged {
        JsonNode node = root.path("http_status");
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.canConvertToInt() || !node.isIntegralNumber()) {
            throw bad("has an http_status that is no number: " + node);
        }
        return node.intValue();
    }

    private static String contentType(JsonNode root) throws Damaged {
        JsonNode headers = root.path("http_headers");
        if (headers.isMissingNode() || headers.isNull()) {
            return null;
        }
        if (!headers.isObject()) {
            throw bad("has http_headers that are no object");
        }
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            if (header.getKey().equalsIgnoreCase("content-type")) {
                JsonNode value = header.getValue();
                return value.isArray() ? value.path(0).asText(null) : value.asText(null);
            }
        }
        return null;
    }
}
