package io.siyu.pipelines.batch;

import java.util.List;

/**
 * A node of the plan: one table for one business date.
 *
 * @param id the table's name, at most 100 characters
 * @param needs ids of the steps of the same plan that must be done before this one starts
 */
public record BatchStep(String id, List<String> needs, StepWork work) {
    public BatchStep {
        needs = List.copyOf(needs);
    }
}
