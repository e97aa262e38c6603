package org.snapshothub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** JSON as commands print it. */
final class Json {

    private static final ObjectMapper LINE = new ObjectMapper();
    private static final ObjectMapper DOCUMENT = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    static String line(Object value) {
        return write(LINE, value);
    }

    static String document(Object value) {
        return write(DOCUMENT, value);
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
