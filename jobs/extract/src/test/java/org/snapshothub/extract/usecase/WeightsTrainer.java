package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Learns the weights of {@code case_weights.csv} from labelled passages: logistic regression in which a trait has to earn
 * its weight (L1), so that most have none. Steps go trait by trait in a fixed order: the same passages give the same file.
 *
 * <p>The scale comes from authors who were left out in turn, so that a probability means what it says for one who was
 * never read.
 */
final class WeightsTrainer {

    /** A trait met in fewer passages tells of these passages only. */
    private static final int PASSAGES = 4;
    /** How much a trait has to explain before it has a weight. */
    private static final double PRICE = 2;

    private static final int SWEEPS = 200;
    /** Most sweeps go over the traits that have a weight already. */
    private static final int ALL_EVERY = 10;
    /** No second derivative of the logistic loss is larger. */
    private static final double CURVATURE = 0.25;

    private static final double SMALLEST = 0.005;

    /** One phrase of a passage. */
    private record Row(int passage, String author, List<String> traits, boolean isCase) {}

    private final List<Row> rows = new ArrayList<>();

    WeightsTrainer(List<LabelledPassage> passages) {
        for (int i = 0; i < passages.size(); i++) {
            read(i, passages.get(i));
        }
    }

    private void read(int at, LabelledPassage passage) {
        Story story = Story.of(null, passage.text());
        if (!UseCaseExtractor.maySpeakOfData(story.body())) {
            return;
        }
        Beside beside = new Beside(UseCaseExtractor.proposed(story));
        for (Sentence sentence : story.sentences()) {
            Set<String> told = new LinkedHashSet<>();
            Weighed.traits(sentence, beside, (trait, word) -> told.add(Weights.named(trait, word)));
            for (Phrase phrase : beside.phrases(sentence)) {
                Set<String> traits = new LinkedHashSet<>(told);
                Weighed.traits(phrase, beside, (trait, word) -> traits.add(Weights.named(trait, word)));
                boolean isCase = passage.cases().stream()
                        .anyMatch(c -> Similarity.dice(c.title(), phrase.title()) >= Similarity.SAME);
                rows.add(new Row(at, author(passage), List.copyOf(traits), isCase));
            }
        }
    }

    /** Who wrote it: passages of other hands than ours have a letter before their number. */
    static String author(LabelledPassage passage) {
        return passage.id().matches("[a-z][0-9]+") ? passage.id().substring(0, 1) : "ours";
    }

    /** The weights learned from all, on the scale of {@link #scale}. */
    Map<String, Double> learned() {
        double[] scale = scale();
        Map<String, Double> weights = new TreeMap<>();
        fit(row -> true).forEach((trait, weight) -> {
            double scaled = weight * scale[0] + (trait.equals(Weights.ALWAYS) ? scale[1] : 0);
            if (Math.abs(scaled) >= SMALLEST) {
                weights.put(trait, Math.round(scaled * 1000) / 1000.0);
            }
        });
        return weights;
    }

    /** By what to multiply a weight, and what to add, so that the likelihood is right for an author left out. */
    private double[] scale() {
        List<double[]> unread = new ArrayList<>();
        for (String author : new TreeSet<>(rows.stream().map(Row::author).toList())) {
            Map<String, Double> weights = fit(row -> !row.author().equals(author));
            rows.stream()
                    .filter(row -> row.author().equals(author))
                    .forEach(row -> unread.add(new double[] {sum(weights, row.traits()), row.isCase() ? 1 : 0}));
        }
        double factor = 1;
        double shift = 0;
        for (int step = 0; step < 50; step++) {
            double[] g = new double[2];
            double[] h = new double[3];
            for (double[] one : unread) {
                double p = Weights.probability(factor * one[0] + shift);
                g[0] += (p - one[1]) * one[0];
                g[1] += p - one[1];
                h[0] += p * (1 - p) * one[0] * one[0];
                h[1] += p * (1 - p) * one[0];
                h[2] += p * (1 - p);
            }
            double det = h[0] * h[2] - h[1] * h[1];
            factor -= (g[0] * h[2] - g[1] * h[1]) / det;
            shift -= (g[1] * h[0] - g[0] * h[1]) / det;
        }
        return new double[] {factor, shift};
    }

    private static double sum(Map<String, Double> weights, Collection<String> traits) {
        return traits.stream().mapToDouble(t -> weights.getOrDefault(t, 0.0)).sum();
    }

    /** The weights that explain the rows best for their price. */
    Map<String, Double> fit(Predicate<Row> which) {
        List<Row> read = rows.stream().filter(which).toList();
        Map<String, int[]> columns = columns(read);
        double[] margins = new double[read.size()];
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean all = sweep % ALL_EVERY == 0;
            columns.forEach((trait, column) -> {
                if (!all && weights.getOrDefault(trait, 0.0) == 0) {
                    return;
                }
                double old = weights.getOrDefault(trait, 0.0);
                double slope = 0;
                for (int row : column) {
                    slope += Weights.probability(margins[row]) - (read.get(row).isCase() ? 1 : 0);
                }
                double curve = CURVATURE * column.length;
                double free = old - slope / curve;
                double price = trait.equals(Weights.ALWAYS) ? 0 : PRICE / curve;
                double weight = Math.signum(free) * Math.max(0, Math.abs(free) - price);
                if (weight != old) {
                    weights.put(trait, weight);
                    for (int row : column) {
                        margins[row] += weight - old;
                    }
                }
            });
        }
        weights.values().removeIf(weight -> weight == 0);
        return weights;
    }

    /** The rows of each trait that enough passages have. */
    private static Map<String, int[]> columns(List<Row> read) {
        Map<String, Set<Integer>> passages = new TreeMap<>();
        Map<String, List<Integer>> at = new TreeMap<>();
        for (int i = 0; i < read.size(); i++) {
            for (String trait : new HashSet<>(read.get(i).traits())) {
                passages.computeIfAbsent(trait, t -> new HashSet<>())
                        .add(read.get(i).passage());
                at.computeIfAbsent(trait, t -> new ArrayList<>()).add(i);
            }
        }
        Map<String, int[]> columns = new TreeMap<>();
        at.forEach((trait, rows) -> {
            if (passages.get(trait).size() >= PASSAGES && trait.indexOf('"') < 0) {
                columns.put(trait, rows.stream().mapToInt(Integer::intValue).toArray());
            }
        });
        return columns;
    }

    /** The file's text. */
    static String file(Map<String, Double> weights) {
        StringBuilder text =
                new StringBuilder("# How loudly each trait of a phrase speaks for (above 0) or against its being"
                        + " a case; learned from labels/passages.jsonl, see decision 18.\ntrait,word,weight\n");
        weights.forEach((trait, weight) -> {
            int colon = trait.indexOf(':');
            String name = colon < 0 ? trait : trait.substring(0, colon);
            String word = colon < 0 ? "" : trait.substring(colon + 1);
            boolean quoted = word.indexOf(',') >= 0 || word.startsWith("#");
            text.append(name).append(',').append(quoted ? '"' + word + '"' : word);
            text.append(String.format(Locale.ROOT, ",%.3f%n", weight));
        });
        return text.toString();
    }
}
