package io.siyu.pipelines.value.report;

import io.siyu.pipelines.value.OrderModels;
import io.siyu.pipelines.value.Prediction;
import io.siyu.pipelines.value.Valuation;
import io.siyu.pipelines.value.model.OrderModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Customers by repeat purchase days until the origin, 0 to 6 and 7 and more.
 *
 * @param customers how many there are
 * @param fitted how many the model expects
 * @param predicted mean purchase days predicted for the days held out
 * @param later mean purchase days in them
 */
record Frequencies(double[] customers, double[] fitted, double[] predicted, double[] later) {
    private static final int BINS = 8;

    static Frequencies of(Valuation valuation) {
        Frequencies bins = new Frequencies(new double[BINS], new double[BINS], new double[BINS], new double[BINS]);
        OrderModels.ByTraits each = valuation.models().byTraits();
        Map<OrderModel, Map<Double, Integer>> ages = new LinkedHashMap<>();
        for (Prediction one : valuation.predictions()) {
            int bin = Math.min(BINS - 1, one.person().history().x());
            bins.customers[bin]++;
            bins.predicted[bin] += one.orders();
            bins.later[bin] += one.person().later();
            ages.computeIfAbsent(each.of(one.person()), model -> new TreeMap<>())
                    .merge(one.person().history().age(), 1, Integer::sum);
        }
        ages.forEach((model, own) -> own.forEach((age, persons) -> {
            double[] counts = model.counts(age, BINS - 2);
            double rest = 1;
            for (int n = 0; n < BINS - 1; n++) {
                bins.fitted[n] += persons * counts[n];
                rest -= counts[n];
            }
            bins.fitted[BINS - 1] += persons * rest;
        }));
        for (int bin = 0; bin < BINS; bin++) {
            double there = Math.max(1, bins.customers[bin]);
            bins.predicted[bin] /= there;
            bins.later[bin] /= there;
        }
        return bins;
    }
}
