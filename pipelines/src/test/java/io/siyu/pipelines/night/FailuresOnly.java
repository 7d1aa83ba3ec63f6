package io.siyu.pipelines.night;

import io.siyu.pipelines.batch.Progress;
import io.siyu.pipelines.batch.StepResult;

/** Tells the reader of a test's output why a step failed. */
final class FailuresOnly implements Progress {
    @Override
    public void stepStarted(String id) {}

    @Override
    public void stepDone(StepResult result) {}

    @Override
    public void stepFailed(StepResult result) {
        System.out.println(result.id() + " failed: " + result.failure());
    }
}
