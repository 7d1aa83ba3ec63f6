package io.siyu.pipelines.batch;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * How a run ended.
 *
 * @param runId {@code <job>-<date>-<attempt>}
 * @param resumed whether an earlier, unfinished execution of the same run was taken up
 * @param steps one result per step, in plan order
 * @param elapsed of this execution
 */
public record RunResult(
        String runId, String job, LocalDate date, boolean resumed, List<StepResult> steps, Duration elapsed) {
    public RunResult {
        steps = List.copyOf(steps);
    }

    /** The process exit code: 0 when every step is done, else the most telling failure: 64 before 2 before 3 before 1. */
    public int exitCode() {
        List<Integer> codes = steps.stream()
                .map(StepResult::failure)
                .filter(Objects::nonNull)
                .map(StepFailure::exitCode)
                .toList();
        return mostTelling(codes, steps.stream().allMatch(RunResult::done));
    }

    /** Of the failures' exit codes the one to report; without failures 0 when all is done, else 1. */
    static int mostTelling(List<Integer> codes, boolean allDone) {
        for (int code : new int[] {64, 2, 3}) {
            if (codes.contains(code)) {
                return code;
            }
        }
        return allDone ? 0 : 1;
    }

    private static boolean done(StepResult step) {
        return step.state() == StepResult.State.DONE || step.state() == StepResult.State.DONE_EARLIER;
    }
}
