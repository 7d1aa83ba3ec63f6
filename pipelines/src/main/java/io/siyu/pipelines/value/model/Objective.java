package io.siyu.pipelines.value.model;

/** What a fit makes as large as it can. */
interface Objective {
    /** How many coordinates θ has. */
    int size();

    /** By how many observations the value is a sum. */
    double weight();

    /**
     * The log-likelihood at θ.
     *
     * @param slope filled with its derivatives
     */
    double at(double[] theta, double[] slope);
}
