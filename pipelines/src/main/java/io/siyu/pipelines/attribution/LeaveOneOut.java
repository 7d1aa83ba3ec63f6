package io.siyu.pipelines.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Credit by counterfactual paths: a touch of a path gets what the path's conversion rate loses when that touch is left
 * out, and a path that nobody walked has rate 0. Losses below nought count as nought; a path without any loss goes to its
 * last touch. This is what Google's fractribution calls Shapley, although it looks at one coalition per touch only.
 */
public final class LeaveOneOut implements Model {
    @Override
    public Credits of(Paths paths) {
        return within(paths).of(paths);
    }

    @Override
    public TouchRule within(Paths paths) {
        Map<List<String>, Double> rates = new HashMap<>();
        for (CountedPath path : paths.counted()) {
            if (path.journeys() > 0) {
                rates.put(path.touches(), (double) path.conversions() / path.journeys());
            }
        }
        return touches -> shares(touches, rates);
    }

    private static double[] shares(List<String> touches, Map<List<String>, Double> rates) {
        double[] losses = new double[touches.size()];
        double rate = rates.getOrDefault(touches, 0.0);
        double all = 0;
        for (int i = 0; i < losses.length && losses.length > 1; i++) {
            List<String> others = new ArrayList<>(touches);
            others.remove(i);
            losses[i] = Math.max(0, rate - rates.getOrDefault(others, 0.0));
            all += losses[i];
        }
        if (all == 0) {
            return TouchRule.last().shares(touches);
        }
        for (int i = 0; i < losses.length; i++) {
            losses[i] /= all;
        }
        return losses;
    }
}
