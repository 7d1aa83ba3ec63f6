package io.siyu.pipelines.value.boost;

import java.io.Serializable;

/** The boosted Poisson model: expected purchase days of a customer within a span, whose number is a Poisson count. */
record PurchaseTrees(Trees days) implements Serializable {

    static PurchaseTrees of(Sample sample) {
        float[] labels = new float[sample.laterDays().length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = sample.laterDays()[i];
        }
        return new PurchaseTrees(Trees.of(Trees.Target.COUNT, sample.rows(), labels));
    }

    /** Expected purchase days of each row. */
    float[] of(float[] rows, double longer) {
        return days.of(rows, longer);
    }
}
