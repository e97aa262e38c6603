package org.snapshothub.silver;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snapshothub.extract.usecase.CaseKey;
import org.snapshothub.extract.usecase.SameCases;

/**
 * The key of each case that a known body did: near-duplicate titles of one body have one key, in whatever articles they
 * are told.
 *
 * <p>Which cases share a key depends on the titles alone, so it is the same in any order of arrival and any batching. A
 * key lives on while one of its cases does; when keys merge, the one taken first survives.
 */
final class CaseKeys {

    /** A case of a known body, with the key it has already; null when it is new. */
    record Told(String useCaseId, String organisationId, String title, Key key) {}

    /** A key, and the sequence number of the commit that took it first. */
    record Key(String caseKey, long takenSeq) {}

    private static final Comparator<Key> FIRST_TAKEN =
            Comparator.comparingLong(Key::takenSeq).thenComparing(Key::caseKey);

    private CaseKeys() {}

    /** The key of every case, by its id; {@code all} holds all cases of each body it holds one of. */
    static Map<String, Key> of(Collection<Told> all, long seq) {
        Map<String, List<Told>> byBody =
                all.stream().collect(Collectors.groupingBy(Told::organisationId, TreeMap::new, Collectors.toList()));
        Map<String, Key> keys = new HashMap<>();
        byBody.forEach((body, cases) -> assign(body, cases, seq, keys));
        return keys;
    }

    private static void assign(String body, List<Told> cases, long seq, Map<String, Key> keys) {
        Map<String, List<Told>> byTitle = cases.stream().collect(Collectors.groupingBy(Told::title));
        Set<String> given = new HashSet<>();
        for (SortedSet<String> titles : SameCases.of(byTitle.keySet())) {
            List<Told> same =
                    titles.stream().flatMap(t -> byTitle.get(t).stream()).toList();
            // A group that came apart cannot keep one key twice.
            Key key = same.stream()
                    .map(Told::key)
                    .filter(k -> k != null && !given.contains(k.caseKey()))
                    .min(FIRST_TAKEN)
                    .orElseGet(() -> new Key(CaseKey.of(titles.first(), body, ""), seq));
            given.add(key.caseKey());
            same.forEach(told -> keys.put(told.useCaseId(), key));
        }
    }
}
