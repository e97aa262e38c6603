package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.stream.Collectors;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.record.Extraction;
import org.snapshothub.extract.record.Recent;
import org.snapshothub.extract.record.Rejected;

/**
 * Reads the weather of one page: a site's widget in any markup, the KMA's feed, or the KMA's own table.
 *
 * <p>Thread-safe; one {@link #bundled()} instance serves a JVM. Time and memory are linear in the page.
 */
public final class WidgetExtractor {

    private final Stations stations;
    private final Vocabulary vocabulary;
    private final Plausibility plausibility;
    private final Set<String> headings;
    private final KnownLists known;
    private final Recent<Shown, Extraction<Widget>> widgets = new Recent<>(KnownLists.MOST);

    /** Lists and the time they are of: equal ones are one widget. */
    private record Shown(SourceList source, ObservedAt time) {

        /** Of the first words: most that are asked for are remembered, and then nearly all of the cost was this. */
        @Override
        public int hashCode() {
            return Objects.hash(time.day(), time.hour(), source.excerpt());
        }
    }

    WidgetExtractor(Stations stations, SkyWords sky, Regions regions, Plausibility plausibility) {
        this.stations = stations;
        this.vocabulary = new Vocabulary(stations, sky);
        this.plausibility = plausibility;
        this.known = new KnownLists(vocabulary);
        this.headings = regions.all().stream().map(Region::shortName).collect(Collectors.toUnmodifiableSet());
    }

    /** With the reference data of this build. */
    public static WidgetExtractor bundled() {
        return Bundled.EXTRACTOR;
    }

    /**
     * The weather that {@code page} shows. Neither found nor rejected when it shows none. A widget of which nothing could
     * be taken is only rejects.
     */
    public Extraction<Widget> extract(Page page) {
        return SourceList.of(page, vocabulary, headings, known)
                .map(source -> source.refusal() == null
                        ? read(source, page.fetchTime())
                        : Extraction.<Widget>rejected(source.refusal()))
                .orElseGet(Extraction::nothing);
    }

    private Extraction<Widget> read(SourceList source, Optional<Instant> fetchTime) {
        ObservedAt time = ObservedAt.of(source.printedTime(), fetchTime);
        if (time.refusal() != null) {
            return Extraction.rejected(Rejected.of(time.refusal(), time.detail(), source.excerpt(), 0));
        }
        return widgets.of(new Shown(source, time), () -> read(source, time));
    }

    private Extraction<Widget> read(SourceList source, ObservedAt time) {
        Findings findings = new Findings(time.day());
        int ordinal = 0;
        for (EntryList list : source.lists()) {
            if (list.entries().size() > EntryList.MOST_ENTRIES) {
                String detail = "more than " + EntryList.MOST_ENTRIES + " entries, expected at most one a station";
                findings.refuse(ObservationReason.TOO_MANY_ENTRIES, detail, source.excerpt(), ordinal);
            } else {
                findings.add(list, ordinal);
            }
            ordinal += list.entries().size();
        }
        List<WidgetEntry> entries = findings.accepted();
        List<Rejected> rejects = new ArrayList<>(findings.rejects());
        rejects.addAll(source.ofOtherTimes());
        return entries.isEmpty()
                ? Extraction.rejected(rejects)
                : Extraction.found(new Widget(time.day(), time.hour(), entries), rejects);
    }

    /** What the lists of one page say of each station. */
    private final class Findings {
        private final LocalDate day;
        private final Map<Integer, WidgetEntry> byStation = new TreeMap<>();
        private final Map<Integer, Integer> ordinals = new HashMap<>();
        private final Set<Integer> contradicted = new HashSet<>();
        private final List<Rejected> rejects = new ArrayList<>();
        private final Set<String> refusedBefore = new HashSet<>();

        Findings(LocalDate day) {
            this.day = day;
        }

        void add(EntryList list, int ordinal) {
            List<Identification.Verdict> verdicts = Identification.of(stations, day, list.entries());
            Set<Integer> shown = new HashSet<>();
            Set<String> refusedHere = new HashSet<>();
            for (int i = 0; i < verdicts.size(); i++) {
                RawEntry entry = list.entries().get(i);
                Identification.Verdict verdict = verdicts.get(i);
                Refusal refusal = list.refusal() == ObservationReason.SKY_ORDER_UNCLEAR
                        ? new Refusal(
                                ObservationReason.SKY_ORDER_UNCLEAR,
                                "a sky word stands between any two entries and at one end")
                        : refusal(entry, verdict);
                if (refusal == null) {
                    take(
                            entry,
                            verdict,
                            ordinal + i,
                            !shown.add(verdict.station().id()));
                } else if (!refusedBefore.contains(refusal.reason() + entry.number())) {
                    refusedHere.add(refusal.reason() + entry.number());
                    refuse(refusal.reason(), refusal.detail(), entry.printed(), ordinal + i);
                }
            }
            refusedBefore.addAll(refusedHere);
        }

