package io.siyu.pipelines.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** What Spark did since it was last asked: other than seconds, it is the same on a busy machine. */
final class SparkWork extends SparkListener {
    /**
     * @param jobs Spark jobs
     * @param rows rows that tasks read from files
     * @param bytes bytes that tasks read from files
     */
    record Done(long jobs, long rows, long bytes) {}

    private final SparkContext spark;
    private final AtomicLong jobs = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    private SparkWork(SparkContext spark) {
        this.spark = spark;
    }

    static SparkWork of(SparkContext spark) {
        SparkWork work = new SparkWork(spark);
        spark.addSparkListener(work);
        return work;
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        jobs.incrementAndGet();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (task.taskMetrics() != null) {
            rows.addAndGet(task.taskMetrics().inputMetrics().recordsRead());
            bytes.addAndGet(task.taskMetrics().inputMetrics().bytesRead());
        }
    }

    /** Waits until Spark has told everything, and counts anew from here. */
    Done done() {
        settle(spark);
        return new Done(jobs.getAndSet(0), rows.getAndSet(0), bytes.getAndSet(0));
    }

    /** Waits until all listeners of a session have heard of everything that happened. */
    static void settle(SparkContext spark) {
        try {
            spark.listenerBus().waitUntilEmpty(10_000);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("Spark's listener bus did not settle within 10 s", e);
        }
    }
}
