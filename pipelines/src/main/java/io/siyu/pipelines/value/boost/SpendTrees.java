package io.siyu.pipelines.value.boost;

import io.siyu.pipelines.value.boost.Trees.Target;
import java.io.Serializable;

/**
 * The boosted two-part model: the probability that a customer spends anything within a span, and mean and variance of the logarithm of
 * what he spends, as a {@link ZeroInflatedLogNormal}. The variance is learned from what is left over by trees that have not seen the
 * customer, so that it is not the smaller for their having learned him by heart.
 */
record SpendTrees(Trees some, Trees mean, Trees variance) implements Serializable {
    private static final double LEAST_VARIANCE = 1e-4;
    private static final double MOST_VARIANCE = 9;

    static SpendTrees of(Sample sample) {
        float[] some = new float[sample.laterFen().length];
        for (int i = 0; i < some.length; i++) {
            some[i] = sample.laterFen()[i] > 0 ? 1 : 0;
        }
        Sample spenders = sample.spenders();
        Trees[] halves = {mean(spenders.half(0)), mean(spenders.half(1))};
        float[][] held = {
            halves[1].of(spenders.half(0).rows(), 0),
            halves[0].of(spenders.half(1).rows(), 0)
        };
        float[] logs = logs(spenders);
        float[] squares = new float[logs.length];
        for (int i = 0; i < logs.length; i++) {
            double off = logs[i] - held[i % 2][i / 2];
            squares[i] = (float) Math.max(LEAST_VARIANCE, off * off);
        }
        return new SpendTrees(
                Trees.of(Target.CHANCE, sample.rows(), some),
                mean(spenders),
                Trees.of(Target.VARIANCE, spenders.rows(), squares));
    }

    /** The spend of each row, in fen. */
    ZeroInflatedLogNormal[] of(float[] rows, double longer) {
        float[] chances = some.of(rows, longer);
        float[] means = mean.of(rows, 0);
        float[] variances = variance.of(rows, 0);
        ZeroInflatedLogNormal[] spends = new ZeroInflatedLogNormal[chances.length];
        for (int i = 0; i < spends.length; i++) {
            double squared = Math.max(LEAST_VARIANCE, Math.min(MOST_VARIANCE, variances[i]));
            spends[i] = new ZeroInflatedLogNormal(chances[i], means[i], Math.sqrt(squared));
        }
        return spends;
    }

    private static Trees mean(Sample spenders) {
        return Trees.of(Target.MEAN, spenders.rows(), logs(spenders));
    }

    private static float[] logs(Sample spenders) {
        float[] logs = new float[spenders.laterFen().length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = (float) Math.log((double) spenders.laterFen()[i]);
        }
        return logs;
    }
}
