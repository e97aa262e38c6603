package org.snapshothub.extract.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snapshothub.extract.record.ReferenceFile;

/** The 17 시·도 with their names by date, and the two wholes that the statistics add: the country, with and without Jeju. */
public final class Regions {

    /** All stations. */
    public static final String COUNTRY = "KR";
    /** All stations but Jeju's, as the KMA's own national mean has it. */
    public static final String MAINLAND = "KR-mainland";
    /** Jeju's code, which {@link #MAINLAND} leaves out. */
    public static final String JEJU = "KR-49";

    private static final int COUNT = 17;
    private static final Map<String, List<String>> WHOLES =
            Map.of(COUNTRY, List.of("전국", "Korea"), MAINLAND, List.of("전국(제주 제외)", "Korea without Jeju"));

    private final SortedMap<String, Region> byCode;

    private Regions(SortedMap<String, Region> byCode) {
        this.byCode = Collections.unmodifiableSortedMap(byCode);
    }

    /** The regions of {@code data/reference/regions.csv}, read once. */
    public static Regions bundled() {
        return Bundled.REGIONS;
    }

    static Regions of(ReferenceFile file) {
        SortedMap<String, Region> byCode = new TreeMap<>();
        for (ReferenceFile.Row row : file.rows()) {
            String code = row.text("region_code");
            if (!code.matches("KR-[0-9]{2}")) {
                throw row.wrong("region_code '" + code + "' is not an ISO 3166-2:KR code like KR-45");
            }
            Region.Name name = new Region.Name(row.text("name"), Validity.of(row));
            Region known = byCode.get(code);
            List<Region.Name> names = new ArrayList<>(known == null ? List.of() : known.names());
            if (names.stream().anyMatch(other -> other.validity().overlaps(name.validity()))) {
                throw row.wrong("two names of " + code + " hold on the same day");
            }
            names.add(name);
            byCode.put(code, new Region(code, row.text("name_short"), row.text("name_en"), names));
        }
        if (byCode.size() != COUNT) {
            throw new IllegalArgumentException(file.name() + ": " + byCode.size() + " regions, expected " + COUNT);
        }
        return new Regions(byCode);
    }

    /** The 17, by code. */
    public Collection<Region> all() {
        return byCode.values();
    }

    public Optional<Region> region(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The name on a day of one of the 17 or of {@link #COUNTRY} or {@link #MAINLAND}. */
    public String nameOn(String code, LocalDate day) {
        return WHOLES.containsKey(code) ? WHOLES.get(code).get(0) : known(code).nameOn(day);
    }

    /** The English name of one of the 17 or of {@link #COUNTRY} or {@link #MAINLAND}. */
    public String englishName(String code) {
        return WHOLES.containsKey(code) ? WHOLES.get(code).get(1) : known(code).englishName();
    }

    private Region known(String code) {
        return region(code).orElseThrow(() -> new IllegalArgumentException("no region has the code '" + code + "'"));
    }

    private static final class Bundled {
        static final Regions REGIONS = Regions.of(ReferenceFile.bundled("regions.csv"));
    }
}
