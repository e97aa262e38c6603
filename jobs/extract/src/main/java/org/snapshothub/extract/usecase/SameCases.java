package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The titles of one body, put together where they name the same case: connected components of near-duplicates.
 *
 * <p>The components depend on the titles alone, not on their order. Two titles as alike as
 * {@link CaseKey#NEAR_DUPLICATE} share one of their rarest bigrams, so that only such pairs are compared.
 */
public final class SameCases {

    private final Map<String, String> parent = new HashMap<>();

    private SameCases() {}

    /** The components, each in order and all in the order of their first titles. */
    public static List<SortedSet<String>> of(Collection<String> titles) {
        SortedSet<String> distinct = new TreeSet<>(titles);
        Map<String, List<String>> spelt = new TreeMap<>();
        distinct.forEach(t ->
                spelt.computeIfAbsent(letters(t), letters -> new ArrayList<>()).add(t));
        Map<String, Integer> occurring = new HashMap<>();
        spelt.keySet().forEach(l -> bigrams(l).forEach(b -> occurring.merge(b, 1, Integer::sum)));
        SameCases same = new SameCases();
        Map<String, List<String>> sharing = new HashMap<>();
        for (String letters : spelt.keySet()) {
            same.parent.put(letters, letters);
            for (String bigram : rarest(bigrams(letters), occurring)) {
                List<String> others = sharing.computeIfAbsent(bigram, b -> new ArrayList<>());
                others.stream()
                        .filter(o -> Similarity.diceOfLetters(o, letters) >= CaseKey.NEAR_DUPLICATE)
                        .forEach(o -> same.join(o, letters));
                others.add(letters);
            }
        }
        Map<String, SortedSet<String>> components = new TreeMap<>();
        spelt.forEach((letters, all) -> components
                .computeIfAbsent(same.root(letters), root -> new TreeSet<>())
                .addAll(all));
        return components.values().stream()
                .sorted((a, b) -> a.first().compareTo(b.first()))
                .toList();
    }

    private static String letters(String title) {
        return Similarity.letters(title).toLowerCase(Locale.ROOT);
    }

    private static List<String> bigrams(String letters) {
        List<String> bigrams = new ArrayList<>();
        Map<String, Integer> met = new HashMap<>();
        for (int i = 0; i + 2 <= letters.length(); i++) {
            String bigram = letters.substring(i, i + 2);
            bigrams.add(bigram + met.merge(bigram, 1, Integer::sum));
        }
        return bigrams;
    }

    /** So many of its bigrams, rare ones first, that a near-duplicate cannot lack all of them. */
    private static List<String> rarest(List<String> bigrams, Map<String, Integer> occurring) {
        bigrams.sort(Comparator.<String>comparingInt(occurring::get).thenComparing(Comparator.naturalOrder()));
        // Dice d of a and b means at least d/2·(|a|+|b|) shared, and |b| at least d/(2−d)·|a|: together d/(2−d)·|a|.
        double shared = CaseKey.NEAR_DUPLICATE / (2 - CaseKey.NEAR_DUPLICATE) * bigrams.size();
        int first = bigrams.size() - (int) Math.ceil(shared) + 1;
        return bigrams.subList(0, Math.min(bigrams.size(), first));
    }

    private void join(String one, String other) {
        String a = root(one);
        String b = root(other);
        parent.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
    }

    private String root(String letters) {
        String at = letters;
        while (!parent.get(at).equals(at)) {
            parent.put(at, parent.get(parent.get(at)));
            at = parent.get(at);
        }
        return at;
    }
}
