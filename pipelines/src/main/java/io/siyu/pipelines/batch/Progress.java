package io.siyu.pipelines.batch;

/** Told of every step as it starts and ends. Starts may come from several threads at once, ends come one by one. */
public interface Progress {
    void stepStarted(String id);

    /** The step is done; in state {@code DONE_EARLIER} it never started in this execution. */
    void stepDone(StepResult result);

    void stepFailed(StepResult result);
}
