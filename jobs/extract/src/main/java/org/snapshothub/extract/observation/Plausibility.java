package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snapshothub.extract.record.ReferenceFile;

/**
 * The named rules of {@code data/reference/plausibility.csv}: what is refused on a page, and what is doubted when several
 * readings are seen together. Pure functions over readings; a rule that the file leaves out doubts nothing.
 */
public final class Plausibility {

    /** Fewer neighbours say nothing of a station. */
    private static final int NEIGHBOURS = 3;

    /** ℃ by which air cools with each metre, in the standard atmosphere. */
    private static final double LAPSE = 0.0065;

    private static final double EARTH_RADIUS_KM = 6371.0;

    private final Map<String, PlausibilityRule> rules;

    private Plausibility(Map<String, PlausibilityRule> rules) {
        this.rules = rules;
    }

    /** The rules of {@code data/reference/plausibility.csv}, read once. */
    public static Plausibility bundled() {
        return Bundled.RULES;
    }

    static Plausibility of(ReferenceFile file) {
        Map<String, PlausibilityRule> rules = new LinkedHashMap<>();
        for (ReferenceFile.Row row : file.rows()) {
            PlausibilityRule rule = PlausibilityRule.of(row);
            if (rules.put(rule.name(), rule) != null) {
                throw row.wrong("rule '" + rule.name() + "' stands twice");
            }
        }
        return new Plausibility(rules);
    }

    /** Why a single temperature is refused; empty when it is not. */
    Optional<String> refusal(BigDecimal temperatureC) {
        for (PlausibilityRule rule : rules.values()) {
            if (rule.isRange() && rule.action() == PlausibilityRule.Action.REJECT && rule.isOutside(temperatureC)) {
                return Optional.of(rule.outside(temperatureC) + " (rule " + rule.name() + ")");
            }
        }
        return Optional.empty();
    }

    /** The readings outside a range that only warns. */
    public List<Doubt> range(List<TimedReading> readings) {
        List<Doubt> doubts = new ArrayList<>();
        for (PlausibilityRule rule : rules.values()) {
            if (rule.isRange() && rule.action() == PlausibilityRule.Action.WARN) {
                readings.stream()
                        .filter(reading -> rule.isOutside(reading.temperatureC()))
                        .forEach(reading -> doubts.add(rule.doubt(
                                reading,
                                rule.boundPassed(reading.temperatureC()),
                                rule.outside(reading.temperatureC()))));
            }
        }
        return doubts;
    }

    /** Steps between readings of one station that are close in time; those without an hour are passed over. */
    public List<Doubt> steps(List<TimedReading> ofOneStation) {
        List<Doubt> doubts = new ArrayList<>();
        PlausibilityRule rule = rules.get("step");
        List<TimedReading> inTime = inTime(ofOneStation);
        for (int i = 1; rule != null && i < inTime.size(); i++) {
            TimedReading last = inTime.get(i - 1);
            TimedReading next = inTime.get(i);
            BigDecimal step = next.temperatureC().subtract(last.temperatureC()).abs();
            boolean isClose = Duration.between(last.at(), next.at()).toHours() <= rule.withinHours();
            if (isClose && step.compareTo(rule.above()) > 0) {
                doubts.add(rule.doubt(
                        next,
                        last.temperatureC(),
                        last.temperatureC() + " to " + next.temperatureC() + " ℃ since " + last.at()));
            }
        }
        return doubts;
    }

    /** Long runs of exactly 0.0 of one station: the filler of a broken feed rather than weather. One doubt a run. */
    public List<Doubt> zeroRuns(List<TimedReading> ofOneStation) {
        List<Doubt> doubts = new ArrayList<>();
        PlausibilityRule rule = rules.get("zero-run");
        int run = 0;
        for (TimedReading reading : rule == null ? List.<TimedReading>of() : inTime(ofOneStation)) {
            run = reading.temperatureC().signum() == 0 ? run + 1 : 0;
            if (run == rule.run()) {
                doubts.add(
                        rule.doubt(reading, BigDecimal.ZERO.setScale(1), run + " readings of exactly 0.0 ℃ in a row"));
            }
        }
        return doubts;
    }

    /**
     * The readings of one slot that differ much from the median of their nearest stations, all brought to one height. The
     * median, so that a broken station makes none of its neighbours doubtful.
     */
    public List<Doubt> neighbours(LocalDate day, List<TimedReading> ofOneSlot, Stations stations) {
        PlausibilityRule rule = rules.get("neighbours");
        List<Doubt> doubts = new ArrayList<>();
        List<Placed> placed = rule == null ? List.of() : placed(day, ofOneSlot, stations);
        for (Placed one : placed) {
            List<Placed> nearest = placed.stream()
                    .filter(other -> other != one && one.distanceKm(other) <= rule.distanceKm())
                    .sorted(Comparator.comparingDouble(one::distanceKm)
                            .thenComparing(other -> other.reading().stationId()))
                    .limit(NEIGHBOURS)
                    .toList();
            if (nearest.size() < NEIGHBOURS) {
                continue;
            }
            double[] around =
                    nearest.stream().mapToDouble(Placed::atSeaLevel).sorted().toArray();
            double expected = around[NEIGHBOURS / 2] - one.aboveSeaLevel();
            if (Math.abs(one.reading().temperatureC().doubleValue() - expected)
                    > rule.above().doubleValue()) {
                List<Integer> ids = nearest.stream()
                        .map(other -> other.reading().stationId())
                        .toList();
                BigDecimal compared = BigDecimal.valueOf(Math.round(expected * 10), 1);
                doubts.add(rule.doubt(
                        one.reading(),
                        compared,
                        one.reading().temperatureC() + " ℃ where stations " + ids + " say " + compared
                                + " ℃ at its height"));
            }
        }
        return doubts;
    }

    private static List<TimedReading> inTime(List<TimedReading> readings) {
        return readings.stream()
                .filter(reading -> reading.at() != null)
                .sorted(Comparator.comparing(TimedReading::at))
                .toList();
    }

    private static List<Placed> placed(LocalDate day, List<TimedReading> readings, Stations stations) {
        List<Placed> placed = new ArrayList<>();
        for (TimedReading reading : readings) {
            stations.station(reading.stationId())
                    .flatMap(station -> station.placeOn(day))
                    .ifPresent(place -> placed.add(new Placed(reading, place)));
        }
        return placed;
    }

    private record Placed(TimedReading reading, Station.Place place) {

        double atSeaLevel() {
            return reading.temperatureC().doubleValue() + aboveSeaLevel();
        }

        /** ℃ that the station's height takes from its temperature. */
        double aboveSeaLevel() {
            return LAPSE * place.elevation().doubleValue();
        }

        /** Great-circle distance; of StrictMath, so that every JVM sees the same neighbours. */
        double distanceKm(Placed other) {
            double lat1 = Math.toRadians(place.latitude().doubleValue());
            double lat2 = Math.toRadians(other.place.latitude().doubleValue());
            double halfLat = (lat2 - lat1) / 2;
            double halfLon = Math.toRadians(other.place.longitude().doubleValue()
                            - place.longitude().doubleValue())
                    / 2;
            double chord = StrictMath.pow(StrictMath.sin(halfLat), 2)
                    + StrictMath.cos(lat1) * StrictMath.cos(lat2) * StrictMath.pow(StrictMath.sin(halfLon), 2);
            return 2 * EARTH_RADIUS_KM * StrictMath.asin(StrictMath.sqrt(chord));
        }
    }

    private static final class Bundled {
        static final Plausibility RULES = Plausibility.of(ReferenceFile.bundled("plausibility.csv"));
    }
}
