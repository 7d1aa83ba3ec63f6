package io.siyu.pipelines.attribution;

/**
 * One group of an experiment, a number per person who was assigned to it, whether or not they were reached.
 *
 * @param outcome what each did afterwards; at least two persons
 * @param before what each did before, in the same order; empty when nobody knows
 */
public record Arm(String name, double[] outcome, double[] before) {
    public Arm {
        if (outcome.length < 2 || (before.length != 0 && before.length != outcome.length)) {
            throw new IllegalArgumentException("an arm has two persons at least, each with all numbers: " + name + ", "
                    + outcome.length + " outcomes, " + before.length + " before");
        }
    }
}
