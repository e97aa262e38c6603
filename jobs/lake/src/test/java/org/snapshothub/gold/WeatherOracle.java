package org.snapshothub.gold;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.snapshothub.gold.KnownStations.Known;

/**
 * What the tables must hold, worked out from the pages one by one: no Spark, none of the program's code, 60 digits.
 */
final class WeatherOracle {

    private static final MathContext DIGITS = new MathContext(60);

    private final KnownStations stations;
    private final List<Shown> shown = new ArrayList<>();
    private final Map<LocalDate, List<Cell>> days = new TreeMap<>();

    /** What a page says of a station. */
    private record Said(int id, String sky, BigDecimal c, boolean inferred) {}

    private record Shown(ShownPage page, String id, Map<Integer, Said> said) {

        List<String> list() {
            return said.values().stream()
                    .map(s -> s.id + "|" + s.sky + "|" + s.c)
                    .toList();
        }
    }

    /** A reading of silver. */
    record Cell(
            LocalDate day,
            String slot,
            Integer hour,
            int id,
            String sky,
            BigDecimal c,
            boolean inferred,
            long pages,
            String first,
            String value,
            boolean conflicts) {}

    WeatherOracle(KnownStations stations, List<ShownPage> pages) {
        this.stations = stations;
        for (ShownPage page : pages) {
            if (page.day() != null) {
                Shown s = new Shown(page, page.pageId(), identified(page));
                if (!s.said.isEmpty()) {
                    shown.add(s);
                }
            }
        }
        shown.stream().map(s -> s.page.day()).distinct().forEach(day -> days.put(day, cells(day)));
    }

