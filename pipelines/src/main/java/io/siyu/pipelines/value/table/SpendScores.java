package io.siyu.pipelines.value.table;

/**
 * How honest a distribution of spend was.
 *
 * @param brier mean square error of the probability of any spend
 * @param in50 share of customers whose central interval of 50 % had their spend in it
 */
record SpendScores(double brier, double in50, double in80, double in95) {}
