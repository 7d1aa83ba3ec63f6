package io.siyu.pipelines.batch;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * A run's identity: the job, the business date and how often it was begun.
 *
 * @param number from 1
 * @param resumed whether an unfinished execution of this very run is taken up
 */
record Attempt(String job, LocalDate date, long number, boolean resumed) {
    static final String DATE = "date";
    static final String NUMBER = "attempt";

    private static final Set<Integer> OPERATOR_CHANGED_SOMETHING = Set.of(2, 64);

    /**
     * The attempt to run now. A run that was killed, or failed in a way that may pass, is resumed. After one that completed,
     * was rejected or was wrong, everything is looked at again: the next attempt. The caller holds the lock, so a run still
     * marked as started is dead and is recovered.
     */
    static Attempt next(JobRepository repository, JobOperator operator, String job, LocalDate date) {
        Attempt attempt = new Attempt(job, date, 1, false);
        JobInstance last = null;
        JobInstance found = attempt.instance(repository);
        while (found != null) {
            last = found;
            attempt = new Attempt(job, date, attempt.number + 1, false);
            found = attempt.instance(repository);
        }
        JobExecution execution = last == null ? null : repository.getLastJobExecution(last);
        if (execution != null && execution.getStatus().isRunning()) {
            execution = operator.recover(execution);
        }
        return execution != null && mayResume(execution) ? new Attempt(job, date, attempt.number - 1, true) : attempt;
    }

    String runId() {
        return job + "-" + date + "-" + number;
    }

    JobParameters parameters() {
        return new JobParametersBuilder()
                .addLocalDate(DATE, date)
                .addLong(NUMBER, number)
                .toJobParameters();
    }

    private @Nullable JobInstance instance(JobRepository repository) {
        return repository.getJobInstance(job, parameters());
    }

    /** Spring Batch restarts neither what completed nor what it lost track of. */
    private static boolean mayResume(JobExecution execution) {
        boolean known = execution.getStatus() == BatchStatus.FAILED || execution.getStatus() == BatchStatus.STOPPED;
        return known
                && execution.getStepExecutions().stream().noneMatch(step -> step.getStatus() == BatchStatus.UNKNOWN)
                && failures(execution).stream().noneMatch(OPERATOR_CHANGED_SOMETHING::contains);
    }

    private static List<Integer> failures(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .map(step -> StepRecord.read(step, execution.getId()).failure())
                .flatMap(failure -> failure == null
                        ? java.util.stream.Stream.empty()
                        : java.util.stream.Stream.of(failure.exitCode()))
                .toList();
    }
}
