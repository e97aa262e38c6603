package org.snapshothub.extract.observation;

import java.time.LocalDate;

/** The days on which a fact holds: {@code from} inclusive, {@code to} exclusive. */
record Validity(LocalDate from, LocalDate to) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    boolean isOverBy(LocalDate day) {
        return !day.isBefore(to);
    }

    boolean overlaps(Validity other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
