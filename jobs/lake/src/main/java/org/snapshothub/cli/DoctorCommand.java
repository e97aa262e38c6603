package org.snapshothub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FsStatus;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.sql.SparkSession;
import org.snapshothub.extract.observation.Stations;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Lock;
import org.snapshothub.lake.Outcome;
import org.snapshothub.lake.Program;
import org.snapshothub.lake.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import scala.jdk.javaapi.OptionConverters;

@Command(
        name = "doctor",
        description = "Versions that must fit together, time zone, memory, settings, free disk, the lake and its lock.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  hub doctor", "  hub doctor --lake s3a://hub/lake"})
final class DoctorCommand implements Callable<Integer> {

    private static final long LITTLE_MEMORY = 768L << 20;
    private static final long LITTLE_DISK = 1L << 30;

    /** Spark lines this jar has been tested on, each with the Delta artefact of its line. */
    private static final List<String> SPARK_LINES = List.of("4.0", "4.2");

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    /** How a thing looked at is: a session may have good reasons to differ from the project's files. */
    private enum Mark {
        OK("ok"),
        DIFFERS("~"),
        WRONG("!!");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        private static Mark of(boolean isWell) {
            return isWell ? OK : WRONG;
        }
    }

    /** One thing looked at. */
    private record Finding(String what, String seen, Mark mark, String advice) {

        private Finding(String what, String seen, boolean isWell, String advice) {
            this(what, seen, Mark.of(isWell), advice);
        }

        private boolean isWell() {
            return mark != Mark.WRONG;
        }
    }

    @Override
    public Integer call() {
        SparkSession spark = Spark.session();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(versions(spark));
        findings.addAll(machine(spark));
        findings.addAll(settings(spark));
        findings.addAll(sources(common.settings()));
        findings.addAll(lake(spark));
        findings.add(new Finding(
                "reference data", Stations.bundled().all().size() + " stations", true, "validated when loaded"));
        show(findings);
        return findings.stream().allMatch(Finding::isWell) ? 0 : Outcome.USAGE.exitCode();
    }

    private static List<Finding> versions(SparkSession spark) {
        String line = spark.version().replaceAll("^(\\d+\\.\\d+).*", "$1");
        int java = Runtime.version().feature();
        String delta = deltaVersion();
        return List.of(
                new Finding("program", Program.VERSION, true, ""),
                new Finding("Java", Runtime.version().toString(), java >= 17, "Java 17 or newer is needed"),
                new Finding(
                        "Spark",
                        spark.version(),
                        SPARK_LINES.contains(line),
                        "this jar was tested on Spark " + String.join(" and ", SPARK_LINES)),
                new Finding(
                        "Scala",
                        scala.util.Properties.versionNumberString(),
                        scala.util.Properties.versionNumberString().startsWith("2.13"),
                        "Spark 4 and this jar are built with Scala 2.13"),
                new Finding(
                        "Delta",
                        delta,
                        delta.contains(line + "_"),
                        "Delta has one artefact per Spark line: delta-spark_" + line + "_2.13 belongs to Spark "
                                + line),
                new Finding("Hadoop", VersionInfo.getVersion(), true, ""));
    }

    /** The jar that Delta came from: its name carries the Spark line, which its package version does not. */
    private static String deltaVersion() {
        var source = io.delta.tables.DeltaTable.class.getProtectionDomain().getCodeSource();
        return source == null
                ? "unknown"
                : new org.apache.hadoop.fs.Path(source.getLocation().toString())
                        .getName()
                        .replaceAll("\\.jar$", "");
    }

    private static List<Finding> machine(SparkSession spark) {
        long heap = Runtime.getRuntime().maxMemory();
        String zone = spark.conf().get("spark.sql.session.timeZone");
        return List.of(
                new Finding(
                        "session time zone",
                        zone,
                        ZoneId.of(zone).equals(ZoneId.of("Asia/Seoul")),
                        "days and hours are KST: set spark.sql.session.timeZone=Asia/Seoul"),
                new Finding(
                        "memory",
                        (heap >> 20) + " MiB heap, " + Runtime.getRuntime().availableProcessors() + " cores",
                        heap >= LITTLE_MEMORY,
                        "give the driver 768 MiB or more (HUB_JAVA_OPTS=-Xmx1g)"));
    }

