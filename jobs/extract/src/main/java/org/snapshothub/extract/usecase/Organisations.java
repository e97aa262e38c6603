package org.snapshothub.extract.usecase;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.record.ReferenceFile;

/**
 * Public bodies by name: national ones, the 시·도 and their offices, the 시·군·구.
 *
 * <p>All names a body ever had lead to its one id: 전라북도, 전북도 and 전북특별자치도 are KR-45. A name that two bodies bear
 * (서구, 고성군) leads nowhere without its 시·도.
 */
public final class Organisations {

    private static final Organisations BUNDLED =
            read(ReferenceFile.bundled("organisations.csv"), ReferenceFile.bundled("sigungu.csv"));
    private static final Set<String> OFFICES = Set.of(
            "교육청",
            "도교육청",
            "시교육청",
            "소방본부",
            "소방재난본부",
            "소방안전본부",
            "경찰청",
            "보건환경연구원",
            "농업기술원",
            "자치경찰위원회",
            "보훈청",
            "지방경찰청",
            "연구원",
            "개발공사",
            "신용보증재단",
            "테크노파크",
            "남부경찰청",
            "북부경찰청",
            "북부소방재난본부",
            "본부세관",
            "세관",
            "지방병무청",
            "병무청",
            "지방조달청",
            "관광재단",
            "관광공사",
            "문화재단",
            "문화관광재단",
            "도시공사",
            "교통공사",
            "시설공단",
            "사회서비스원",
            "경제진흥원",
            "의료원",
            "광역치매센터",
            "응급의료지원단",
            "선거관리위원회",
            "상수도사업본부",
            "우정청",
            "지방우정청",
            "기상지청",
            "지방기상청",
            "감사위원회",
            "인재평생교육진흥원",
            "여성가족재단",
            "환경공단",
            "보건소",
            "소방학교",
            "도립도서관",
            "소방",
            "경찰");
    private static final Set<String> LOCAL_OFFICES =
            Set.of("보건소", "농업기술센터", "보건의료원", "상수도사업소", "맑은물사업소", "차량등록사업소", "평생학습관", "시립도서관");
    private static final Map<String, String> SAME_OFFICE = Map.of(
            "도교육청", "교육청", "시교육청", "교육청", "소방재난본부", "소방본부", "소방안전본부", "소방본부", "지방경찰청", "경찰청", "소방", "소방본부", "경찰",
            "경찰청");

    /** How a 시·군·구's short form may be read. */
    enum ShortForm {
        ALONE,
        LISTED,
        NEVER
    }

    /** A 시·군·구, by one of the two forms of its name. */
    record Place(String regionCode, String sigungu, ShortForm shortForm) {}

    private final Map<String, Organisation> named = new HashMap<>();
    private final Map<String, String> provinces = new HashMap<>();
    private final Map<String, List<Place>> places = new HashMap<>();
    private final Map<String, List<Place>> shortPlaces = new HashMap<>();

    public static Organisations bundled() {
        return BUNDLED;
    }

    static Organisations read(ReferenceFile bodies, ReferenceFile sigungu) {
        Organisations read = new Organisations();
        for (ReferenceFile.Row row : bodies.rows()) {
            checkDates(row);
            String name = row.text("name");
            String region = row.find("region_code").orElse(null);
            Organisation body = new Organisation(row.text("organisation_id"), region, null);
            Organisation before = read.named.put(name, body);
            if (before != null && !before.equals(body)) {
                throw row.wrong(name + " names both " + before.id() + " and " + body.id());
            }
            if (row.text("kind").equals("province")) {
                read.provinces.put(name, region);
            }
        }
        sigungu.rows().forEach(read::addPlace);
        return read;
    }

    private void addPlace(ReferenceFile.Row row) {
        checkDates(row);
        String name = row.text("sigungu");
        ShortForm form = ShortForm.valueOf(row.text("short_form").toUpperCase(java.util.Locale.ROOT));
        Place place = new Place(row.text("region_code"), name, form);
        if (!provinces.containsValue(place.regionCode())) {
            throw row.wrong("region_code " + place.regionCode() + " is no 시·도 of organisations.csv");
        }
        places.computeIfAbsent(name, n -> new ArrayList<>()).add(place);
        if (form != ShortForm.NEVER) {
            shortPlaces
                    .computeIfAbsent(name.substring(0, name.length() - 1), n -> new ArrayList<>())
                    .add(place);
        }
    }

