package org.snapshothub.publish;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snapshothub.bronze.Input;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.lake.Run;
import org.snapshothub.publish.site.SiteContent;

/**
 * The quality gate before publishing: too many pages lost since the last edition, or too few stations on the newest
 * closed day.
 */
final class Gate {

    private static final ZoneId KST = ZoneId.of("Asia/Seoul");

    /** What of an input the gate asks. */
    private record Taken(long runSeq, String status) {}

    private final Run run;
    private final Findings findings;

    Gate(Run run, Findings findings) {
        this.run = run;
        this.findings = findings;
    }

    /** Why nothing may be published: which check, which value, which threshold; empty when all is well. */
    Optional<String> failure(long publishedSeq, List<RegionDay> regionDays) {
        return lostPages(publishedSeq).or(() -> coverage(regionDays));
    }

    private Optional<String> lostPages(long publishedSeq) {
        SiteContent.RunPages pages = findings.since(publishedSeq);
        // An input that gave no page at all is a lost page too: nobody knows how many it held, so one.
        long unreadable = run.lake()
                .snapshot(Input.TABLE)
                .rows(Taken.class)
                .filter(input -> input.runSeq() > publishedSeq && input.status().equals("failed"))
                .count();
        long read = pages.pages() + unreadable;
        long lost = pages.lost() + unreadable;
        double share = read == 0 ? 0 : (double) lost / read;
        double threshold = run.settings().gate().lostPages();
        if (read < run.settings().gate().lostPagesFrom() || share <= threshold) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                "lost pages: %d of %d pages read since the last edition were lost, a share of %.3f; the threshold is %.3f",
                lost, read, share, threshold));
    }

    private Optional<String> coverage(List<RegionDay> regionDays) {
        LocalDate today = LocalDate.ofInstant(run.startedAt(), KST);
        double threshold = run.settings().gate().coverage();
        return regionDays.stream()
                .filter(day -> day.regionCode().equals("KR") && day.observedOn().isBefore(today))
                .max(Comparator.comparing(RegionDay::observedOn))
                .filter(day -> day.coverage().doubleValue() < threshold)
                .map(day -> String.format(
                        "coverage: KR has %d of %d stations on %s, a coverage of %s; the threshold is %.3f",
                        day.stationCount(),
                        day.stationExpected(),
                        day.observedOn(),
                        day.coverage().toPlainString(),
                        threshold));
    }
}