    /** What the session has otherwise than the file of {@code conf/} for its kind; an embedded one has none. */
    private List<Finding> settings(SparkSession spark) {
        String name = isLocal(spark) ? "conf/spark-local.conf" : "conf/spark-defaults.conf";
        Path file = CommonOptions.home().resolve(name);
        if (Spark.isEmbedded() || !Files.isReadable(file)) {
            return List.of();
        }
        Function<String, Optional<String>> session =
                key -> OptionConverters.toJava(spark.conf().getOption(key));
        boolean isOnS3 = common.settings().lake().startsWith("s3a:");
        return SparkProperties.read(file).missedBy(session).stream()
                .filter(property -> isOnS3 || !property.key().contains(".s3a."))
                .map(property -> new Finding(
                        property.key(),
                        session.apply(property.key()).orElse("not set"),
                        Mark.DIFFERS,
                        name + " has " + property.value() + ": " + property.reason()))
                .toList();
    }

    /** Sources without the two notes for people: nobody could say whether their pages may be used, or how often to ask. */
    private static List<Finding> sources(Settings settings) {
        return Stream.concat(
                        settings.sources().stream().map(s -> notes(s.name(), s.licence(), s.schedule())),
                        settings.liveSources().stream().map(s -> notes(s.name(), s.licence(), s.schedule())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> notes(String source, String licence, String schedule) {
        List<String> missing = Stream.of(licence.isBlank() ? "licence" : "", schedule.isBlank() ? "schedule" : "")
                .filter(key -> !key.isEmpty())
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "source " + source,
                        "no " + String.join(", no ", missing),
                        Mark.DIFFERS,
                        "set " + String.join(" and ", missing) + " beside its name under sources"));
    }

    private static boolean isLocal(SparkSession spark) {
        return spark.sparkContext().master().startsWith("local");
    }

    private List<Finding> lake(SparkSession spark) {
        Lake lake = new Lake(spark, common.settings().lake());
        List<Finding> findings = new ArrayList<>();
        if (lake.files().getScheme().equals("file") && !isLocal(spark)) {
            findings.add(new Finding(
                    "lake of a cluster",
                    lake.base().toString(),
                    Mark.DIFFERS,
                    "a folder of each machine: it must be one mount on all of them, else name one that all reach, as"
                            + " conf/cluster.conf does"));
        }
        try {
            org.apache.hadoop.fs.Path probe = new org.apache.hadoop.fs.Path(
                    lake.base(), "_hub/doctor." + ProcessHandle.current().pid());
            boolean isThere = lake.exists(lake.base());
            lake.files().create(probe, true).close();
            lake.files().delete(probe, false);
            if (!isThere) {
                // Each only while empty: a run that begins at this moment keeps what it has made.
                lake.files().delete(probe.getParent(), false);
                lake.files().delete(lake.base(), false);
            }
            findings.add(
                    new Finding("lake", lake.base() + (isThere ? "" : " (not there yet)"), true, "can be written"));
            FsStatus status = lake.files().getStatus(isThere ? lake.base() : null);
            findings.add(new Finding(
                    "free disk",
                    (status.getRemaining() >> 20) + " MiB",
                    status.getRemaining() >= LITTLE_DISK,
                    "less than 1 GiB is left where the lake is"));
        } catch (IOException e) {
            findings.add(new Finding("lake", lake.base().toString(), false, "can't be written: " + e.getMessage()));
        }
        String scheme = lake.files().getScheme();
        boolean isAtomic = scheme.equals("file") || scheme.equals("hdfs");
        findings.add(new Finding(
                "lock",
                Lock.holder(lake).map(h -> "held by " + h).orElse("free"),
                isAtomic ? Mark.OK : Mark.DIFFERS,
                isAtomic ? "" : scheme + " has no atomic create: the lock is advisory, let one scheduler write"));
        return findings;
    }

    private void show(List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.document(findings.stream().map(DoctorCommand::json).toList()));
        } else {
            out.print(Console.table(
                    List.of("", "what", "seen", "advice"),
                    findings.stream()
                            .map(f -> List.of(f.mark().sign, f.what(), f.seen(), f.mark() == Mark.OK ? "" : f.advice()))
                            .toList()));
        }
        out.flush();
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("what", finding.what());
        fields.put("seen", finding.seen());
        fields.put("ok", finding.isWell());
        fields.put("advice", finding.mark() == Mark.OK ? "" : finding.advice());
        return fields;
    }
}
