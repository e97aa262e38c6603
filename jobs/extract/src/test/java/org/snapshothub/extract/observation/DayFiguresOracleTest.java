package org.snapshothub.extract.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/**
 * The day's rows against an oracle that works page by page with 60-digit decimals, and against every order of arrival.
 */
class DayFiguresOracleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 18);
    private static final int[] IDS = {90, 140, 146, 172, 184, 239, 251, 296};
    private static final MathContext DIGITS = new MathContext(60);

    private record Shown(Instant at, Integer hour, String id, List<WidgetEntry> entries, String digest) {}

    @Property(tries = 600)
    void slotsAreThoseOfPagesTakenOneByOne(@ForAll @LongRange(min = 0, max = 1_000_000_000) long seed) {
        Random random = new Random(seed);
        List<Shown> pages = pages(random);
        List<ShownWidget> widgets = grouped(pages);
        List<SlotReading> rows = DaySlots.of(widgets);
        Collections.shuffle(widgets, random);
        assertThat(DaySlots.of(widgets)).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(rows.stream().map(DayFiguresOracleTest::line)).containsExactlyInAnyOrderElementsOf(oracle(pages));
    }

    @Property(tries = 600)
    void figuresAreThoseOfPlainArithmetic(@ForAll @LongRange(min = 0, max = 1_000_000_000) long seed) {
        Random random = new Random(seed);
        List<SlotReading> today = DaySlots.of(grouped(manyHours(random)));
        List<SlotReading> midnight = DaySlots.of(grouped(manyHours(random))).stream()
                .filter(row -> Objects.equals(row.observedHour(), 0))
                .toList();
        DayStatistics day = DayStatistics.of(DAY, today, midnight, Stations.bundled(), SkyWords.bundled());
        Map<Integer, BigDecimal> means = new TreeMap<>();
        for (int id : IDS) {
            List<SlotReading> all =
                    today.stream().filter(r -> r.stationId() == id).toList();
            if (all.isEmpty()) {
                continue;
            }
            List<SlotReading> eight = new ArrayList<>(all.stream()
                    .filter(r -> r.observedHour() != null
                            && Set.of(3, 6, 9, 12, 15, 18, 21).contains(r.observedHour()))
                    .toList());
            midnight.stream().filter(r -> r.stationId() == id).forEach(eight::add);
            List<SlotReading> used = eight.size() >= 7 ? eight : all;
            BigDecimal sum = used.stream().map(SlotReading::temperatureC).reduce(BigDecimal.ZERO, BigDecimal::add);
            means.put(id, sum.divide(BigDecimal.valueOf(used.size()), DIGITS));
            StationDay row = day.stations().stream()
                    .filter(s -> s.stationId() == id)
                    .findFirst()
                    .orElseThrow();
            assertThat(row.basis()).isEqualTo(eight.size() >= 7 ? Basis.DAILY : Basis.SNAPSHOT);
            assertThat(row.meanC()).isEqualTo(means.get(id).setScale(8, RoundingMode.HALF_UP));
            assertThat(row.readingCount()).isEqualTo(all.size());
        }
        assertThat(day.stations()).hasSize(means.size());
        for (RegionDay region : day.regions()) {
            List<BigDecimal> of = means.entrySet().stream()
                    .filter(e -> region.regionCode().equals("KR")
                            || (region.regionCode().equals("KR-mainland") && e.getKey() != 184)
                            || Stations.bundled()
                                    .station(e.getKey())
                                    .orElseThrow()
                                    .regionCode()
                                    .equals(region.regionCode()))
                    .map(Map.Entry::getValue)
                    .toList();
            BigDecimal mean =
                    of.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(of.size()), DIGITS);
            assertThat(region.meanC()).isEqualTo(mean.setScale(8, RoundingMode.HALF_UP));
            assertThat(region.stationCount()).isEqualTo(of.size());
            BigDecimal shares = day.skies().stream()
                    .filter(s -> s.regionCode().equals(region.regionCode()) && s.sky() != null)
                    .map(SkyShare::share)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(shares.subtract(shares.signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE)
                            .abs())
                    .isLessThan(new BigDecimal("0.0000001"));
        }
        assertThat(day.sigungu().stream().mapToInt(RegionDay::readingCount).sum())
                .isEqualTo(today.size());
    }

    private static List<Shown> pages(Random random) {
        List<Shown> pages = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            Integer hour = random.nextInt(3) == 0 ? null : Integer.valueOf(random.nextInt(3) * 3);
            pages.add(page(random, i, hour, random.nextBoolean()));
        }
        return pages;
    }

    private static List<Shown> manyHours(Random random) {
        List<Shown> pages = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            if (random.nextInt(12) > 0) {
                pages.add(page(random, hour, hour, true));
            }
        }
        pages.add(page(random, 99, null, false));
        return pages;
    }

    private static Shown page(Random random, int number, Integer hour, boolean hasTime) {
        List<WidgetEntry> entries = new ArrayList<>();
        for (int id : IDS) {
            if (random.nextInt(20) > 0) {
                String sky = random.nextInt(5) == 0 ? null : "맑음";
                BigDecimal t = BigDecimal.valueOf(random.nextInt(2), 1);
                entries.add(new WidgetEntry(id, sky, t, IdentifiedBy.NAME, id + ""));
            }
        }
        Instant at = hasTime ? Instant.ofEpochSecond(1_768_690_000L + random.nextInt(4)) : null;
        Widget widget = new Widget(DAY, hour, entries);
        return new Shown(at, hour, "p" + random.nextInt(10) + "-" + number, widget.entries(), widget.digest());
    }

    private static List<ShownWidget> grouped(List<Shown> pages) {
        Map<String, List<Shown>> groups = pages.stream().collect(Collectors.groupingBy(p -> p.hour() + p.digest()));
        List<ShownWidget> widgets = new ArrayList<>();
        for (List<Shown> group : groups.values()) {
            Instant first = group.stream()
                    .map(Shown::at)
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .orElse(null);
            Instant last = group.stream()
                    .map(Shown::at)
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .orElse(null);
            widgets.add(new ShownWidget(
                    group.get(0).hour(),
                    group.get(0).digest(),
                    group.get(0).entries(),
                    group.size(),
                    first,
                    smallestAt(group, first),
                    last,
                    smallestAt(group, last)));
        }
        return widgets;
    }

    private static String smallestAt(List<Shown> pages, Instant at) {
        return pages.stream()
                .filter(p -> Objects.equals(p.at(), at))
                .map(Shown::id)
                .min(String::compareTo)
                .orElseThrow();
    }

    /** Page by page: every page adds itself to the stations it shows, and the latest and smallest one is the value. */
    private static List<String> oracle(List<Shown> pages) {
        List<String> lines = new ArrayList<>();
        Map<String, List<Shown>> slots = new TreeMap<>();
        for (Shown page : pages) {
            TreeSet<Integer> hours = pages.stream()
                    .filter(p -> p.hour() != null && p.digest().equals(page.digest()))
                    .map(Shown::hour)
                    .collect(Collectors.toCollection(TreeSet::new));
            Integer hour = page.hour() != null ? page.hour() : hours.isEmpty() ? null : hours.first();
            String slot = hour == null ? "w:" + page.digest() : String.format("h%02d", hour);
            slots.computeIfAbsent(slot, s -> new ArrayList<>()).add(page);
        }
        slots.forEach((slot, shown) -> {
            boolean isHour = slot.startsWith("h");
            List<Shown> own =
                    shown.stream().filter(p -> !isHour || p.hour() != null).toList();
            String first = own.stream()
                    .min(DayFiguresOracleTest::earlier)
                    .orElseThrow()
                    .id();
            for (int id : IDS) {
                List<Shown> showing =
                        own.stream().filter(p -> entry(p, id) != null).toList();
                if (showing.isEmpty()) {
                    continue;
                }
                Shown value = showing.stream().min(DayFiguresOracleTest::later).orElseThrow();
                long count = shown.stream().filter(p -> entry(p, id) != null).count();
                boolean conflicts = showing.stream()
                                .map(p ->
                                        entry(p, id).sky() + "|" + entry(p, id).temperatureC())
                                .distinct()
                                .count()
                        > 1;
                lines.add(slot + " " + id + " " + entry(value, id).sky() + " "
                        + entry(value, id).temperatureC() + " " + count + " " + first + " " + value.id() + " "
                        + conflicts);
            }
        });
        return lines;
    }

    private static WidgetEntry entry(Shown page, int id) {
        return page.entries().stream()
                .filter(e -> e.stationId() == id)
                .findFirst()
                .orElse(null);
    }

    private static int earlier(Shown a, Shown b) {
        if (!Objects.equals(a.at(), b.at())) {
            return a.at() == null ? 1 : b.at() == null ? -1 : a.at().compareTo(b.at());
        }
        return a.id().compareTo(b.id());
    }

    private static int later(Shown a, Shown b) {
        if (!Objects.equals(a.at(), b.at())) {
            return a.at() == null ? 1 : b.at() == null ? -1 : b.at().compareTo(a.at());
        }
        return a.id().compareTo(b.id());
    }

    private static String line(SlotReading row) {
        return row.slot() + " " + row.stationId() + " " + row.sky() + " " + row.temperatureC() + " " + row.pageCount()
                + " " + row.firstPageId() + " " + row.valuePageId() + " " + row.isConflicting();
    }
}