    /** By name, or between named neighbours where just as many stations lie as entries stand. */
    private Map<Integer, Said> identified(ShownPage page) {
        List<Known> open = stations.openOn(page.day());
        List<ShownPage.Entry> entries = page.entries();
        Integer[] ids = new Integer[entries.size()];
        Set<Integer> byName = new HashSet<>();
        for (int i = 0; i < ids.length; i++) {
            ids[i] = stations.named(entries.get(i).name(), page.day())
                    .map(Known::id)
                    .orElse(null);
            if (ids[i] != null) {
                byName.add(i);
            }
        }
        for (int i = 0; i < ids.length; i++) {
            int end = i;
            while (end < ids.length && ids[end] == null) {
                end++;
            }
            if (end > i) {
                int low = i == 0 ? 0 : ids[i - 1];
                int high = end == ids.length ? 9_999 : ids[end];
                List<Integer> between = open.stream()
                        .map(Known::id)
                        .filter(id -> id > low && id < high)
                        .toList();
                for (int k = i; between.size() == end - i && k < end; k++) {
                    ids[k] = between.get(k - i);
                }
                i = end;
            }
        }
        Map<Integer, Said> said = new TreeMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != null) {
                ShownPage.Entry e = entries.get(i);
                said.put(ids[i], new Said(ids[i], e.sky(), BigDecimal.valueOf(e.tenths(), 1), !byName.contains(i)));
            }
        }
        return said;
    }

    private List<Cell> cells(LocalDate day) {
        List<Shown> today = shown.stream().filter(s -> s.page.day().equals(day)).toList();
        Map<String, List<Shown>> slots = new TreeMap<>();
        for (Shown s : today) {
            slots.computeIfAbsent(slot(s, today), x -> new ArrayList<>()).add(s);
        }
        List<Cell> cells = new ArrayList<>();
        slots.forEach((slot, all) -> {
            List<Shown> own = all.stream()
                    .filter(s -> slot.startsWith("w") || s.page.hour() != null)
                    .toList();
            String first = own.stream().min(earliest()).orElseThrow().id;
            Set<Integer> ids = new TreeSet<>();
            all.forEach(s -> ids.addAll(s.said.keySet()));
            for (int id : ids) {
                List<Shown> showing =
                        own.stream().filter(s -> s.said.containsKey(id)).toList();
                Shown value = showing.stream().min(latest()).orElseThrow();
                Said said = value.said.get(id);
                long pages = all.stream().filter(s -> s.said.containsKey(id)).count();
                boolean conflicts = showing.stream()
                        .map(s -> s.said.get(id))
                        .anyMatch(o -> !o.c.equals(said.c) || !Objects.equals(o.sky, said.sky));
                cells.add(new Cell(
                        day,
                        slot,
                        value.page.hour(),
                        id,
                        said.sky,
                        said.c,
                        said.inferred,
                        pages,
                        first,
                        value.id,
                        conflicts));
            }
        });
        return cells;
    }

    /** An hourless page goes with the earliest hour at which the same list was shown. */
    private static String slot(Shown page, List<Shown> today) {
        Integer hour = page.page.hour();
        if (hour == null) {
            hour = today.stream()
                    .filter(s -> s.page.hour() != null && s.list().equals(page.list()))
                    .map(s -> s.page.hour())
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
        if (hour != null) {
            return "h%02d".formatted(hour);
        }
        String list = page.said.values().stream()
                .map(s -> s.id + "\t" + (s.sky == null ? "" : s.sky) + "\t" + s.c + "\n")
                .collect(Collectors.joining());
        return "w:" + ShownPage.sha256(list.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Comparator<Shown> earliest() {
        return Comparator.comparing((Shown s) -> s.page.fetchTime(), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(s -> s.id);
    }

    private static Comparator<Shown> latest() {
        return Comparator.comparing((Shown s) -> s.page.fetchTime(), Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(s -> s.id);
    }

    Set<Cell> observations() {
        return days.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /** A station's day: what its mean rests on, before any rounding. */
    private record Figures(Known station, List<Cell> all, BigDecimal mean, boolean daily) {}

    private List<Figures> figures(LocalDate day) {
        Map<Integer, List<Cell>> byStation =
                days.get(day).stream().collect(Collectors.groupingBy(Cell::id, TreeMap::new, Collectors.toList()));
        List<Cell> tomorrow = days.getOrDefault(day.plusDays(1), List.of());
        List<Figures> figures = new ArrayList<>();
        byStation.forEach((id, all) -> {
            List<BigDecimal> eight = new ArrayList<>();
            all.stream()
                    .filter(c ->
                            c.hour != null && Set.of(3, 6, 9, 12, 15, 18, 21).contains(c.hour))
                    .forEach(c -> eight.add(c.c));
            tomorrow.stream()
                    .filter(c -> c.id == id && Objects.equals(c.hour, 0))
                    .forEach(c -> eight.add(c.c));
            boolean daily = eight.size() >= 7;
            figures.add(new Figures(
                    stations.of(id),
                    all,
                    mean(daily ? eight : all.stream().map(Cell::c).toList()),
                    daily));
        });
        return figures;
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), DIGITS);
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(8, RoundingMode.HALF_UP);
    }

    private static String basis(boolean daily) {
        return daily ? "daily" : "snapshot";
    }

    Set<StationDay> stationDays() {
        Set<StationDay> rows = new HashSet<>();
        days.keySet().forEach(day -> figures(day)
                .forEach(f -> rows.add(new StationDay(
                        day,
                        f.station.id(),
                        f.station.nameOn(day).orElseThrow(),
                        f.station.region(),
                        f.station.sigungu(),
                        f.all.size(),
                        rounded(f.mean),
                        f.all.stream()
                                .map(Cell::c)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        f.all.stream()
                                .map(Cell::c)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        basis(f.daily)))));
        return rows;
    }

    Set<RegionDay> regionDays() {
        Set<RegionDay> rows = new HashSet<>();
        for (LocalDate day : days.keySet()) {
            Set<String> codes =
                    figures(day).stream().map(f -> f.station.region()).collect(Collectors.toSet());
            codes.addAll(Set.of("KR", "KR-mainland"));
            for (String code : codes) {
                row(day, within(code))
                        .ifPresent(r -> rows.add(new RegionDay(
                                day,
                                code,
                                stations.regionName(code, day),
                                r.stationCount(),
                                r.stationExpected(),
                                r.coverage(),
                                r.readingCount(),
                                r.meanC(),
                                r.minC(),
                                r.minStation(),
                                r.maxC(),
                                r.maxStation(),
                                r.orderIdentifiedCount(),
                                r.basis())));
            }
        }
        return rows;
    }

    Set<SigunguDay> sigunguDays() {
        Set<SigunguDay> rows = new HashSet<>();
        for (LocalDate day : days.keySet()) {
            for (Figures f : figures(day)) {
                Known here = f.station;
                row(day, s -> s.region().equals(here.region()) && Objects.equals(s.sigungu(), here.sigungu()))
                        .ifPresent(r -> rows.add(new SigunguDay(
                                day,
                                here.region(),
                                here.sigungu(),
                                r.stationCount(),
                                r.stationExpected(),
                                r.coverage(),
                                r.readingCount(),
                                r.meanC(),
                                r.minC(),
                                r.minStation(),
                                r.maxC(),
                                r.maxStation(),
                                r.orderIdentifiedCount(),
                                r.basis())));
            }
        }
        return rows;
    }

    private static Predicate<Known> within(String code) {
        return switch (code) {
            case "KR" -> s -> true;
            case "KR-mainland" -> s -> !s.region().equals("KR-49");
            default -> s -> s.region().equals(code);
        };
    }

    private Optional<RegionDay> row(LocalDate day, Predicate<Known> within) {
        List<Figures> here =
                figures(day).stream().filter(f -> within.test(f.station)).toList();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        int expected = (int) stations.openOn(day).stream().filter(within).count();
        List<Cell> all = here.stream().flatMap(f -> f.all.stream()).toList();
        Cell coldest = all.stream()
                .min(Comparator.comparing(Cell::c).thenComparing(Cell::id))
                .orElseThrow();
        Cell warmest = all.stream()
                .min(Comparator.comparing(Cell::c).reversed().thenComparing(Cell::id))
                .orElseThrow();
        return Optional.of(new RegionDay(
                day,
                "",
                "",
                here.size(),
                expected,
                rounded(BigDecimal.valueOf(here.size()).divide(BigDecimal.valueOf(expected), DIGITS)),
                all.size(),
                rounded(mean(here.stream().map(Figures::mean).toList())),
                coldest.c,
                stations.of(coldest.id).nameOn(day).orElseThrow(),
                warmest.c,
                stations.of(warmest.id).nameOn(day).orElseThrow(),
                (int) here.stream()
                        .filter(f -> f.all.stream().anyMatch(Cell::inferred))
                        .count(),
                basis(here.stream().allMatch(Figures::daily))));
    }

    Set<SkyShare> skies() {
        Set<SkyShare> rows = new HashSet<>();
        for (RegionDay region : regionDays()) {
            List<Cell> all = days.get(region.observedOn()).stream()
                    .filter(c -> within(region.regionCode()).test(stations.of(c.id)))
                    .toList();
            Map<String, Integer> counts = new HashMap<>();
            all.forEach(c -> counts.merge(c.sky, 1, Integer::sum));
            int without = counts.getOrDefault(null, 0);
            counts.forEach((sky, n) -> rows.add(new SkyShare(
                    region.observedOn(),
                    region.regionCode(),
                    sky,
                    sky == null ? null : stations.level(sky),
                    n,
                    sky == null
                            ? null
                            : rounded(
                                    BigDecimal.valueOf(n).divide(BigDecimal.valueOf(all.size() - without), DIGITS)))));
        }
        return rows;
    }

    Set<RegionMonth> regionMonths() {
        Map<String, List<RegionDay>> months = regionDays().stream()
                .collect(Collectors.groupingBy(r -> r.observedOn().toString().substring(0, 7) + r.regionCode()));
        return months.values().stream()
                .map(rows -> {
                    YearMonth month = YearMonth.from(rows.get(0).observedOn());
                    boolean complete = rows.size() >= 0.8 * month.lengthOfMonth();
                    return new RegionMonth(
                            month.toString(),
                            rows.get(0).regionCode(),
                            rows.size(),
                            month.lengthOfMonth(),
                            complete
                                    ? rounded(mean(
                                            rows.stream().map(RegionDay::meanC).toList()))
                                    : null,
                            rows.stream()
                                    .map(RegionDay::minC)
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow(),
                            rows.stream()
                                    .map(RegionDay::maxC)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow(),
                            basis(rows.stream().allMatch(r -> r.basis().equals("daily"))),
                            complete ? null : "incomplete-month");
                })
                .collect(Collectors.toSet());
    }

    Set<StationMonth> stationMonths() {
        Map<String, List<StationDay>> months = stationDays().stream()
                .collect(Collectors.groupingBy(r -> r.observedOn().toString().substring(0, 7) + " " + r.stationId()));
        return months.values().stream()
                .map(rows -> {
                    YearMonth month = YearMonth.from(rows.get(0).observedOn());
                    boolean complete = rows.size() >= 0.8 * month.lengthOfMonth();
                    return new StationMonth(
                            month.toString(),
                            rows.get(0).stationId(),
                            rows.size(),
                            month.lengthOfMonth(),
                            complete
                                    ? rounded(mean(
                                            rows.stream().map(StationDay::meanC).toList()))
                                    : null,
                            rows.stream()
                                    .map(StationDay::minC)
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow(),
                            rows.stream()
                                    .map(StationDay::maxC)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow(),
                            basis(rows.stream().allMatch(r -> r.basis().equals("daily"))),
                            complete ? null : "incomplete-month");
                })
                .collect(Collectors.toSet());
    }

    /** Day, slot and station of the readings more than 10 ℃ off the same station's reading an hour before. */
    Set<String> steps() {
        Set<String> steps = new TreeSet<>();
        for (Cell now : observations()) {
            if (now.hour != null) {
                LocalDate day = now.hour == 0 ? now.day.minusDays(1) : now.day;
                int hour = now.hour == 0 ? 23 : now.hour - 1;
                days.getOrDefault(day, List.of()).stream()
                        .filter(c -> c.id == now.id && Objects.equals(c.hour, hour))
                        .filter(c -> now.c.subtract(c.c).abs().compareTo(BigDecimal.TEN) > 0)
                        .forEach(c -> steps.add(now.day + " " + now.slot + " " + now.id + " " + now.c + " " + c.c));
            }
        }
        return steps;
    }
}
