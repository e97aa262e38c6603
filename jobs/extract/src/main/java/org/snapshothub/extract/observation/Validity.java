package org.snapshothub.extract.observation;

import java.time.LocalDate;
import org.snapshothub.extract.record.ReferenceFile;

/** The days on which a fact holds: {@code from} inclusive, {@code to} exclusive. */
record Validity(LocalDate from, LocalDate to) {

    /** Of the columns {@code valid_from} and {@code valid_to}; empty means unbounded. */
    static Validity of(ReferenceFile.Row row) {
        Validity validity = new Validity(
                row.findDate("valid_from").orElse(LocalDate.MIN),
                row.findDate("valid_to").orElse(LocalDate.MAX));
        if (!validity.from.isBefore(validity.to)) {
            throw row.wrong("valid_from " + validity.from + " is not before valid_to " + validity.to);
        }
        return validity;
    }

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
