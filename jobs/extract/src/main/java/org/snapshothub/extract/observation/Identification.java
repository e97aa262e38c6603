package org.snapshothub.extract.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which station each entry of a list is.
 *
 * <p>By name: the station that bore it that day, else a retired name that only ever belonged to one. Entries without a
 * known name, or with one that several stations bore and that is out of place, are identified only together: where the named entries ascend strictly by number and exactly as many open
 * stations lie between two named neighbours (or a neighbour and an open end) as there are such entries.
 */
final class Identification {

    /** One named entry shows no order. */
    private static final int FEWEST_NAMED = 2;

    private final Stations stations;
    private final LocalDate day;
    private final List<RawEntry> entries;
    private final Verdict[] verdicts;

    /** A station and how it is known, or why it is not. */
    record Verdict(Station station, IdentifiedBy by, ObservationReason refusal, String detail) {

        static Verdict known(Station station, IdentifiedBy by) {
            return new Verdict(station, by, null, null);
        }

        static Verdict refused(ObservationReason reason, String detail) {
            return new Verdict(null, null, reason, detail);
        }
    }

    private Identification(Stations stations, LocalDate day, List<RawEntry> entries) {
        this.stations = stations;
        this.day = day;
        this.entries = entries;
        this.verdicts = new Verdict[entries.size()];
    }

    /** A verdict for each entry. */
    static List<Verdict> of(Stations stations, LocalDate day, List<RawEntry> entries) {
        Identification identification = new Identification(stations, day, entries);
        identification.byNumberOrName();
        identification.doubtSharedNames();
        identification.byOrder();
        return List.of(identification.verdicts);
    }

    private void byNumberOrName() {
        for (int i = 0; i < verdicts.length; i++) {
            RawEntry entry = entries.get(i);
            if (entry.stationId() != null) {
                verdicts[i] = byNumber(entry);
            } else if (entry.name() != null) {
                verdicts[i] = byName(entry.name());
            }
        }
    }

    private Verdict byNumber(RawEntry entry) {
        Optional<Station> station = stations.station(entry.stationId());
        if (station.isEmpty()) {
            return Verdict.refused(
                    ObservationReason.UNKNOWN_STATION, "no KMA station has the number " + entry.stationId());
        }
        Station known = station.get();
        boolean isNamedOtherwise = entry.name() != null
                && !known.everBore(entry.name())
                && !stations.everNamed(entry.name()).isEmpty();
        if (isNamedOtherwise) {
            return Verdict.refused(
                    ObservationReason.STATION_MISMATCH,
                    known.id() + " is " + stations.nameOn(known.id(), day) + ", not " + entry.name());
        }
        return open(known).orElseGet(() -> Verdict.known(known, IdentifiedBy.NAME));
    }

    /** Null where the name identifies nobody and the place may. */
    private Verdict byName(String name) {
        Optional<Station> station = stations.named(name, day);
        if (station.isPresent()) {
            return Verdict.known(station.get(), IdentifiedBy.NAME);
        }
        List<Station> ever = stations.everNamed(name);
        boolean isCertain = ever.size() == 1
                && (ever.get(0).network() == Station.Network.OTHER
                        || ever.get(0).hasRetired(name, day));
        return isCertain ? open(ever.get(0)).orElse(null) : null;
    }

    /** The refusal of a station that is not averaged that day; empty for an open one. */
    private Optional<Verdict> open(Station station) {
        if (station.network() == Station.Network.OTHER) {
            return Optional.of(Verdict.refused(
                    ObservationReason.OTHER_NETWORK,
                    station.id() + " " + stations.nameOn(station.id(), day) + " is not in the synoptic network"));
        }
        return station.isOpenOn(day)
                ? Optional.empty()
                : Optional.of(Verdict.refused(
                        ObservationReason.STATION_CLOSED,
                        station.id() + " " + stations.nameOn(station.id(), day) + " was not in service on " + day));
    }

