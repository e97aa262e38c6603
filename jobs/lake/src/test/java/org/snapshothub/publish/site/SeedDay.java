package org.snapshothub.publish.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.gold.CaseRegionMonth;
import org.snapshothub.gold.OrganisationMonth;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.RegionMonth;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;
import org.snapshothub.gold.TopicMonth;
import org.snapshothub.silver.Observation;

/** Content for tests: the seed page's day, or any run of days made of it by shifting its temperatures. */
final class SeedDay {

    static final LocalDate DAY = LocalDate.of(2026, 1, 18);
    static final String PAGE = "5eed".repeat(16);
    static final Stamp STAMP =
            new Stamp(Instant.parse("2026-01-19T00:00:00Z"), Map.of("gold.temperature_by_region", 0L));

    /** One line of the file. */
    private record Reading(
            int id,
            String name,
            String region,
            String sigungu,
            double lat,
            double lon,
            String sky,
            BigDecimal t,
            String by) {}

    private SeedDay() {}

    static SiteContent content() {
        return content(List.of(DAY), cases());
    }

    static SiteContent content(List<CaseShown> cases) {
        return content(List.of(DAY), cases);
    }

    /** The seed's readings on each of the days, colder by 0.3 ℃ for each day before the seed's and warmer after. */
    static SiteContent content(List<LocalDate> days, List<CaseShown> cases) {
        List<Observation> observations = new ArrayList<>();
        List<StationDay> stationDays = new ArrayList<>();
        List<RegionDay> regionDays = new ArrayList<>();
        List<SigunguDay> sigunguDays = new ArrayList<>();
        List<SkyShare> sky = new ArrayList<>();
        List<Reading> seed = readings();
        for (LocalDate day : days) {
            List<Reading> readings = seed.stream()
                    .map(r -> new Reading(
                            r.id, r.name, r.region, r.sigungu, r.lat, r.lon, r.sky, r.t.add(shift(day)), r.by))
                    .toList();
            readings.forEach(r -> {
                observations.add(observation(day, r));
                stationDays.add(new StationDay(
                        day, r.id, r.name, r.region, r.sigungu, 1, r.t.setScale(8), r.t, r.t, "snapshot"));
            });
            Map<String, List<Reading>> byRegion = readings.stream()
                    .collect(Collectors.groupingBy(Reading::region, TreeMap::new, Collectors.toList()));
            byRegion.put("KR", readings);
            byRegion.put(
                    "KR-mainland",
                    readings.stream().filter(r -> !r.region.equals("KR-49")).toList());
            byRegion.forEach((code, rs) -> {
                regionDays.add(regionDay(day, code, rs));
                sky.addAll(sky(day, code, rs));
            });
            readings.stream()
                    .collect(Collectors.groupingBy(r -> r.region + " " + r.sigungu, TreeMap::new, Collectors.toList()))
                    .values()
                    .forEach(rs -> sigunguDays.add(sigunguDay(day, rs)));
        }
        List<StationPlace> places = seed.stream()
                .map(r -> new StationPlace(r.id, r.name, r.region, r.sigungu, r.lat, r.lon))
                .toList();
        List<RegionMonth> months = List.of(new RegionMonth(
                "2026-01",
                "KR-45",
                days.size(),
                31,
                null,
                new BigDecimal("6.7"),
                new BigDecimal("14.1"),
                "snapshot",
                days.size() + " of 31 days; 80 % are needed"));
        return new SiteContent(
                SiteSettings.defaults("0.1.0"),
                new HeldWeather(
                        null,
                        places,
                        regionDays,
                        months,
                        stationDays,
                        sigunguDays,
                        sky,
                        observations,
                        List.of(new PageReferred(PAGE, null, null, "2026-01-18.txt", null, null, "UTF-8", "utf-8"))),
                useCases(cases),
                new SiteContent.Quality(
                        List.of(new RejectCount("observations", "unknown-station", "No station bore the name.", 3, 2)),
                        1L,
                        List.of(
                                new SiteContent.CaptureDay(null, 2, 1, 0, 0),
                                new SiteContent.CaptureDay(DAY, 10, 7, 1, 3)),
                        List.of(new SiteContent.RunPages(8, 6, 0, 1), new SiteContent.RunPages(4, 2, 1, 2)),
                        List.of(new DoubtCount("step", 2, 1))));
    }

    static List<CaseShown> cases() {
        return List.of(
                shown("1", "공동주택 관리비 투명성 제고", "국토관리"),
                shown("2", "전기차 충전소 입지 선정", "교통물류"),
                shown("3", "실업급여 부정수급 방지", "산업고용"));
    }

