package io.siyu.pipelines.batch;

/** Shows nothing. */
final class Silent implements Progress {
    @Override
    public void stepStarted(String id) {}

    @Override
    public void stepDone(StepResult result) {}

    @Override
    public void stepFailed(StepResult result) {}
}
