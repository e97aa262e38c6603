package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What may differ from what the latest edition shows. Of all else its files are taken over unread. Saying too much costs
 * time; saying too little would publish old numbers.
 *
 * @param days the days whose rows may differ; empty when nothing is known about the latest edition
 * @param cases whether data-usage cases and their counts may differ
 */
public record Touched(Optional<Set<LocalDate>> days, boolean cases) {

    /** Nothing is known about the latest edition. */
    public static final Touched ALL = new Touched(Optional.empty(), true);

    public static Touched of(Set<LocalDate> days, boolean cases) {
        return new Touched(Optional.of(Set.copyOf(days)), cases);
    }

    boolean contains(LocalDate day) {
        return days.isEmpty() || days.get().contains(day);
    }
}
