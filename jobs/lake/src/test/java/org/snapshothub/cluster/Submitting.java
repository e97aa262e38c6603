package org.snapshothub.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileUtil;
import org.snapshothub.Needs;
import org.snapshothub.Repository;
import org.snapshothub.launcher.Launcher;

/** The launcher with a Spark home and a cluster, in {@code target/it/<name>}: small executors, and few tasks. */
record Submitting(Path folder, Path home, Map<String, String> properties) {

    static Submitting in(String name) throws IOException {
        Path home = Path.of(Needs.variable("HUB_SPARK_HOME", "install Spark, e.g. by pip's pyspark"));
        Path folder = Repository.path("jobs/lake/target/it").resolve(name);
        FileUtil.fullyDelete(folder.toFile());
        Map<String, String> properties = new HashMap<>();
        properties.put("spark.driver.memory", "768m");
        properties.put("spark.executor.memory", "640m");
        properties.put("spark.executor.memoryOverhead", "256m");
        properties.put("spark.executor.cores", "1");
        properties.put("spark.executor.instances", "2");
        String java = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dlog4j2.configurationFile="
                + Repository.path("conf/log4j2.properties").toUri();
        properties.put("spark.driver.defaultJavaOptions", java);
        properties.put("spark.executor.defaultJavaOptions", java);
        // On one machine no executor is nearer to a block than another.
        properties.put("spark.locality.wait", "0s");
        // Who doesn't answer on the loopback is gone.
        properties.put("spark.shuffle.io.retryWait", "1s");
        return new Submitting(Files.createDirectories(folder), home, properties);
    }

    Submitting with(String property, String value) {
        Map<String, String> more = new HashMap<>(properties);
        more.put(property, value);
        return new Submitting(folder, home, more);
    }

    /** A launcher that submits to {@code master} in {@code mode}: client or cluster. */
    Launcher to(String master, String mode, Map<String, String> environment) throws IOException {
        String own = properties.entrySet().stream()
                .map(property -> property.getKey() + " " + property.getValue())
                .collect(Collectors.joining("\n", "\n", "\n"));
        // Of a key that stands twice the last one counts.
        Files.writeString(
                folder.resolve("spark.conf"), Files.readString(Repository.path("conf/spark-local.conf")) + own);
        Map<String, String> all = new HashMap<>(environment);
        all.put("SPARK_HOME", home.toString());
        all.put("SPARK_LOCAL_IP", "127.0.0.1");
        all.put(
                "SPARK_SUBMIT_OPTIONS",
                "--master " + master + " --deploy-mode " + mode + " --properties-file spark.conf");
        return Launcher.from(folder).with(all);
    }
}
