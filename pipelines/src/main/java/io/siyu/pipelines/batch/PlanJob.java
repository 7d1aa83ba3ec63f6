package io.siyu.pipelines.batch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.SimpleStepHandler;
import org.springframework.batch.core.job.StepHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * A plan as a Spring Batch job: a step starts when all it needs is done, independent steps run side by side. What needs a
 * failed step is not started, what does not still finishes. A restart skips what is done.
 */
final class PlanJob extends AbstractJob {
    private final Map<String, PlanStep> steps = new LinkedHashMap<>();
    private final Map<String, StepResult> results = new ConcurrentHashMap<>();
    private final StepHandler handler;
    private final int parallelism;
    private final Progress progress;

    PlanJob(String name, List<PlanStep> steps, JobRepository repository, int parallelism, Progress progress) {
        super(name);
        setJobRepository(repository);
        steps.forEach(step -> this.steps.put(step.getName(), step));
        this.handler = new SimpleStepHandler(repository);
        this.parallelism = parallelism;
        this.progress = progress;
    }

    /** One result per step, in plan order. */
    List<StepResult> results() {
        return steps.keySet().stream()
                .map(id -> results.getOrDefault(id, StepResult.notStarted(id)))
                .toList();
    }

    @Override
    public @Nullable Step getStep(String name) {
        return steps.get(name);
    }

    @Override
    public Collection<String> getStepNames() {
        return steps.keySet();
    }

    @Override
    protected void doExecute(JobExecution execution) throws JobExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(parallelism, PlanJob::thread);
        try {
            walk(execution, new ExecutorCompletionService<>(pool));
        } finally {
            pool.shutdown();
        }
        finish(execution);
    }

    /** Returns, or throws, only when no step runs any more: until then the run's lock must be held. */
    private void walk(JobExecution execution, CompletionService<StepExecution> pool) throws JobExecutionException {
        Frontier frontier = new Frontier(
                "run " + getName(), steps.values().stream().map(PlanStep::plan).toList());
        @Nullable JobExecutionException trouble = null;
        int running = start(frontier.take(), execution, pool);
        while (running > 0) {
            try {
                StepExecution ended = pool.take().get();
                running--;
                if (record(ended, execution) && trouble == null) {
                    frontier.done(ended.getStepName());
                    running += start(frontier.take(), execution, pool);
                }
            } catch (ExecutionException e) {
                running--;
                trouble = new JobExecutionException("the run repository failed, " + e.getCause(), e);
            } catch (InterruptedException e) {
                trouble = new JobInterruptedException("it was interrupted");
            }
        }
        if (trouble instanceof JobInterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private int start(List<String> ready, JobExecution execution, CompletionService<StepExecution> pool) {
        for (String id : ready) {
            PlanStep step = Objects.requireNonNull(steps.get(id));
            pool.submit(() -> handler.handleStep(step, execution));
        }
        return ready.size();
    }

    /** Whether the step is done. */
    private boolean record(StepExecution ended, JobExecution execution) {
        StepResult result = StepRecord.read(ended, execution.getId());
        results.put(result.id(), result);
        if (result.failure() == null) {
            progress.stepDone(result);
            return true;
        }
        progress.stepFailed(result);
        return false;
    }

    private void finish(JobExecution execution) {
        List<StepFailure> failures = results().stream()
                .flatMap(result -> Stream.ofNullable(result.failure()))
                .toList();
        if (failures.isEmpty()) {
            execution.upgradeStatus(BatchStatus.COMPLETED);
            execution.setExitStatus(ExitStatus.COMPLETED);
            return;
        }
        int code = RunResult.mostTelling(
                failures.stream().map(StepFailure::exitCode).toList(), false);
        execution.upgradeStatus(BatchStatus.FAILED);
        execution.setExitStatus(new ExitStatus(
                ExitStatus.FAILED.getExitCode(), new StepFailure(code, failures.size() + " failed").kept()));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "siyu-step");
        thread.setDaemon(true);
        return thread;
    }
}
