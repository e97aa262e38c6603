package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One KMA station number.
 *
 * @param id the KMA number
 * @param network whether its readings are synoptic
 * @param englishName of an open synoptic station, else null
 * @param regionCode ISO 3166-2:KR; null outside the synoptic network
 * @param sigungu official name of its 시·군·구; null in 세종, which has none, and outside the synoptic network
 * @param names the names it bore, in time
 * @param places where it stood, in time; empty outside the synoptic network
 */
public record Station(
        int id,
        Network network,
        String englishName,
        String regionCode,
        String sigungu,
        List<Name> names,
        List<Place> places) {

    /** Which network a number belongs to. */
    public enum Network {
        /** Synoptic stations (종관기상관측): the ones that are averaged. */
        ASOS,
        /** Airports, radars, islands: known, so that they are not taken for a synoptic one. */
        OTHER
    }

    /** A name and the days on which the station bore it. */
    record Name(String text, Validity validity) {}

    /** Degrees north, degrees east and metres above the sea, and the days on which it stood there. */
    public record Place(Validity validity, BigDecimal latitude, BigDecimal longitude, BigDecimal elevation) {}

    public Station {
        names = List.copyOf(names);
        places = List.copyOf(places);
    }

    /** Whether it is a synoptic station in service that day. */
    public boolean isOpenOn(LocalDate day) {
        return network == Network.ASOS && nameOn(day).isPresent();
    }

    /** The official name that day. */
    public Optional<String> nameOn(LocalDate day) {
        // A loop: it is asked of a hundred stations for each page.
        for (Name name : names) {
            if (name.validity().holdsOn(day)) {
                return Optional.of(name.text());
            }
        }
        return Optional.empty();
    }

    /** Where it stood that day. */
    public Optional<Place> placeOn(LocalDate day) {
        return places.stream().filter(place -> place.validity().holdsOn(day)).findFirst();
    }

    boolean everBore(String name) {
        return names.stream().anyMatch(known -> known.text().equals(name));
    }

    boolean hasRetired(String name, LocalDate day) {
        return names.stream().filter(known -> known.text().equals(name)).allMatch(known -> known.validity()
                .isOverBy(day));
    }
}