    static CaseShown shown(String id, String title, String topic) {
        return new CaseShown(
                id,
                id,
                title,
                topic,
                null,
                null,
                null,
                null,
                "mentioned",
                "… 데이터 행정 이해도를 높이기 위해 공동주택 관리비 투명성 제고, 전기차 충전소 입지 선정 …",
                "list-before-cases",
                0.8,
                "a1",
                "전북도, 전 청원 대상 데이터활용 역량강화 교육 추진",
                null,
                null,
                "none",
                List.of(),
                List.of());
    }

    private static SiteContent.UseCases useCases(List<CaseShown> cases) {
        long n = cases.stream().map(CaseShown::caseKey).distinct().count();
        return new SiteContent.UseCases(
                List.of(new CaseMonth("unknown", n, 1, 1, 0), new CaseMonth("all", n, 1, 1, 0)),
                cases.stream()
                        .map(CaseShown::topic)
                        .distinct()
                        .map(t -> new TopicMonth("unknown", t, 1, 1, 1, 0))
                        .toList(),
                List.of(new CaseRegionMonth("unknown", "unknown", n, 1, 1, 0)),
                List.of(),
                List.of(new OrganisationMonth("unknown", "unknown", n, 1, 1, 0)),
                cases);
    }

    private static BigDecimal shift(LocalDate day) {
        return BigDecimal.valueOf(day.toEpochDay() - DAY.toEpochDay())
                .multiply(new BigDecimal("0.3"))
                .setScale(1);
    }

    private static Observation observation(LocalDate day, Reading r) {
        return new Observation(
                day,
                null,
                "w:" + "ab".repeat(32),
                r.id,
                r.name,
                r.region,
                r.sigungu,
                r.sky,
                sky3(r.sky),
                r.t,
                r.by,
                1,
                PAGE,
                PAGE,
                r.sky + (r.by.equals("name") ? r.name : "") + r.t + "℃",
                false,
                "1");
    }

    private static RegionDay regionDay(LocalDate day, String code, List<Reading> rs) {
        Reading min = rs.stream()
                .min(Comparator.comparing(Reading::t).thenComparing(Reading::id))
                .orElseThrow();
        Reading max = rs.stream()
                .max(Comparator.comparing(Reading::t).thenComparing(Reading::id, Comparator.reverseOrder()))
                .orElseThrow();
        int expected = rs.size() + (List.of("KR", "KR-mainland", "KR-48").contains(code) ? 1 : 0);
        return new RegionDay(
                day,
                code,
                Places.bundled().of(code).name(),
                rs.size(),
                expected,
                BigDecimal.valueOf(rs.size()).divide(BigDecimal.valueOf(expected), 8, RoundingMode.HALF_UP),
                rs.size(),
                mean(rs),
                min.t,
                min.name,
                max.t,
                max.name,
                (int) rs.stream().filter(r -> r.by.equals("order")).count(),
                "snapshot");
    }

    private static SigunguDay sigunguDay(LocalDate day, List<Reading> rs) {
        RegionDay all = regionDay(day, rs.get(0).region, rs);
        return new SigunguDay(
                day,
                rs.get(0).region,
                rs.get(0).sigungu,
                rs.size(),
                rs.size(),
                BigDecimal.ONE.setScale(8),
                rs.size(),
                all.meanC(),
                all.minC(),
                all.minStation(),
                all.maxC(),
                all.maxStation(),
                all.orderIdentifiedCount(),
                "snapshot");
    }

    private static List<SkyShare> sky(LocalDate day, String code, List<Reading> rs) {
        Map<String, Long> counts =
                rs.stream().collect(Collectors.groupingBy(Reading::sky, TreeMap::new, Collectors.counting()));
        List<SkyShare> rows = new ArrayList<>();
        counts.forEach((sky, n) -> rows.add(new SkyShare(
                day,
                code,
                sky,
                sky3(sky),
                n.intValue(),
                BigDecimal.valueOf(n).divide(BigDecimal.valueOf(rs.size()), 8, RoundingMode.HALF_UP))));
        return rows;
    }

    private static String sky3(String sky) {
        return sky.equals("구름조금") ? "맑음" : sky;
    }

    private static BigDecimal mean(List<Reading> rs) {
        return rs.stream()
                .map(Reading::t)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(rs.size()), 8, RoundingMode.HALF_UP);
    }

    private static List<Reading> readings() {
        Function<CSVRecord, Reading> line = r -> new Reading(
                Integer.parseInt(r.get("station_id")),
                r.get("name"),
                r.get("region_code"),
                r.get("sigungu"),
                Double.parseDouble(r.get("lat")),
                Double.parseDouble(r.get("lon")),
                r.get("sky"),
                new BigDecimal(r.get("temperature_c")),
                r.get("identified_by"));
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(new InputStreamReader(
                SeedDay.class.getResourceAsStream("/publish/site/seed-day.csv"), StandardCharsets.UTF_8))) {
            return rows.stream().map(line).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
