package org.snapshothub.extract.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that one input gave. */
record Reading(List<Item> items, long records, long position) {

    static Reading of(Source source) throws IOException {
        return of(source, null, Limits.DEFAULT);
    }

    static Reading of(Source source, Source sidecar, Limits limits) throws IOException {
        List<Item> items = new ArrayList<>();
        try (PageReader reader = PageReader.of(source, sidecar, limits)) {
            for (Optional<Item> item = reader.next(); item.isPresent(); item = reader.next()) {
                items.add(item.get());
            }
            return new Reading(List.copyOf(items), reader.records(), reader.position());
        }
    }

    List<Capture> pages() {
        return all(Item.Captured.class).stream().map(Item.Captured::capture).toList();
    }

    Capture page() {
        if (pages().size() != 1) {
            throw new AssertionError("one page expected, but: " + this);
        }
        return pages().get(0);
    }

    List<Item.Refused> refused() {
        return all(Item.Refused.class);
    }

    /** The reasons of all refusals, in their order. */
    List<String> reasons() {
        return refused().stream().map(refused -> refused.rejected().reason()).toList();
    }

    List<Item.Revisit> revisits() {
        return all(Item.Revisit.class);
    }

    List<String> passed() {
        return all(Item.Passed.class).stream().map(Item.Passed::why).toList();
    }

    private <T extends Item> List<T> all(Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
