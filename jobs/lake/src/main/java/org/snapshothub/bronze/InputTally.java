package org.snapshothub.bronze;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snapshothub.audit.Reject;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.SourceTally;

/** Counts per source what became of its inputs. Archives of live sources are left out: fetching tells of their pages. */
final class InputTally {

    private final Lake lake;
    private final Map<String, SourceTally> sources = new TreeMap<>();

    InputTally(Lake lake) {
        this.lake = lake;
    }

    List<SourceTally> sources() {
        return List.copyOf(sources.values());
    }

    /** Those listed that are no candidates look as the ledger knows them. */
    void passedOver(List<InputFile> listed, List<InputFile> candidates) {
        Set<InputFile> toLookInto = new HashSet<>(candidates);
        listed.stream().filter(file -> !toLookInto.contains(file)).forEach(this::unchanged);
    }

    void unchanged(InputFile file) {
        add(file, new SourceTally(file.source(), 0, 1, 0, 0));
    }

    void failed(InputFile file) {
        add(file, new SourceTally(file.source(), 0, 0, 1, 0));
    }

    /** Those that were to be taken: as the ledger will say, else refused or left for a later run. */
    void taken(List<TakeInputs.Order> orders, List<Input> rows, List<Reject> rejects) {
        Map<String, Input> entered = rows.stream().collect(Collectors.toMap(Input::path, row -> row));
        Set<String> unreadable = rejects.stream()
                .filter(r -> r.reason().equals(PullReason.UNREADABLE_INPUT.code()))
                .map(Reject::path)
                .collect(Collectors.toSet());
        for (TakeInputs.Order order : orders) {
            InputFile file = order.file();
            Input row = entered.get(file.path());
            if (row != null) {
                count(file, Ledger.Status.valueOf(row.status().toUpperCase(java.util.Locale.ROOT)));
            } else if (unreadable.contains(file.path())) {
                failed(file);
            } else {
                add(file, new SourceTally(file.source(), 0, 0, 0, 1));
            }
        }
    }

    private void count(InputFile file, Ledger.Status status) {
        switch (status) {
            case TAKEN -> add(file, new SourceTally(file.source(), 1, 0, 0, 0));
            case FAILED -> failed(file);
            case UNCHANGED -> unchanged(file);
        }
    }

    private void add(InputFile file, SourceTally one) {
        if (!LiveArchive.holds(lake, file.path())) {
            sources.merge(one.source(), one, SourceTally::plus);
        }
    }
}
