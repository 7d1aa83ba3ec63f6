package io.siyu.pipelines.value;

import io.siyu.pipelines.value.backtest.Accuracy;
import io.siyu.pipelines.value.backtest.Accuracy.Decile;
import io.siyu.pipelines.value.backtest.Calibration;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.OrderModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A valuation held to the days after it, which it has not seen. */
public record BackTest(
        Accuracy orders,
        Accuracy spend,
        Calibration calibration,
        List<Decile> orderDeciles,
        List<Decile> spendDeciles) {

    /** Compares every customer's prediction with what he did. */
    public static BackTest of(Valuation valuation) {
        List<Prediction> all = valuation.predictions();
        OrderModels.ByTraits each = valuation.models().byTraits();
        double horizon = valuation.split().horizon();
        Calibration calibration = new Calibration();
        Map<OrderModel, Map<History, double[]>> known = new HashMap<>();
        for (Prediction one : all) {
            OrderModel model = each.of(one.person());
            calibration.add(
                    known.computeIfAbsent(model, any -> new HashMap<>())
                            .computeIfAbsent(
                                    one.person().history(),
                                    h -> model.outlook(h).counts(horizon)),
                    one.person().later());
        }
        double[] orders = all.stream().mapToDouble(Prediction::orders).toArray();
        double[] later = all.stream().mapToDouble(p -> p.person().later()).toArray();
        double[] spend = all.stream().mapToDouble(Prediction::spend).toArray();
        double[] laterSpend =
                all.stream().mapToDouble(p -> p.person().laterSpend()).toArray();
        return new BackTest(
                Accuracy.of(orders, later),
                Accuracy.of(spend, laterSpend),
                calibration,
                Accuracy.deciles(orders, later),
                Accuracy.deciles(spend, laterSpend));
    }
}
