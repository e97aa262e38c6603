package org.snapshothub.extract.observation;

import java.util.Optional;

/** By what a page's numbers are known as temperatures. */
enum Units {
    /** A sign of degrees Celsius behind each. */
    DEGREES {
        @Override
        Optional<UnitSign> next(String plain, int from) {
            return UnitSign.next(plain, from);
        }
    },
    /** Tenths, without a sign or with 도. */
    NONE {
        @Override
        Optional<UnitSign> next(String plain, int from) {
            return BareNumber.next(plain, from);
        }
    };

    /** The first place at or after {@code from} where such a number ends. */
    abstract Optional<UnitSign> next(String plain, int from);
}
