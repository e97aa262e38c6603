package org.snapshothub.lake;

import io.delta.tables.DeltaTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * How long a table's past versions stay readable: two properties of the table, for the files and for the log. Delta
 * refuses time travel to a commit that is older than the first, vacuumed or not, and takes no number given to VACUUM.
 */
public final class Retention {

    private static final String FILES = "delta.deletedFileRetentionDuration";
    private static final String LOG = "delta.logRetentionDuration";

    private final Lake lake;
    private final Instant now;

    public Retention(Lake lake, Instant now) {
        this.lake = lake;
        this.now = now;
    }

    static Map<String, String> properties(int days) {
        String interval = "interval " + days + " days";
        return new TreeMap<>(Map.of(FILES, interval, LOG, interval));
    }

    /**
     * Makes the table keep these versions for at least {@link Lake#RETENTION_DAYS} more, by when it must have been asked
     * again; gives the days. It must come before any vacuum.
     */
    public int keep(Table<?> table, Set<Long> versions) {
        long oldest = versions.stream()
                .flatMap(version -> lake.log(table).committedAt(version).stream())
                .mapToLong(committed -> Duration.between(committed, now).toDays() + 1)
                .max()
                .orElse(0);
        // In whole steps, so that a table gets a commit for this once a month and not each time it is asked.
        long steps = 1 + (Math.max(0, oldest) + Lake.RETENTION_DAYS - 1) / Lake.RETENTION_DAYS;
        int days = (int) (steps * Lake.RETENTION_DAYS);
        if (!isAlready(table, days)) {
            String properties = properties(days).entrySet().stream()
                    .map(property -> "'" + property.getKey() + "' = '" + property.getValue() + "'")
                    .collect(Collectors.joining(", "));
            lake.spark().sql("ALTER TABLE delta.`" + lake.path(table) + "` SET TBLPROPERTIES (" + properties + ")");
        }
        return days;
    }

    private boolean isAlready(Table<?> table, int days) {
        Row detail = DeltaTable.forPath(lake.spark(), lake.path(table).toString())
                .detail()
                .head();
        Map<String, String> set = detail.getJavaMap(detail.fieldIndex("properties"));
        return properties(days).entrySet().stream()
                .allMatch(property -> property.getValue().equals(set.get(property.getKey())));
    }
}
