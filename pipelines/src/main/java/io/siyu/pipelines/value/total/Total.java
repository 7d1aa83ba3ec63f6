package io.siyu.pipelines.value.total;

/**
 * A total of many customers as a model has it.
 *
 * @param chance its variance by what each customer happens to do
 * @param fit its variance by the errors of the model's parameters
 */
public record Total(double expected, double chance, double fit) {
    /** One standard deviation of both, by what is expected; 0 where nothing is. */
    public double spread() {
        return share(chance + fit);
    }

    /** A variance as one standard deviation, by what is expected. */
    public double share(double variance) {
        return expected > 0 ? Math.sqrt(variance) / expected : 0;
    }
}
