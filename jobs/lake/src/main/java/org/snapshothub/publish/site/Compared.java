package org.snapshothub.publish.site;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** The published tables whose numbers are followed from edition to edition, with what is shown of a row. */
public enum Compared {
    REGION_DAY(
            "temperature_by_region-\\d+\\.csv",
            "일 기온 ℃",
            "daily temperature ℃",
            List.of("observed_on", "region_code"),
            List.of("mean_c", "min_c", "max_c"),
            List.of("station_count", "station_expected", "reading_count")),
    REGION_MONTH(
            "temperature_by_region_monthly\\.csv",
            "월 기온 ℃",
            "monthly temperature ℃",
            List.of("month", "region_code"),
            List.of("mean_c", "min_c", "max_c"),
            List.of("day_count", "day_expected")),
    CASES("use_cases_total\\.csv", "활용 사례", "use cases", List.of("month")),
    CASES_BY_TOPIC("use_cases_by_topic\\.csv", "주제별 사례", "cases by topic", List.of("month", "topic")),
    CASES_BY_REGION("use_cases_by_region\\.csv", "지역별 사례", "cases by region", List.of("month", "region_code")),
    CASES_BY_SIGUNGU(
            "use_cases_by_sigungu\\.csv",
            "시·군·구별 사례",
            "cases by municipality",
            List.of("month", "region_code", "sigungu")),
    CASES_BY_ORGANISATION(
            "use_cases_by_organisation\\.csv", "기관별 사례", "cases by organisation", List.of("month", "organisation_id")),
    SIGUNGU_DAY(
            "temperature_by_sigungu-\\d+\\.csv",
            "시·군·구 일 기온 ℃",
            "daily temperature of municipalities ℃",
            List.of("observed_on", "region_code", "sigungu"),
            List.of("mean_c", "min_c", "max_c"),
            List.of("station_count", "station_expected", "reading_count")),
    STATION_DAY(
            "temperature_by_station-\\d+\\.csv",
            "지점 일 기온 ℃",
            "daily temperature of stations ℃",
            List.of("observed_on", "station_id"),
            List.of("mean_c", "min_c", "max_c"),
            List.of("reading_count")),
    STATION_MONTH(
            "temperature_by_station_monthly\\.csv",
            "지점 월 기온 ℃",
            "monthly temperature of stations ℃",
            List.of("month", "station_id"),
            List.of("mean_c", "min_c", "max_c"),
            List.of("day_count", "day_expected")),
    SKY(
            "sky_by_region-\\d+\\.csv",
            "하늘 상태",
            "sky",
            List.of("observed_on", "region_code", "sky"),
            List.of("reading_count"),
            List.of("reading_count"));

    private final String file;
    private final String korean;
    private final String english;
    private final List<String> keys;
    private final List<String> values;
    private final List<String> counts;

    Compared(String file, String korean, String english, List<String> keys) {
        this(file, korean, english, keys, List.of("case_count"), List.of("article_count", "page_count"));
    }

    Compared(String file, String korean, String english, List<String> keys, List<String> values, List<String> counts) {
        this.file = file;
        this.korean = korean;
        this.english = english;
        this.keys = keys;
        this.values = values;
        this.counts = counts;
    }

    public String in(Language language) {
        return language.say(korean, english);
    }

    boolean isIn(String name) {
        return name.matches(file);
    }

    /** A count of cases, which grows with what is collected. */
    boolean isCount() {
        return values.equals(List.of("case_count"));
    }

    /** A number that stands behind those of a region: with those it comes and goes, and is not told apart from them. */
    boolean isPart() {
        return ordinal() >= SIGUNGU_DAY.ordinal();
    }

    /** Whether the row is of a day or month that begins after {@code day}. */
    boolean isAfter(CSVRecord row, String day) {
        String when = row.get(keys.get(0));
        return Character.isDigit(when.charAt(0)) && when.compareTo(day) > 0;
    }

    /** What tells the row from the others of its table. */
    String key(CSVRecord row) {
        return keys.stream().map(row::get).collect(Collectors.joining(" "));
    }

    /** The same in words. */
    String words(CSVRecord row, Language language) {
        return keys.stream().map(key -> word(key, row, language)).collect(Collectors.joining(" · "));
    }

    private static String word(String key, CSVRecord row, Language language) {
        String value = row.get(key);
        return switch (key) {
            case "region_code" ->
                value.equals("unknown")
                        ? language.say("본문에 없음", "not said")
                        : Places.bundled().of(value).shortIn(language);
            case "station_id" -> row.isMapped("station_name") ? row.get("station_name") + " (" + value + ")" : value;
            case "sigungu" -> value.equals("unknown") ? language.say("본문에 없음", "not said") : value;
            case "sky" -> value.isEmpty() ? language.say("표시 없음", "none printed") : value;
            case "topic" -> Glossary.bundled().topic(value, language);
            case "organisation_id" -> value.equals("unknown") ? language.say("식별되지 않음", "not identified") : value;
            case "month" ->
                switch (value) {
                    case "all" -> language.say("모든 달", "all months");
                    case "unknown" -> language.say("달 확인 안 됨", "month not certain");
                    default -> value;
                };
            default -> value;
        };
    }

    /** The exact number that the row is sorted by; empty where it has none. */
    String sort(CSVRecord row) {
        return row == null ? "" : row.get(values.get(0));
    }

    /** The numbers as pages show them; empty without a row. */
    String shown(CSVRecord row) {
        if (row == null) {
            return "";
        }
        if (values.size() == 1) {
            return row.get(values.get(0));
        }
        String[] numbers = values.stream()
                .map(row::get)
                .map(number -> Shown.number(number.isEmpty() ? null : new BigDecimal(number)))
                .toArray(String[]::new);
        return numbers[0] + " (" + Arrays.stream(numbers).skip(1).collect(Collectors.joining(" … ")) + ")";
    }

    /** What they rest on. */
    String n(CSVRecord row) {
        return row == null ? "" : counts.stream().map(row::get).collect(Collectors.joining("/"));
    }
}
