package io.siyu.pipelines.batch;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Reads what the run repository remembers. Takes no lock and may be asked while a run is on. */
public final class RunHistory {
    private static final Comparator<PastRun> NEWEST_FIRST = Comparator.comparing(
                    PastRun::started, Comparator.nullsFirst(Comparator.<LocalDateTime>naturalOrder()))
            .reversed();

    private final RunStore store;

    public RunHistory(RunStore store) {
        this.store = store;
    }

    /** The last {@code limit} runs of all jobs, newest first; none when nothing ever ran here. */
    public List<PastRun> last(int limit) throws IOException {
        boolean alive = StateLock.owner(store.state()).isPresent();
        try (RunSnapshot snapshot = RunSnapshot.of(store)) {
            if (snapshot.isEmpty()) {
                return List.of();
            }
            try (RunDatabase database = RunDatabase.open(snapshot.store())) {
                return read(database.repository(), limit, alive);
            }
        }
    }

    private static List<PastRun> read(JobRepository repository, int limit, boolean alive) {
        List<PastRun> runs = new ArrayList<>();
        for (String job : repository.getJobNames()) {
            for (JobInstance instance : repository.getJobInstances(job, 0, limit)) {
                List<JobExecution> executions = new ArrayList<>(repository.getJobExecutions(instance));
                if (!executions.isEmpty()) {
                    executions.sort(Comparator.comparingLong(JobExecution::getId));
                    runs.add(run(instance, executions, alive));
                }
            }
        }
        return runs.stream().sorted(NEWEST_FIRST).limit(limit).toList();
    }

    private static PastRun run(JobInstance instance, List<JobExecution> executions, boolean alive) {
        JobExecution first = executions.get(0);
        JobExecution last = executions.get(executions.size() - 1);
        JobParameters parameters = first.getJobParameters();
        return new PastRun(
                instance.getJobName(),
                Objects.requireNonNull(parameters.getLocalDate(Attempt.DATE, LocalDate.EPOCH)),
                Objects.requireNonNull(parameters.getLong(Attempt.NUMBER, 1L)),
                status(last.getStatus(), alive),
                inShanghai(first.getStartTime()),
                executions.size(),
                executions.stream()
                        .map(execution -> StepRecord.between(execution.getStartTime(), execution.getEndTime()))
                        .reduce(Duration.ZERO, Duration::plus),
                steps(executions, last.getId()));
    }

    private static List<StepResult> steps(List<JobExecution> executions, long last) {
        Map<String, StepResult> steps = new LinkedHashMap<>();
        for (JobExecution execution : executions) {
            execution.getStepExecutions().stream()
                    .sorted(Comparator.comparingLong(StepExecution::getId))
                    .forEach(step -> steps.put(step.getStepName(), StepRecord.read(step, last)));
        }
        return List.copyOf(steps.values());
    }

    /** The repository notes the local time of the machine. */
    private static @Nullable LocalDateTime inShanghai(@Nullable LocalDateTime local) {
        return local == null
                ? null
                : local.atZone(ZoneId.systemDefault())
                        .withZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                        .toLocalDateTime();
    }

    private static String status(BatchStatus status, boolean alive) {
        if (status.isRunning()) {
            return alive ? "running" : "killed";
        }
        return status == BatchStatus.COMPLETED ? "done" : "failed";
    }
}
