package org.snapshothub.extract.observation;

import java.time.LocalDate;
import java.util.List;

/**
 * One of the 17 시·도.
 *
 * @param code ISO 3166-2:KR, e.g. {@code KR-45}
 * @param shortName the name's usual short form, e.g. 전북
 * @param englishName e.g. North Jeolla
 * @param names the official names with their days
 */
public record Region(String code, String shortName, String englishName, List<Name> names) {

    /** An official name and the days on which it holds. */
    record Name(String text, Validity validity) {}

    public Region {
        names = List.copyOf(names);
    }

    /** The official name on a day; before the first known one, that one. */
    public String nameOn(LocalDate day) {
        return names.stream()
                .filter(name -> name.validity().holdsOn(day))
                .findFirst()
                .orElse(names.get(0))
                .text();
    }
}
