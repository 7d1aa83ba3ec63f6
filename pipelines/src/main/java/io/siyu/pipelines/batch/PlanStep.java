package io.siyu.pipelines.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepExecution;

/** A plan's step as Spring Batch runs it: no database transaction is open while it works, its outcome is recorded after. */
final class PlanStep extends AbstractStep {
    private static final Logger LOG = LoggerFactory.getLogger(PlanStep.class);

    private final BatchStep step;
    private final StepContext context;
    private final Progress progress;

    PlanStep(BatchStep step, StepContext context, JobRepository repository, Progress progress) {
        super(repository);
        setName(step.id());
        this.step = step;
        this.context = context;
        this.progress = progress;
    }

    BatchStep plan() {
        return step;
    }

    @Override
    protected void doExecute(StepExecution execution) {
        progress.stepStarted(step.id());
        try {
            StepRecord.keep(step.work().run(context), execution.getExecutionContext());
        } catch (Throwable thrown) {
            if (thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            fail(execution, thrown);
        }
    }

    private void fail(StepExecution execution, Throwable thrown) {
        boolean isEnding = isProcessEnding();
        StepFailure failure =
                isEnding ? StepFailure.ended(context, step.id()) : StepFailure.of(context, step.id(), thrown);
        if (isEnding) {
            LOG.error("{}", failure.message());
        } else if (failure.exitCode() == 1) {
            LOG.error("{} of {} failed", step.id(), context.runId(), thrown);
        }
        execution.addFailureException(thrown);
        execution.setStatus(BatchStatus.FAILED);
        execution.setExitStatus(new ExitStatus(ExitStatus.FAILED.getExitCode(), failure.kept()));
    }

    /** Whether the JVM runs its shutdown hooks, which stop Spark beneath the steps; it takes no new hook then. */
    private static boolean isProcessEnding() {
        Thread hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
