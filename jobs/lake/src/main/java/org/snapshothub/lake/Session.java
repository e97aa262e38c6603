package org.snapshothub.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * The one place that makes a Spark session.
 *
 * <p>Everything a cluster may decide is left to it; what the tables' meaning rests on (time zone, Delta) is set always.
 */
public final class Session {

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
        if (Boolean.getBoolean("hub.large")) {
            // Pages of an hour fall into a day or two: so few slices need no sort, but a heap for as many open files.
            conf.put("spark.sql.maxConcurrentOutputFileWriters", "4");
        } else {
            conf.put("spark.sql.codegen.wholeStage", "false");
            conf.put("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        }
        conf.put("spark.sql.adaptive.enabled", "false");
        conf.put("spark.databricks.delta.snapshotPartitions", "1");
        // A day's file has some hundred rows: less is set aside for each, and more of them go into a task.
        conf.put("spark.sql.parquet.columnarReaderBatchSize", "512");
        conf.put("spark.sql.files.openCostInBytes", "262144");
        conf.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", cores);
        return with(conf);
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