    /**
     * A name that moved from one station to another (고창 from 251 to 172) is believed only where it stands: a site whose
     * own name table is older prints it for the former one, at the former one's place.
     */
    private void doubtSharedNames() {
        List<Integer> shared = new ArrayList<>();
        Verdict[] believed = verdicts.clone();
        for (int i = 0; i < verdicts.length; i++) {
            boolean isShared = verdicts[i] != null
                    && verdicts[i].station() != null
                    && entries.get(i).stationId() == null
                    && stations.everNamed(entries.get(i).name()).size() > 1;
            if (isShared) {
                shared.add(i);
                believed[i] = null;
            }
        }
        if (shared.isEmpty() || !ascends(believed)) {
            return;
        }
        for (int i : shared) {
            int id = verdicts[i].station().id();
            if (id <= neighbour(believed, i, -1, 0) || id >= neighbour(believed, i, 1, Integer.MAX_VALUE)) {
                verdicts[i] = null;
            }
        }
    }

    private static int neighbour(Verdict[] verdicts, int from, int step, int openEnd) {
        for (int i = from + step; i >= 0 && i < verdicts.length; i += step) {
            if (verdicts[i] != null && verdicts[i].station() != null) {
                return verdicts[i].station().id();
            }
        }
        return openEnd;
    }

    private void byOrder() {
        boolean ascends = ascends(verdicts);
        List<Integer> open = new ArrayList<>();
        int below = 0;
        for (int i = 0; i <= verdicts.length; i++) {
            Verdict verdict = i < verdicts.length ? verdicts[i] : null;
            if (i < verdicts.length && verdict == null) {
                open.add(i);
            } else if (i == verdicts.length || verdict.station() != null) {
                int above = i == verdicts.length
                        ? Integer.MAX_VALUE
                        : verdict.station().id();
                if (!open.isEmpty()) {
                    settle(open, below, above, ascends);
                    open.clear();
                }
                below = above;
            }
        }
    }

    private static boolean ascends(Verdict[] verdicts) {
        int[] named = Arrays.stream(verdicts)
                .filter(verdict -> verdict != null && verdict.station() != null)
                .mapToInt(verdict -> verdict.station().id())
                .toArray();
        for (int i = 1; i < named.length; i++) {
            if (named[i] <= named[i - 1]) {
                return false;
            }
        }
        return named.length >= FEWEST_NAMED;
    }

    private void settle(List<Integer> open, int below, int above, boolean ascends) {
        if (!ascends) {
            open.forEach(i -> verdicts[i] = Verdict.refused(
                    entries.get(i).name() == null
                            ? ObservationReason.ORDER_NOT_ASCENDING
                            : ObservationReason.UNKNOWN_STATION,
                    nameless(i) + ", and the named entries do not ascend by station number"));
            return;
        }
        List<Station> between = stations.openOn(day).stream()
                .filter(station -> station.id() > below && station.id() < above)
                .toList();
        boolean fits = between.size() == open.size();
        for (int k = 0; k < open.size(); k++) {
            int i = open.get(k);
            String name = entries.get(i).name();
            boolean isAnothers = name != null
                    && fits
                    && !stations.everNamed(name).isEmpty()
                    && !between.get(k).everBore(name);
            verdicts[i] = fits && !isAnothers
                    ? Verdict.known(between.get(k), IdentifiedBy.ORDER)
                    : Verdict.refused(
                            name == null ? ObservationReason.AMBIGUOUS_STATION : ObservationReason.UNKNOWN_STATION,
                            nameless(i) + "; " + open.size() + " such between " + place(below) + " and " + place(above)
                                    + ", where " + between.size() + " stations are open");
        }
    }

    private String nameless(int i) {
        String name = entries.get(i).name();
        return name == null ? "no name" : "no station bears the name " + name + " on " + day;
    }

    private static String place(int id) {
        return id == 0 ? "the start" : id == Integer.MAX_VALUE ? "the end" : String.valueOf(id);
    }
}
