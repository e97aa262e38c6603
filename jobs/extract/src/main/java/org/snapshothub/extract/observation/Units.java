package org.snapshothub.extract.observation;

import java.util.Optional;

/** Where the numbers of a page end that may be temperatures. */
interface Units {

    /** The first such place at or after {@code from}. */
    Optional<UnitSign> next(String plain, int from);
}
