package org.snapshothub.audit;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.snapshothub.extract.record.Rejected;
import org.snapshothub.extract.record.Sha256;
import org.snapshothub.lake.HubException;
import org.snapshothub.lake.Outcome;
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
        run.slices().append(Reject.TABLE, List.copyOf(distinct.values()), run.note(Reject.TABLE, Map.of(), Set.of()));
        return distinct.size();
    }

    /** The open rejects that a redrive offers again: those of its reason and inputs. */
    public static Dataset<Row> offered(Run run) {
        Dataset<Row> open =
                run.lake().read(Reject.TABLE).where(col("redriven_by").isNull());
        String reason = run.options().redrive().orElseThrow();
        Dataset<Row> ofReason =
                reason.isEmpty() ? open : open.where(col("reason").equalTo(reason));
        return run.options().inputs().stream()
                .map(input -> isOf(input, run.lake().hadoop()))
                .reduce(Column::or)
                .map(ofReason::where)
                .orElse(ofReason);
    }

    /** Whether a reject's path is the input, lies below it, or matches it as a glob. */
    private static Column isOf(String input, Configuration configuration) {
        String place = qualified(input, configuration);
        return col("path")
                .equalTo(place)
                .or(col("path").startsWith(place + "/"))
                .or(col("path").rlike("^" + regex(place) + "(/.*)?$"));
    }

    private static String qualified(String input, Configuration configuration) {
        if (input.matches("(?i)https?://.*")) {
            return input;
        }
        try {
            Path path = new Path(input);
            return path.getFileSystem(configuration).makeQualified(path).toString();
        } catch (IOException | IllegalArgumentException e) {
            throw new HubException(
                    Outcome.USAGE, "input " + input + " is no path that can be read: " + e.getMessage(), e);
        }
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (char c : glob.toCharArray()) {
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            regex.append(
                    switch (c) {
                        case '*' -> "[^/]*";
                        case '?' -> "[^/]";
                        case '{' -> "(?:";
                        case '}' -> ")";
                        case ',' -> braces > 0 ? "|" : ",";
                        case '[', ']', '-' -> String.valueOf(c);
                        default -> Character.isLetterOrDigit(c) || c == '/' ? String.valueOf(c) : "\\" + c;
                    });
        }
        try {
            return Pattern.compile(regex.toString()).pattern();
        } catch (PatternSyntaxException e) {
            // No glob, but a name with odd brackets: as it is spelt.
            return Pattern.quote(glob);
        }
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

    /** What of a reject tells it from others. */
    private record Known(String rejectId) {}

    /** Asked without Spark: what can't be read today could not yesterday, and is no reason to start a session. */
    private static Set<String> knownAmong(Run run, Set<String> ids) {
        return run.lake()
                .snapshot(Reject.TABLE)
                .rows(Known.class)
                .map(Known::rejectId)
                .filter(ids::contains)
                .collect(Collectors.toSet());
    }
}
