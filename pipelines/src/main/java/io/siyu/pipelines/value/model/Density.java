package io.siyu.pipelines.value.model;

/** A family of models at one set of parameters, as a density of histories. */
@FunctionalInterface
interface Density {
    /**
     * The log-density of a history, up to a constant that is the same for all families here.
     *
     * @param slope filled with the derivative in the logarithm of each parameter
     */
    double at(History history, double[] slope);
}
