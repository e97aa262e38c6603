package org.snapshothub.silver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups of copies as connected components: pages joined by verified pairs, and by the groups they already are in.
 *
 * <p>The components depend on the pairs alone, not on their order. A component that holds known groups takes the id of
 * the one taken first; the others die and become aliases. One that holds none gets a new id, made of its first page.
 */
final class Groups {

    private final Map<String, String> parent = new HashMap<>();
    private final Map<String, Known> groups = new HashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();

    /** A group that has been taken before, and when. */
    record Known(String articleId, long takenSeq) {}

    /** A component: its id, since when it is known (or null), its pages, and the ids that die in it. */
    record Component(String articleId, Long takenSeq, List<String> pages, List<String> dead) {}

    void page(String pageId) {
        parent.putIfAbsent(pageId, pageId);
    }

    void pair(String one, String other) {
        page(one);
        page(other);
        parent.put(root(one), root(other));
    }

    /** Says that a page is in a group already; the group's pages are one component. */
    void member(String pageId, Known group) {
        page(pageId);
        groups.put(group.articleId(), group);
        List<String> pages = members.computeIfAbsent(group.articleId(), id -> new ArrayList<>());
        if (!pages.isEmpty()) {
            pair(pages.get(0), pageId);
        }
        pages.add(pageId);
    }

    List<Component> components() {
        Map<String, TreeSet<String>> pagesOf = new TreeMap<>();
        parent.keySet().forEach(p -> pagesOf.computeIfAbsent(root(p), r -> new TreeSet<>())
                .add(p));
        Map<String, List<Known>> knownIn = new HashMap<>();
        members.forEach((id, pages) -> knownIn.computeIfAbsent(root(pages.get(0)), r -> new ArrayList<>())
                .add(groups.get(id)));
        return pagesOf.entrySet().stream()
                .map(e -> component(e.getValue(), knownIn.getOrDefault(e.getKey(), List.of())))
                .toList();
    }

    private static Component component(TreeSet<String> pages, Collection<Known> known) {
        List<Known> firstTakenFirst = known.stream()
                .sorted(Comparator.comparingLong(Known::takenSeq).thenComparing(Known::articleId))
                .toList();
        if (firstTakenFirst.isEmpty()) {
            return new Component(pages.first(), null, List.copyOf(pages), List.of());
        }
        Known survivor = firstTakenFirst.get(0);
        List<String> dead =
                firstTakenFirst.stream().skip(1).map(Known::articleId).toList();
        return new Component(survivor.articleId(), survivor.takenSeq(), List.copyOf(pages), dead);
    }

    private String root(String page) {
        String root = page;
        while (!parent.get(root).equals(root)) {
            root = parent.get(root);
        }
        for (String p = page; !p.equals(root); ) {
            String next = parent.get(p);
            parent.put(p, root);
            p = next;
        }
        return root;
    }
}
