package org.snapshothub.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * The one place that makes a Spark session.
 *
 * <p>Everything a cluster may decide is left to it; what the tables' meaning rests on (time zone, Delta) is set always.
 */
public final class Session {

    private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
    private static final String FACTORY_MODE = "spark.sql.codegen.factoryMode";

    /** The last of them: a set of days is a value to the code, which would be another one for each set if it stood in it. */
    private static final Map<String, String> COMPILED =
            Map.of(WHOLE_STAGE, "true", FACTORY_MODE, "FALLBACK", "spark.sql.optimizer.inSetSwitchThreshold", "0");

    private Session() {}

    /** A session for spark-submit: the cluster's configuration, and Delta. */
    public static SparkSession submitted() {
        return with(meaning());
    }

    /** A session in this JVM, tuned for small inputs on few cores: see decision 0003 for what each setting saves. */
    public static SparkSession embedded() {
        Map<String, String> conf = new LinkedHashMap<>(meaning());
        String cores = String.valueOf(Runtime.getRuntime().availableProcessors());
        conf.put("spark.master", "local[*]");
        conf.put("spark.ui.enabled", "false");
        conf.put("spark.sql.ui.explainMode", "simple");
        conf.put("spark.driver.host", "127.0.0.1");
        conf.put("spark.driver.bindAddress", "127.0.0.1");
        conf.put("spark.sql.shuffle.partitions", cores);
        // The launcher says when there is so much to read that compiled plans pay.
        if (!Boolean.getBoolean("hub.large")) {
            conf.put(WHOLE_STAGE, "false");
            conf.put(FACTORY_MODE, "NO_CODEGEN");
        }
        conf.put("spark.sql.adaptive.enabled", "false");
        conf.put("spark.databricks.delta.snapshotPartitions", "1");
        // A day's file has some hundred rows: less is set aside for each, and more of them go into a task.
        conf.put("spark.sql.parquet.columnarReaderBatchSize", "512");
        conf.put("spark.sql.files.openCostInBytes", "262144");
        conf.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", cores);
        return with(conf);
    }

    /** Does work over a great many rows with compiled plans, whatever the session has for the rest. */
    public static <T> T compiled(SparkSession spark, Supplier<T> work) {
        Map<String, String> before = new LinkedHashMap<>();
        COMPILED.forEach((name, value) -> {
            before.put(name, spark.conf().get(name));
            spark.conf().set(name, value);
        });
        try {
            return work.get();
        } finally {
            before.forEach(spark.conf()::set);
        }
    }

    private static Map<String, String> meaning() {
        Map<String, String> conf = new LinkedHashMap<>();
        conf.put("spark.app.name", "snapshot-hub");
        conf.put("spark.sql.session.timeZone", "Asia/Seoul");
        // Rows carry LocalDate and Instant, as records do.
        conf.put("spark.sql.datetime.java8API.enabled", "true");
        // Delta 4.4 answers min and max of a date from statistics as java.sql.Date, whatever the line above says.
        conf.put("spark.databricks.delta.optimizeMetadataQuery.enabled", "false");
        conf.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
        conf.put("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
        return conf;
    }

    private static SparkSession with(Map<String, String> conf) {
        SparkSession.Builder builder = SparkSession.builder();
        conf.forEach(builder::config);
        return builder.getOrCreate();
    }
}
