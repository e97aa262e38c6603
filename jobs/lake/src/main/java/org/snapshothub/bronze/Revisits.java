package org.snapshothub.bronze;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.snapshothub.audit.Reject;
import org.snapshothub.audit.Rejects;
import org.snapshothub.extract.page.Item;
import org.snapshothub.lake.Run;

/** Revisit records made whole: the page fetched again is the original's content under its own address and time. */
final class Revisits {

    private final Run run;
    private final String job;

    Revisits(Run run, String job) {
        this.run = run;
        this.job = job;
    }

    /** Pages of the revisits whose original the lake holds, and rejects of the others. */
    record Resolved(List<CapturedPage> pages, List<Reject> rejects) {}

    Resolved resolve(List<Taken.Revisit> revisits, long seq) {
        List<CapturedPage> originals = originals(revisits);
        List<CapturedPage> pages = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        for (Taken.Revisit revisit : revisits) {
            Optional<CapturedPage> original = originals.stream()
                    .filter(p -> p.url().equals(revisit.originalUrl()))
                    .filter(p -> revisit.payloadDigest() == null
                            || revisit.payloadDigest().equals(p.payloadDigest()))
                    .filter(p -> revisit.originalTime() == null
                            || revisit.originalTime().equals(p.fetchTime()))
                    .max(Comparator.comparing(CapturedPage::fetchTime, Comparator.nullsFirst(Comparator.naturalOrder()))
                            .thenComparing(CapturedPage::pageId));
            if (original.isPresent()) {
                pages.add(page(revisit, original.get(), seq));
            } else {
                Item.Refused lone = item(revisit).lone();
                rejects.add(
                        Rejects.of(run.stamp(), job, lone.rejected(), revisit.path(), lone.url(), null, lone.offset()));
            }
        }
        return new Resolved(pages, rejects);
    }

    /** Pages of the addresses referred to; only of the days that the revisits name, where all name one. */
    private List<CapturedPage> originals(List<Taken.Revisit> revisits) {
        Set<String> urls = revisits.stream()
                .map(Taken.Revisit::originalUrl)
                .filter(u -> u != null)
                .collect(Collectors.toCollection(TreeSet::new));
        if (urls.isEmpty()) {
            return List.of();
        }
        Dataset<Row> pages =
                run.lake().read(CapturedPage.TABLE).where(col("url").isin(urls.toArray()));
        boolean allNameADay = revisits.stream().allMatch(r -> r.originalTime() != null);
        if (allNameADay) {
            pages = pages.where(col("fetch_date")
                    .isin(revisits.stream()
                            .map(r -> LocalDate.ofInstant(r.originalTime(), TakeInputs.KST))
                            .distinct()
                            .toArray()));
        }
        return org.snapshothub.lake.Lake.records(CapturedPage.TABLE, pages);
    }

    private static Item.Revisit item(Taken.Revisit r) {
        return new Item.Revisit(
                r.url(),
                r.fetchTime(),
                r.status(),
                r.payloadDigest(),
                r.originalUrl(),
                r.originalTime(),
                r.path(),
                r.archiveOffset(),
                r.archiveLength());
    }

    private CapturedPage page(Taken.Revisit revisit, CapturedPage o, long seq) {
        var capture = item(revisit)
                .resolvedBy(new org.snapshothub.extract.page.Capture(
                        o.url(),
                        o.fetchTime(),
                        o.fetchStatus(),
                        o.contentType(),
                        o.content(),
                        o.contentTruncated(),
                        o.contentDigest(),
                        o.archive(),
                        o.archiveOffset(),
                        o.archiveLength()));
        return new CapturedPage(
                capture.pageId(),
                revisit.source(),
                capture.url(),
                capture.fetchTime(),
                capture.status(),
                capture.content(),
                capture.content().length,
                capture.truncated(),
                capture.contentDigest(),
                capture.contentType(),
                o.contentCharset(),
                o.charsetSource(),
                o.replacementCount(),
                revisit.path(),
                capture.archive(),
                capture.archiveOffset(),
                capture.archiveLength(),
                o.payloadDigest(),
                run.id(),
                seq,
                capture.fetchTime() == null ? null : LocalDate.ofInstant(capture.fetchTime(), TakeInputs.KST));
    }
}
