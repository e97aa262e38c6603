package org.snapshothub.audit;

import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.snapshothub.extract.record.Rejected;
import org.snapshothub.extract.record.Sha256;
import org.snapshothub.lake.Run;

/**
 * Writing to {@code audit.rejects}: the same thing refused again is the same row, and adds none.
 *
 * <p>Rejects are committed before the row that says their input has been looked at: a kill between the two repeats
 * them, and a repeated reject changes nothing.
 */
public final class Rejects {

    private Rejects() {}

    /** A reject of {@code job}; {@code path}, {@code url}, {@code pageId} and {@code offset} are null where unknown. */
    public static Reject of(
            Run.Stamp run, String job, Rejected rejected, String path, String url, String pageId, Long offset) {
        String what = pageId != null ? pageId : Objects.requireNonNullElse(path, "");
        String key = String.join(
                "\n",
                job,
                rejected.reason(),
                what,
                offset == null ? "" : offset.toString(),
                Integer.toString(rejected.ordinal()));
        return new Reject(
                Sha256.hex(key),
                job,
                rejected.reason(),
                rejected.detail(),
                path,
                url,
                pageId,
                offset,
                rejected.excerpt().isEmpty() ? null : rejected.excerpt(),
                run.runId(),
                run.startedAt(),
                null);
    }

    /** Adds those not yet known; answers how many. */
    public static long add(Run run, List<Reject> rejects) {
        Map<String, Reject> distinct = new LinkedHashMap<>();
        rejects.forEach(r -> distinct.putIfAbsent(r.rejectId(), r));
        if (distinct.isEmpty()) {
            return 0;
        }
        knownAmong(run, distinct.keySet()).forEach(distinct::remove);
        if (distinct.isEmpty()) {
            return 0;
        }
        run.slices()
                .append(
                        Reject.TABLE,
                        run.rows(Reject.TABLE, List.copyOf(distinct.values())),
                        run.note(Reject.TABLE, Map.of(), Set.of()));
        return distinct.size();
    }

    /** The open rejects that a redrive offers again: those of its reason. */
    public static Dataset<Row> offered(Run run) {
        Dataset<Row> open =
                run.lake().read(Reject.TABLE).where(col("redriven_by").isNull());
        String reason = run.options().redrive().orElseThrow();
        return reason.isEmpty() ? open : open.where(col("reason").equalTo(reason));
    }

    /** Marks those of {@code offered} that did not come again: this run took what they were about. */
    public static long close(Run run, List<Reject> offered, List<Reject> again) {
        Set<String> still = again.stream().map(Reject::rejectId).collect(Collectors.toSet());
        List<Reject> closed = offered.stream()
                .filter(r -> !still.contains(r.rejectId()))
                .map(r -> r.redrivenBy(run.id()))
                .toList();
        if (!closed.isEmpty()) {
            String ids = closed.stream().map(r -> "'" + r.rejectId() + "'").collect(Collectors.joining(", "));
            run.slices()
                    .replaceWhere(
                            Reject.TABLE,
                            "reject_id IN (" + ids + ")",
                            run.rows(Reject.TABLE, closed),
                            run.note(Reject.TABLE, Map.of(), Set.of()));
        }
        return closed.size();
    }

    private static Set<String> knownAmong(Run run, Set<String> ids) {
        if (run.lake().log(Reject.TABLE).lastNote().isEmpty()) {
            return Set.of();
        }
        Dataset<Row> known = run.lake().read(Reject.TABLE).select("reject_id");
        Dataset<Row> asked = ids.size() < 1_000
                ? known.where(col("reject_id").isin(ids.toArray()))
                : known.join(
                        org.apache.spark.sql.functions.broadcast(run.spark()
                                .createDataset(List.copyOf(ids), org.apache.spark.sql.Encoders.STRING())
                                .toDF("reject_id")),
                        "reject_id");
        return asked.collectAsList().stream().map(r -> r.getString(0)).collect(Collectors.toSet());
    }
}
