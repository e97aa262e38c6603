package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One entry of a list as the page has it, before anybody asks which station it is.
 *
 * @param stationId the number the source prints; null on pages
 * @param name the name as printed, without spaces; null when none
 * @param sky the sky as printed; null when none or {@code -}
 * @param figure the digits before the unit; null when none
 * @param sign of the figure
 * @param printed the entry in one line
 */
record RawEntry(Integer stationId, String name, String sky, Figure figure, Sign sign, String printed) {

    enum Sign {
        PLUS,
        MINUS,
        /** A dash that may also be a missing sky. */
        UNCLEAR
    }

    RawEntry withSky(String other, String line) {
        return new RawEntry(stationId, name, other, figure, sign, line);
    }

    /** The temperature in ℃, scale 1, if the digits are a number. A negative zero is zero. */
    Optional<BigDecimal> temperature() {
        return Optional.ofNullable(figure)
                .flatMap(Figure::value)
                .map(value -> sign == Sign.MINUS ? value.negate() : value);
    }

    /** Equal for copies of an entry, however they are marked up. */
    String key() {
        return sky + "|" + number();
    }

    /** Equal for copies of an entry of which one shows no sky. */
    String number() {
        return name + "|" + sign + "|" + (figure == null ? "" : figure.text());
    }
}
