package org.snapshothub.lake;

import java.util.Locale;
import java.util.Optional;

/** The layers of the lake, in the order a page travels; each is a task of the schedule. */
public enum Layer {
    BRONZE,
    SILVER,
    GOLD,
    PUBLISH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Layer> named(String code) {
        for (Layer layer : values()) {
            if (layer.code().equals(code)) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }
}