        /** A station again: in the same list it is a duplicate, in another a copy; where values differ none counts. */
        private void take(RawEntry raw, Identification.Verdict verdict, int ordinal, boolean isRepeated) {
            int id = verdict.station().id();
            WidgetEntry entry = entry(raw, verdict);
            WidgetEntry known = byStation.get(id);
            if (contradicted.contains(id)) {
                refuse(
                        ObservationReason.DUPLICATE_STATION,
                        named(id) + " again, with differing values",
                        raw.printed(),
                        ordinal);
            } else if (known == null) {
                byStation.put(id, entry);
                ordinals.put(id, ordinal);
            } else if (!agree(known, entry)) {
                byStation.remove(id);
                String detail = named(id) + " shows " + known.printed() + " and " + raw.printed();
                contradicted.add(id);
                refuse(ObservationReason.DUPLICATE_STATION, detail, known.printed(), ordinals.get(id));
                refuse(ObservationReason.DUPLICATE_STATION, detail, raw.printed(), ordinal);
            } else if (isRepeated) {
                refuse(
                        ObservationReason.DUPLICATE_STATION,
                        named(id) + " again, with the same value",
                        raw.printed(),
                        ordinal);
            } else {
                byStation.put(id, better(known, entry));
            }
        }

        private String named(int id) {
            return id + " " + stations.nameOn(id, day);
        }

        void refuse(ObservationReason reason, String detail, String printed, int ordinal) {
            rejects.add(Rejected.of(reason, detail, printed, ordinal));
        }

        List<WidgetEntry> accepted() {
            return List.copyOf(byStation.values());
        }

        List<Rejected> rejects() {
            return rejects.stream()
                    .sorted(Comparator.comparingInt(Rejected::ordinal))
                    .toList();
        }
    }

    private record Refusal(ObservationReason reason, String detail) {}

    private Refusal refusal(RawEntry entry, Identification.Verdict verdict) {
        if (entry.figure() == null) {
            return new Refusal(ObservationReason.NO_TEMPERATURE, "no number stands with it");
        }
        Optional<BigDecimal> temperature = entry.temperature();
        if (temperature.isEmpty()) {
            return entry.figure().isTorn() || entry.figure().text().indexOf('.') >= 0
                    ? new Refusal(
                            ObservationReason.MALFORMED_TEMPERATURE,
                            "'" + entry.figure().text() + "' is not a number with at most one decimal")
                    : new Refusal(ObservationReason.IMPLAUSIBLE_TEMPERATURE, "more digits than any temperature has");
        }
        Optional<String> outside = plausibility.refusal(temperature.get());
        if (outside.isPresent()) {
            return new Refusal(ObservationReason.IMPLAUSIBLE_TEMPERATURE, outside.get());
        }
        if (entry.sign() == RawEntry.Sign.UNCLEAR) {
            return new Refusal(
                    ObservationReason.SKY_OR_MINUS, "the dash before the number may be a missing sky or a minus");
        }
        return verdict.refusal() == null ? null : new Refusal(verdict.refusal(), verdict.detail());
    }

    private WidgetEntry entry(RawEntry raw, Identification.Verdict verdict) {
        String sky = raw.sky() != null ? raw.sky() : skyGluedToName(raw, verdict);
        return new WidgetEntry(
                verdict.station().id(), sky, raw.temperature().orElseThrow(), verdict.by(), raw.printed());
    }

    /** An unknown word whose place identifies it and that ends with that station's name says the sky before it. */
    private static String skyGluedToName(RawEntry raw, Identification.Verdict verdict) {
        if (raw.name() == null || verdict.by() != IdentifiedBy.ORDER) {
            return null;
        }
        return verdict.station().names().stream()
                .map(Station.Name::text)
                .filter(name -> raw.name().endsWith(name) && raw.name().length() > name.length() + 1)
                .map(name -> raw.name().substring(0, raw.name().length() - name.length()))
                .findFirst()
                .orElse(null);
    }

    private static boolean agree(WidgetEntry one, WidgetEntry other) {
        boolean skiesAgree = one.sky() == null || other.sky() == null || Objects.equals(one.sky(), other.sky());
        return one.temperatureC().compareTo(other.temperatureC()) == 0 && skiesAgree;
    }

    /** Of two that agree, the one that says more. */
    private static WidgetEntry better(WidgetEntry one, WidgetEntry other) {
        boolean saysMore = (one.sky() == null && other.sky() != null)
                || (one.identifiedBy() == IdentifiedBy.ORDER && other.identifiedBy() == IdentifiedBy.NAME);
        return saysMore ? other : one;
    }

    private static final class Bundled {
        static final WidgetExtractor EXTRACTOR =
                new WidgetExtractor(Stations.bundled(), SkyWords.bundled(), Regions.bundled(), Plausibility.bundled());
    }
}
