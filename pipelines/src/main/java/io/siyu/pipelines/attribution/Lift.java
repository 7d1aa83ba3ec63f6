package io.siyu.pipelines.attribution;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * What a treatment added, beside a control group drawn at random: the difference of means, each arm with its own variance
 * (Welch), and an interval that would hold the true difference so often as asked for.
 *
 * @param persons in the arm
 * @param mean outcome of the arm
 * @param controlMean outcome of the control group
 * @param difference {@code mean - controlMean}, per person; adjusted when {@code theta} is not nought
 * @param error standard error of the difference
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param theta what one unit before is worth in the outcome; nought when not adjusted
 */
public record Lift(
        int persons,
        double mean,
        double controlMean,
        double difference,
        double error,
        double low,
        double high,
        double theta) {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /**
     * The lift of an arm.
     *
     * @param confidence of the interval, between 0 and 1, 0.95 say
     */
    public static Lift of(Arm arm, Arm control, double confidence) {
        return of(arm, arm.outcome(), control, control.outcome(), confidence, 0);
    }

    /**
     * The lift with what chance put into the groups beforehand taken out (CUPED: Deng, Xu, Kohavi and Walker, <i>Improving
     * the sensitivity of online controlled experiments</i>, 2013). Both arms know what was before.
     */
    public static Lift adjusted(Arm arm, Arm control, double confidence) {
        double[] before = joined(arm.before(), control.before());
        if (before.length == 0 || arm.before().length == 0 || control.before().length == 0) {
            throw new IllegalArgumentException("nothing is known of the time before: " + arm.name());
        }
        double spread = StatUtils.variance(before);
        double theta = spread == 0
                ? 0
                : new Covariance().covariance(joined(arm.outcome(), control.outcome()), before) / spread;
        double mean = StatUtils.mean(before);
        return of(arm, without(arm, theta, mean), control, without(control, theta, mean), confidence, theta);
    }

    /** What the arm did because of the treatment, in the unit of the outcome. */
    public double increments() {
        return persons * difference;
    }

    /** The part of the arm's outcome that is due to the treatment; a last touch credits it with all. */
    public double incrementalPart() {
        return difference / mean;
    }

    /** What one more unit of the outcome cost; infinite when there were none more. */
    public double costPerIncrement(double cost) {
        return increments() > 0 ? cost / increments() : Double.POSITIVE_INFINITY;
    }

    /** How likely a difference so large is when the treatment does nothing; two-sided. */
    public double chance() {
        return error == 0 ? (difference == 0 ? 1 : 0) : 2 * NORMAL.cumulativeProbability(-Math.abs(difference) / error);
    }

    private static Lift of(
            Arm arm, double[] treated, Arm control, double[] untreated, double confidence, double theta) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not " + confidence);
        }
        double difference = StatUtils.mean(treated) - StatUtils.mean(untreated);
        double error = Math.sqrt(
                StatUtils.variance(treated) / treated.length + StatUtils.variance(untreated) / untreated.length);
        double reach = error * NORMAL.inverseCumulativeProbability((1 + confidence) / 2);
        return new Lift(
                treated.length,
                StatUtils.mean(arm.outcome()),
                StatUtils.mean(control.outcome()),
                difference,
                error,
                difference - reach,
                difference + reach,
                theta);
    }

    private static double[] without(Arm arm, double theta, double mean) {
        double[] left = arm.outcome().clone();
        for (int i = 0; i < left.length; i++) {
            left[i] -= theta * (arm.before()[i] - mean);
        }
        return left;
    }

    private static double[] joined(double[] a, double[] b) {
        double[] all = new double[a.length + b.length];
        System.arraycopy(a, 0, all, 0, a.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
