package io.siyu.pipelines.batch;

/** What a step does. It must be safe to do twice: a run killed between the work and its record does it again. */
@FunctionalInterface
public interface StepWork {
    /** Does the work. A {@link io.siyu.warehouse.SiyuException} keeps its exit code, anything else counts as 1. */
    StepOutcome run(StepContext context) throws Exception;
}
