package org.snapshothub.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.snapshothub.bronze.Input;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.lake.Run;
import org.snapshothub.silver.PageFindings;

/**
 * The quality gate before publishing: too many pages lost since the last edition, or too few stations on the newest
 * closed day.
 */
final class Gate {

    private static final ZoneId KST = ZoneId.of("Asia/Seoul");

    private final Run run;

    Gate(Run run) {
        this.run = run;
    }

    /** Why nothing may be published: which check, which value, which threshold; empty when all is well. */
    Optional<String> failure(long publishedSeq, List<RegionDay> regionDays) {
        return lostPages(publishedSeq).or(() -> coverage(regionDays));
    }

    private Optional<String> lostPages(long publishedSeq) {
        Row pages = run.lake()
                .read(PageFindings.TABLE)
                .where(col("run_seq").gt(publishedSeq))
                .agg(count(lit(1)), sum(when(col("lost"), 1).otherwise(0)))
                .head();
        // An input that gave no page at all is a lost page too: nobody knows how many it held, so one.
        long unreadable = run.lake().log(Input.TABLE).lastNote().isEmpty()
                ? 0
                : run.lake()
                        .read(Input.TABLE)
                        .where(col("run_seq").gt(publishedSeq).and(col("status").equalTo("failed")))
                        .count();
        long read = pages.getLong(0) + unreadable;
        long lost = (pages.isNullAt(1) ? 0 : pages.getLong(1)) + unreadable;
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
