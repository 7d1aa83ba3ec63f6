package io.siyu.pipelines.progress;

import io.siyu.pipelines.batch.Progress;
import io.siyu.pipelines.batch.StepResult;
import java.io.PrintStream;

/** One line when a step starts and one when it ends: for logs. */
public final class PlainProgress implements Progress {
    private final PrintStream out;

    public PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void stepStarted(String id) {
        out.println(id + "  started");
    }

    @Override
    public void stepDone(StepResult result) {
        out.println(StepLine.ended(result));
    }

    @Override
    public void stepFailed(StepResult result) {
        out.println(StepLine.ended(result));
    }
}
