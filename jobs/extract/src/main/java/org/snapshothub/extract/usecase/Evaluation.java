package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snapshothub.extract.page.Plain;
import org.snapshothub.extract.usecase.LabelledPassage.LabelledCase;

/**
 * How good the extraction is on labelled passages.
 *
 * <p>A hit is a found title as alike to a labelled one as {@link Similarity#SAME}, matched one to one, the most alike
 * first. Topic, organisation, region and status are scored on the hits, where the label is not null.
 *
 * @param passages how many passages were read
 * @param cases how many cases they are labelled with
 * @param precision hits / found; null when nothing was found
 * @param recall hits / cases; null when there are none
 * @param f1 their harmonic mean; null when either is
 * @param topic share of the hits whose topic is right; null when none is scored
 * @param organisation the same by organisation_id, else by the name without spaces
 * @param region the same by region code
 * @param status the same by status
 * @param falsePositiveShare share of near and negative passages that yield any case; null when there are none
 * @param byLabel counts for each label
 * @param misses what it got wrong, in the order of the passages
 */
public record Evaluation(
        int passages,
        int cases,
        Double precision,
        Double recall,
        Double f1,
        Double topic,
        Double organisation,
        Double region,
        Double status,
        Double falsePositiveShare,
        Map<String, Tally> byLabel,
        List<Miss> misses) {

    /**
     * One thing that it got wrong.
     *
     * @param passage its id
     * @param what {@code missed}, {@code false}, or the field that differs
     * @param words the title, or what was labelled and what was found
     */
    public record Miss(String passage, String what, String words) {}

    /** What one label's passages gave. */
    public record Tally(int passages, int cases, int found, int hits, int passagesWithFound) {

        private Map<String, Object> json() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("passages", passages);
            figures.put("cases", cases);
            figures.put("found", found);
            figures.put("hits", hits);
            figures.put("passages_with_found", passagesWithFound);
            return figures;
        }

        private Tally plus(Tally other) {
            return new Tally(
                    passages + other.passages,
                    cases + other.cases,
                    found + other.found,
                    hits + other.hits,
                    passagesWithFound + other.passagesWithFound);
        }
    }

    private record Pair(int labelled, int found, double likeness) {}

    /** Right ones of those scored. */
    private static final class Score {
        private int right;
        private int scored;

        private Double share() {
            return scored == 0 ? null : (double) right / scored;
        }
    }

    /** Extracts from every passage and compares. */
    public static Evaluation of(List<LabelledPassage> passages) {
        Map<String, Score> fields = new LinkedHashMap<>();
        List.of("topic", "organisation", "region", "status").forEach(field -> fields.put(field, new Score()));
        Map<String, Tally> byLabel = new TreeMap<>();
        List<Miss> misses = new ArrayList<>();
        for (LabelledPassage passage : passages) {
            List<FoundCase> found = UseCaseExtractor.extract(null, passage.text());
            List<Pair> pairs = matched(passage.cases(), found);
            for (Pair pair : pairs) {
                score(passage, passage.cases().get(pair.labelled()), found.get(pair.found()), fields, misses);
            }
            tell(passage, found, pairs, misses);
            int any = found.isEmpty() ? 0 : 1;
            Tally tally = new Tally(1, passage.cases().size(), found.size(), pairs.size(), any);
            byLabel.merge(passage.label(), tally, Tally::plus);
        }
        return of(byLabel, fields, misses);
    }

    private static Evaluation of(Map<String, Tally> byLabel, Map<String, Score> fields, List<Miss> misses) {
        Tally none = new Tally(0, 0, 0, 0, 0);
        Tally all = byLabel.values().stream().reduce(none, Tally::plus);
        Tally others = byLabel.getOrDefault("near", none).plus(byLabel.getOrDefault("negative", none));
        Double precision = share(all.hits(), all.found());
        Double recall = share(all.hits(), all.cases());
        return new Evaluation(
                all.passages(),
                all.cases(),
                precision,
                recall,
                share(2 * all.hits(), all.found() + all.cases()),
                fields.get("topic").share(),
                fields.get("organisation").share(),
                fields.get("region").share(),
                fields.get("status").share(),
                share(others.passagesWithFound(), others.passages()),
                byLabel,
                List.copyOf(misses));
    }

    private static Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static List<Pair> matched(List<LabelledCase> labelled, List<FoundCase> found) {
        List<Pair> likely = new ArrayList<>();
        for (int i = 0; i < labelled.size(); i++) {
            for (int k = 0; k < found.size(); k++) {
                double likeness =
                        Similarity.dice(labelled.get(i).title(), found.get(k).title());
                if (likeness >= Similarity.SAME) {
                    likely.add(new Pair(i, k, likeness));
                }
            }
        }
        likely.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        boolean[] takenLabels = new boolean[labelled.size()];
        boolean[] takenFound = new boolean[found.size()];
        List<Pair> matched = new ArrayList<>();
        for (Pair pair : likely) {
            if (!takenLabels[pair.labelled()] && !takenFound[pair.found()]) {
                takenLabels[pair.labelled()] = true;
                takenFound[pair.found()] = true;
                matched.add(pair);
            }
        }
        return matched;
    }

    private static void score(
            LabelledPassage passage,
            LabelledCase label,
            FoundCase found,
            Map<String, Score> fields,
            List<Miss> misses) {
        score(passage, "topic", label.topic(), found.topic(), fields, misses);
        score(passage, "region", label.regionCode(), found.regionCode(), fields, misses);
        score(passage, "status", label.status(), found.status().code(), fields, misses);
        if (label.organisation() != null) {
            boolean right = isSameBody(label.organisation(), found);
            String is = right ? label.organisation() : found.organisation();
            score(passage, "organisation", label.organisation(), is, fields, misses);
        }
    }

    private static void score(
            LabelledPassage passage,
            String field,
            String labelled,
            String found,
            Map<String, Score> fields,
            List<Miss> misses) {
        if (labelled == null) {
            return;
        }
        Score score = fields.get(field);
        score.scored++;
        if (labelled.equals(found)) {
            score.right++;
        } else {
            misses.add(new Miss(passage.id(), field, labelled + " ≠ " + found));
        }
    }

    private static boolean isSameBody(String labelled, FoundCase found) {
        String id = Organisations.bundled()
                .identify(Plain.of(labelled))
                .map(Organisation::id)
                .orElse(null);
        if (id != null && found.organisationId() != null) {
            return id.equals(found.organisationId());
        }
        return found.organisation() != null && spaceless(labelled).equals(spaceless(found.organisation()));
    }

    private static String spaceless(String name) {
        return Plain.of(name).replace(" ", "");
    }

    private static void tell(LabelledPassage passage, List<FoundCase> found, List<Pair> pairs, List<Miss> misses) {
        for (int i = 0; i < passage.cases().size(); i++) {
            int at = i;
            if (pairs.stream().noneMatch(pair -> pair.labelled() == at)) {
                misses.add(
                        new Miss(passage.id(), "missed", passage.cases().get(i).title()));
            }
        }
        for (int k = 0; k < found.size(); k++) {
            int at = k;
            if (pairs.stream().noneMatch(pair -> pair.found() == at)) {
                FoundCase one = found.get(k);
                misses.add(new Miss(passage.id(), "false", one.title() + " (" + one.rule() + ")"));
            }
        }
    }

    /** The figures under the names that {@code jobs/hub evaluate --json} prints; misses left out. */
    public Map<String, Object> json() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("passages", passages);
        figures.put("cases", cases);
        figures.put("precision", precision);
        figures.put("recall", recall);
        figures.put("f1", f1);
        figures.put("topic", topic);
        figures.put("organisation", organisation);
        figures.put("region", region);
        figures.put("status", status);
        figures.put("false_positive_share", falsePositiveShare);
        Map<String, Object> labels = new LinkedHashMap<>();
        byLabel.forEach((label, tally) -> labels.put(label, tally.json()));
        figures.put("by_label", labels);
        return figures;
    }
}
