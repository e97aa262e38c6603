package org.snapshothub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.network.util.JavaUtils;

/** A file of Spark's properties as {@code conf/} has them: each with the reason that stands above it. */
record SparkProperties(List<Property> properties) {

    /** One line, and the comment it follows; lines that follow another share its reason. */
    record Property(String key, String value, String reason) {}

    static SparkProperties read(Path file) {
        List<Property> properties = new ArrayList<>();
        List<String> comment = new ArrayList<>();
        boolean isAfterComment = false;
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("#")) {
                    if (!isAfterComment) {
                        comment.clear();
                    }
                    comment.add(line.substring(1).strip());
                    isAfterComment = true;
                } else {
                    isAfterComment = false;
                    String[] words = line.strip().split("\\s+", 2);
                    if (words.length == 2) {
                        properties.add(new Property(words[0], words[1], String.join(" ", comment)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SparkProperties(properties);
    }

    /** The properties that a session has otherwise; it answers nothing for those it does not know. */
    List<Property> missedBy(Function<String, Optional<String>> session) {
        return properties.stream()
                .filter(property -> session.apply(property.key())
                        .filter(value -> isSame(value, property.value()))
                        .isEmpty())
                .toList();
    }

    /** Whether two values mean the same: sizes are written in many ways. */
    private static boolean isSame(String one, String other) {
        if (one.equalsIgnoreCase(other)) {
            return true;
        }
        try {
            return JavaUtils.byteStringAsBytes(one) == JavaUtils.byteStringAsBytes(other);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
