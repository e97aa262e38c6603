package org.snapshothub.cluster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.snapshothub.LakeTest;
import org.snapshothub.Pipeline;
import org.snapshothub.SampleLake;
import org.snapshothub.audit.JobRun;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.site.SiteFolder;
import org.snapshothub.readers.SparkRows;

/** What the tables of a lake say, apart from which run said it, when, and from where it had its inputs. */
final class Said {

    private static final Set<String> OF_THE_RUN = Set.of(
            "run_id", "run_seq", "taken_seq", "taken_at", "rejected_at", "change_mark", "path", "archive", "reject_id");

    private static final Map<String, List<List<String>>> EMBEDDED = new ConcurrentHashMap<>();

    private Said() {}

    static Stream<Table<?>> tables() {
        return Pipeline.tables().stream().filter(table -> table != JobRun.TABLE);
    }

    /** How the jobs of a run ended, by {@code audit.runs}: the truth where exit codes are lost. */
    static List<String> outcomes(Lake lake, String runId) {
        return lake.records(JobRun.TABLE).stream()
                .filter(run -> run.runId().equals(runId))
                .map(run -> run.job() + " " + run.outcome())
                .toList();
    }

    /** What a run without fault leaves. */
    static List<String> allWell() {
        return Pipeline.JOBS.stream().map(job -> job.name() + " ok").toList();
    }

    /** Which edition a site shows: equal rows give equal bytes, and those the same name. */
    static String edition(Path site) {
        return SiteFolder.editions(site).get(0).id();
    }

    /** What the embedded run over the sample says, read once for all who are compared with it. */
    static List<List<String>> byTheSample(Table<?> table) {
        return EMBEDDED.computeIfAbsent(
                table.name(),
                name -> by(new Lake(LakeTest.spark(), SampleLake.lake().toString()), table));
    }

    /** The rows of a table, in no order. */
    static List<List<String>> by(Lake lake, Table<?> table) {
        Column[] columns = Arrays.stream(table.schema().fieldNames())
                .filter(name -> !OF_THE_RUN.contains(name))
                .map(functions::col)
                .toArray(Column[]::new);
        return SparkRows.of(lake.read(table).select(columns));
    }
}
