package io.siyu.pipelines.bench;

import io.siyu.pipelines.batch.Progress;
import io.siyu.pipelines.batch.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** Counts the Spark jobs of each step; steps must run one at a time. */
final class Jobs extends SparkListener implements Progress {
    /** One finished step. */
    record Step(StepResult result, int jobs) {
        double seconds() {
            return result.elapsed().toMillis() / 1000.0;
        }
    }

    private final AtomicInteger started = new AtomicInteger();
    private final List<Step> steps = new ArrayList<>();
    private final Runnable settle;

    /** @param settle waits until the listener has heard of every job */
    Jobs(Runnable settle) {
        this.settle = settle;
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        started.incrementAndGet();
    }

    @Override
    public void stepStarted(String id) {
        settle.run();
        started.set(0);
    }

    @Override
    public void stepDone(StepResult result) {
        settle.run();
        steps.add(new Step(result, started.get()));
    }

    @Override
    public void stepFailed(StepResult result) {
        stepDone(result);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
