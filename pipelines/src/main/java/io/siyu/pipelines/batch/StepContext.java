package io.siyu.pipelines.batch;

import java.time.LocalDate;

/**
 * What a step may know of its run.
 *
 * @param runId {@code <job>-<date>-<attempt>}, the same when the run is resumed
 * @param date the business date
 * @param resumed whether an earlier, unfinished execution of this very run was taken up
 */
public record StepContext(String runId, LocalDate date, boolean resumed) {}
