package io.siyu.pipelines.bench;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** Counts the Spark jobs of a piece of work and the bytes its tasks read from files. */
final class Reads extends SparkListener {
    private final AtomicInteger jobs = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        jobs.incrementAndGet();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (task.taskMetrics() != null) {
            bytes.addAndGet(task.taskMetrics().inputMetrics().bytesRead());
        }
    }

    void clear() {
        jobs.set(0);
        bytes.set(0);
    }

    /** What was counted since it was cleared. */
    String told(SparkSession spark) {
        try {
            spark.sparkContext().listenerBus().waitUntilEmpty(10_000);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Spark's listener bus did not settle within 10 s", e);
        }
        return jobs.get() + " jobs, " + (bytes.get() >> 20) + " MB read";
    }
}
