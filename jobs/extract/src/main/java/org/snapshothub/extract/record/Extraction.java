package org.snapshothub.extract.record;

import java.util.List;
import java.util.Optional;

/**
 * What an extractor says of one page: what it found, and what it refused beside it.
 *
 * <p>Neither found nor rejected means that the page holds nothing of the kind, which is no fault.
 *
 * @param <T> the thing looked for, at most one a page
 */
public record Extraction<T>(Optional<T> found, List<Rejected> rejected) {

    public Extraction {
        rejected = List.copyOf(rejected);
    }

    public static <T> Extraction<T> nothing() {
        return new Extraction<>(Optional.empty(), List.of());
    }

    public static <T> Extraction<T> found(T value) {
        return new Extraction<>(Optional.of(value), List.of());
    }

    public static <T> Extraction<T> found(T value, List<Rejected> rejected) {
        return new Extraction<>(Optional.of(value), rejected);
    }

    public static <T> Extraction<T> rejected(Rejected rejected) {
        return new Extraction<>(Optional.empty(), List.of(rejected));
    }

    public static <T> Extraction<T> rejected(List<Rejected> rejected) {
        return new Extraction<>(Optional.empty(), rejected);
    }
}