    private static void checkDates(ReferenceFile.Row row) {
        try {
            Optional<LocalDate> from = row.find("valid_from").map(LocalDate::parse);
            Optional<LocalDate> to = row.find("valid_to").map(LocalDate::parse);
            if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
                throw row.wrong("valid_from " + from.get() + " is not before valid_to " + to.get());
            }
        } catch (DateTimeParseException e) {
            throw row.wrong(e.getParsedString() + " is no date; expected YYYY-MM-DD");
        }
    }

    /**
     * The body that a printed name means by itself: 전북도, 서울 성동구, 부산소방재난본부, 한국전력공사 정읍지사.
     *
     * @return empty for bare 시·군·도, for names that several bodies bear, and for the unknown
     */
    public Optional<Organisation> identify(String printed) {
        String[] words = printed.strip().split("\\s+", 8);
        if (words[0].isEmpty()) {
            return Optional.empty();
        }
        if (words.length >= 2) {
            String region = provinces.get(words[0]);
            Optional<Place> place = region == null ? Optional.empty() : fullPlaceIn(region, words[1]);
            if (place.isPresent()) {
                return place.map(Organisations::governmentOf);
            }
        }
        return byName(String.join("", words))
                .or(() -> words.length == 1 || isOnlyAPlace(words[0]) ? Optional.empty() : byName(words[0]));
    }

    /** 전북 before another word is where that is; 전북도 is the body. */
    private boolean isOnlyAPlace(String name) {
        char end = name.charAt(name.length() - 1);
        return provinces.containsKey(name) && end != '도' && end != '시';
    }

    private Optional<Organisation> byName(String name) {
        Organisation known = named.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        String bare = stripOffice(name);
        List<Place> same = places.getOrDefault(bare, List.of());
        if (!same.isEmpty() && same.stream().map(Place::regionCode).distinct().count() == 1) {
            return Optional.of(governmentOf(same.get(0)));
        }
        return bare.equals(name) ? officeOf(name) : Optional.ofNullable(named.get(bare));
    }

    private Optional<Organisation> officeOf(String name) {
        for (int cut = 2; cut < name.length() - 1; cut++) {
            String region = provinces.get(name.substring(0, cut));
            String office = name.substring(cut);
            if (region != null && OFFICES.contains(office)) {
                String kind = SAME_OFFICE.getOrDefault(office, office);
                return Optional.of(new Organisation(region + "-" + kind, region, null));
            }
            Optional<Place> place = region == null ? Optional.empty() : fullPlaceIn(region, office);
            if (place.isPresent()) {
                return place.map(Organisations::governmentOf);
            }
            List<Place> governed = places.getOrDefault(name.substring(0, cut), List.of());
            if (cut > 2 && governed.size() == 1 && LOCAL_OFFICES.contains(office)) {
                return Optional.of(governmentOf(governed.get(0)));
            }
        }
        return Optional.empty();
    }

    private Optional<Place> fullPlaceIn(String region, String name) {
        String full = stripOffice(name);
        return places.getOrDefault(full, List.of()).stream()
                .filter(place -> place.regionCode().equals(region))
                .findFirst();
    }

    /** 전주시청 is 전주시, 전북도청 is 전북도. */
    private static String stripOffice(String name) {
        boolean hall = name.endsWith("시청") || name.endsWith("군청") || name.endsWith("구청") || name.endsWith("도청");
        return hall && name.length() > 2 ? name.substring(0, name.length() - 1) : name;
    }

    private static Organisation governmentOf(Place place) {
        return new Organisation(place.regionCode() + "-" + place.sigungu(), place.regionCode(), place.sigungu());
    }

    /** The 시·도 that a name means; null when it is none's. */
    String provinceOf(String name) {
        return provinces.get(name);
    }

    /** The 시·군·구 of a full or short name within a 시·도. */
    Optional<Place> placeIn(String region, String name) {
        return java.util.stream.Stream.concat(
                        places.getOrDefault(name, List.of()).stream(),
                        shortPlaces.getOrDefault(name, List.of()).stream())
                .filter(place -> place.regionCode().equals(region))
                .findFirst();
    }

    /** 서구보건소 in 광주광역시: an office that bears the name of a 시·군·구 there. */
    boolean isOfficeIn(String region, String name) {
        return LOCAL_OFFICES.stream()
                .filter(office -> name.endsWith(office) && name.length() > office.length() + 1)
                .anyMatch(office -> placeIn(region, name.substring(0, name.length() - office.length()))
                        .isPresent());
    }

    /** The 시·군·구 that bear this full name, in any 시·도. */
    List<Place> placesNamed(String name) {
        return places.getOrDefault(name, List.of());
    }

    /** The 시·군·구 whose short form this is. */
    List<Place> placesShort(String name) {
        return shortPlaces.getOrDefault(name, List.of());
    }

    /** Whether it is the name of a 시·도 or 시·군·구, or of a body the reference knows. */
    boolean isLocalName(String name) {
        return named.containsKey(name) || places.containsKey(stripOffice(name));
    }
}
