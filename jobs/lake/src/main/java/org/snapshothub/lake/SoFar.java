package org.snapshothub.lake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How far tasks are, those under way among them: an accumulator itself hears of a task only at its end, and one archive
 * of many gigabytes is one task. What tasks have done until now comes with the executors' heartbeats.
 */
public final class SoFar extends SparkListener implements AutoCloseable {

    private final SparkContext spark;
    private final LongAccumulator ended;
    private final Map<Long, Long> underWay = new ConcurrentHashMap<>();

    public SoFar(SparkContext spark, LongAccumulator ended) {
        this.spark = spark;
        this.ended = ended;
        spark.addSparkListener(this);
    }

    public long value() {
        return ended.value()
                + underWay.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate heartbeat) {
        CollectionConverters.asJava(heartbeat.accumUpdates()).forEach(task -> {
            for (AccumulableInfo update : CollectionConverters.asJava(task._4())) {
                if (update.id() == ended.id() && update.update().isDefined()) {
                    underWay.put((Long) task._1(), ((Number) update.update().get()).longValue());
                }
            }
        });
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        underWay.remove(end.taskInfo().taskId());
    }

    @Override
    public void close() {
        spark.removeSparkListener(this);
    }
}
