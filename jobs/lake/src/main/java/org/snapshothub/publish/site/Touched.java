package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The days whose rows may differ from those that the latest edition shows. Of all others its files are taken over
 * unread. Saying too many costs time; saying too few would publish old numbers.
 */
public record Touched(Optional<Set<LocalDate>> days) {

    /** Nothing is known about the latest edition. */
    public static final Touched ALL = new Touched(Optional.empty());

    public static Touched of(Set<LocalDate> days) {
        return new Touched(Optional.of(Set.copyOf(days)));
    }

    boolean contains(LocalDate day) {
        return days.isEmpty() || days.get().contains(day);
    }
}
