package org.snapshothub.publish;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snapshothub.lake.Lake;
import org.snapshothub.publish.site.SiteContent.CaptureDay;
import org.snapshothub.publish.site.SiteContent.RunPages;
import org.snapshothub.silver.PageFindings;

/** The pages read, counted by day of capture and by the run that read them; in one pass, for there are many. */
record Findings(Map<Read, RunPages> counts) {

    /** By what pages are counted; the day is null for those whose capture does not say. */
    record Read(LocalDate fetchDate, long runSeq) {}

    /** What of a page is counted. */
    private record Page(LocalDate fetchDate, long runSeq, LocalDate observedOn, boolean lost, int rejects) {

        RunPages counted() {
            return new RunPages(1, observedOn == null ? 0 : 1, lost ? 1 : 0, rejects);
        }
    }

    static Findings of(Lake lake) {
        return new Findings(lake.snapshot(PageFindings.TABLE)
                .rows(Page.class)
                .collect(Collectors.toMap(
                        page -> new Read(page.fetchDate(), page.runSeq()), Page::counted, Findings::sum)));
    }

    private static RunPages sum(RunPages a, RunPages b) {
        return new RunPages(
                a.pages() + b.pages(), a.widgets() + b.widgets(), a.lost() + b.lost(), a.rejects() + b.rejects());
    }

    /** Those of runs after a commit's number, together. */
    RunPages since(long seq) {
        return counts.entrySet().stream()
                .filter(read -> read.getKey().runSeq() > seq)
                .map(Map.Entry::getValue)
                .reduce(new RunPages(0, 0, 0, 0), Findings::sum);
    }

    /** By day, those of no day first. */
    List<CaptureDay> captures() {
        Map<Optional<LocalDate>, RunPages> days = new HashMap<>();
        counts.forEach((read, pages) -> days.merge(Optional.ofNullable(read.fetchDate()), pages, Findings::sum));
        return days.entrySet().stream()
                .map(day -> new CaptureDay(
                        day.getKey().orElse(null),
                        day.getValue().pages(),
                        day.getValue().widgets(),
                        day.getValue().lost(),
                        day.getValue().rejects()))
                .sorted(Comparator.comparing(CaptureDay::day, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /** By run, the first run first. */
    List<RunPages> runs() {
        Map<Long, RunPages> runs = new TreeMap<>();
        counts.forEach((read, pages) -> runs.merge(read.runSeq(), pages, Findings::sum));
        return List.copyOf(runs.values());
    }
}
