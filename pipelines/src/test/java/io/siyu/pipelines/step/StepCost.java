package io.siyu.pipelines.step;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlanInfo;
import org.apache.spark.sql.execution.metric.SQLMetricInfo;
import org.apache.spark.sql.execution.ui.SparkListenerDriverAccumUpdates;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import scala.Tuple2;
import scala.collection.JavaConverters;

/**
 * What work costs.
 *
 * @param jobs Spark jobs started
 * @param files Parquet files that table scans chose to read, Delta's own log apart
 */
public record StepCost(int jobs, long files) {

    /** Does the work and counts; nothing else may run in this JVM's Spark meanwhile. */
    public static StepCost of(SparkSession spark, Runnable work) {
        Counter counter = new Counter();
        settle(spark);
        spark.sparkContext().addSparkListener(counter);
        try {
            work.run();
            settle(spark);
        } finally {
            spark.sparkContext().removeSparkListener(counter);
        }
        return new StepCost(counter.jobs.get(), counter.files());
    }

    private static void settle(SparkSession spark) {
        try {
            spark.sparkContext().listenerBus().waitUntilEmpty();
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Counter extends SparkListener {
        final AtomicInteger jobs = new AtomicInteger();
        private final Set<Long> fileCounts = ConcurrentHashMap.newKeySet();
        private final ConcurrentLinkedQueue<Map.Entry<Long, Long>> updates = new ConcurrentLinkedQueue<>();

        @Override
        public void onJobStart(SparkListenerJobStart start) {
            jobs.incrementAndGet();
        }

        @Override
        public void onOtherEvent(SparkListenerEvent event) {
            if (event instanceof SparkListenerSQLExecutionStart start) {
                scans(start.sparkPlanInfo());
            } else if (event instanceof SparkListenerDriverAccumUpdates told) {
                for (Tuple2<Object, Object> update : JavaConverters.seqAsJavaList(told.accumUpdates())) {
                    updates.add(Map.entry((Long) update._1(), (Long) update._2()));
                }
            }
        }

        private void scans(SparkPlanInfo plan) {
            if (plan.nodeName().startsWith("Scan parquet")
                    && !plan.simpleString().contains("_delta_log")) {
                for (SQLMetricInfo metric : JavaConverters.seqAsJavaList(plan.metrics())) {
                    if (metric.name().equals("number of files read")) {
                        fileCounts.add(metric.accumulatorId());
                    }
                }
            }
            JavaConverters.seqAsJavaList(plan.children()).forEach(this::scans);
        }

        long files() {
            return updates.stream()
                    .filter(update -> fileCounts.contains(update.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }
}
