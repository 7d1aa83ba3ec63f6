package io.siyu.pipelines.batch;

/**
 * What a step says of its work.
 *
 * @param verdict one word for the operator: {@code written}, {@code unchanged}, {@code skipped}, {@code published}
 * @param rows rows written, 0 when none
 * @param note what the rules said, or nothing: {@code 14 ok, 1 warning}
 */
public record StepOutcome(String verdict, long rows, String note) {}
