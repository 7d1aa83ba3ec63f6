package io.siyu.pipelines.batch;

import io.siyu.warehouse.Problems;
import java.time.LocalDate;
import java.util.List;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;

/** Runs a plan for a business date, and takes up where an unfinished run of it stopped. */
public final class BatchRunner {
    private final RunStore store;

    public BatchRunner(RunStore store) {
        this.store = store;
    }

    /**
     * Runs the steps, each when all it needs is done.
     *
     * @param steps in the order to show them; a failed one is reported in the result, not thrown
     * @param parallelism how many steps at once, at least 1
     * @throws io.siyu.warehouse.SiyuException when the plan is wrong (64), another run holds the lock (3), or the run
     *     repository fails (1)
     */
    public RunResult run(String jobName, LocalDate date, List<BatchStep> steps, int parallelism, Progress progress) {
        return run(jobName, date, steps, parallelism, progress, new Around(() -> {}, () -> {}));
    }

    /**
     * What to do while the run's locks are held, outside its steps.
     *
     * @param before its failure is the run's, and no step is started
     * @param after done whatever became of the steps
     */
    public record Around(Runnable before, Runnable after) {}

    /** As above, with something done before the first step and after the last. */
    @SuppressWarnings("try") // locks are held, not used
    public RunResult run(
            String jobName, LocalDate date, List<BatchStep> steps, int parallelism, Progress progress, Around around) {
        String what = "run " + jobName + " for " + date;
        new Frontier(what, steps);
        if (parallelism < 1) {
            throw Problems.cannot(what, "parallelism is " + parallelism, "Nothing was started; give 1 or more");
        }
        try (StateLock lock = StateLock.take(store.state(), jobName, date);
                RunDatabase database = RunDatabase.open(store);
                PostgresLock only = PostgresLock.take(store, what)) {
            around.before().run();
            try {
                return run(database, new Plan(jobName, date, steps, parallelism), progress);
            } finally {
                around.after().run();
            }
        }
    }

    /**
     * Does something while no run of this installation can be on.
     *
     * @param what names it for whoever comes meanwhile: {@code vacuum}
     * @throws io.siyu.warehouse.SiyuException.InputNotReady when a run holds the lock
     */
    public static void alone(RunStore store, String what, LocalDate date, Runnable work) {
        try (StateLock lock = StateLock.take(store.state(), what, date);
                PostgresLock only = PostgresLock.take(store, what)) {
            work.run();
        }
    }

    private static RunResult run(RunDatabase database, Plan plan, Progress progress) {
        var operator = database.operator();
        Attempt attempt = Attempt.next(database.repository(), operator, plan.job, plan.date);
        StepContext context = new StepContext(attempt.runId(), plan.date, attempt.resumed());
        PlanJob job = new PlanJob(
                plan.job,
                plan.steps.stream()
                        .map(step -> new PlanStep(step, context, database.repository(), progress))
                        .toList(),
                database.repository(),
                plan.parallelism,
                progress);
        try {
            JobExecution ended = operator.start(job, attempt.parameters());
            refuseTrouble(ended, attempt);
            return new RunResult(
                    attempt.runId(),
                    plan.job,
                    plan.date,
                    attempt.resumed(),
                    job.results(),
                    StepRecord.between(ended.getStartTime(), ended.getEndTime()));
        } catch (JobExecutionException e) {
            throw trouble(attempt, e);
        }
    }

    /** Failures of the machinery, as opposed to those of steps, which stand in the results. */
    private static void refuseTrouble(JobExecution ended, Attempt attempt) {
        if (!ended.getFailureExceptions().isEmpty()) {
            throw trouble(attempt, ended.getFailureExceptions().get(0));
        }
    }

    private static RuntimeException trouble(Attempt attempt, Throwable cause) {
        return Problems.failed(
                "run " + attempt.runId(),
                String.valueOf(cause.getMessage()),
                "What is done stays done; run again",
                cause);
    }

    private record Plan(String job, LocalDate date, List<BatchStep> steps, int parallelism) {}
}
