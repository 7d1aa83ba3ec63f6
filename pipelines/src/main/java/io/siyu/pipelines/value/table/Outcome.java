package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.backtest.Calibration;
import io.siyu.pipelines.value.backtest.Gate;
import io.siyu.pipelines.value.backtest.WeightedAccuracy;
import io.siyu.pipelines.value.total.PeriodEffect;
import io.siyu.pipelines.value.total.Total;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How one model came true at one origin.
 *
 * @param asked the model that was asked for
 * @param fit what stood; null for the naive one and for boosted ones
 * @param tracking weeks after the origin
 */
record Outcome(
        LocalDate origin,
        int days,
        String asked,
        @Nullable OrderFit fit,
        Trial.Result result,
        List<Trial.Part> tracking) {

    /** Everyone goes on as he was. */
    static final String NAIVE = "naive";

    /** Days held out by which models are judged, the first that has origins enough. */
    private static final List<Integer> JUDGED = List.of(90, 30);

    /** What the gate says of each model that is asked for, and the one that is published. */
    record Ruling(String published, Map<String, Gate.Verdict> verdicts) {}

    /** Challengers held to the champion; of several that pass the one with the better mean ranking is published. */
    static Ruling ruling(List<Outcome> outcomes) {
        String champion = Asked.CHAMPION.label();
        int days = JUDGED.stream()
                .filter(span -> rounds(outcomes, champion, span).size() >= Gate.LEAST_ORIGINS)
                .findFirst()
                .orElse(JUDGED.get(JUDGED.size() - 1));
        Map<String, Gate.Verdict> verdicts = new TreeMap<>();
        String published = champion;
        double best = Double.NEGATIVE_INFINITY;
        Set<String> asked = new TreeSet<>();
        outcomes.forEach(outcome -> asked.add(outcome.asked));
        asked.remove(NAIVE);
        asked.remove(champion);
        for (String challenger : asked) {
            List<Gate.Round> then = rounds(outcomes, challenger, days);
            Gate.Verdict verdict = Gate.of(shared(outcomes, champion, challenger, days), then);
            verdicts.put(challenger, verdict);
            double gini = then.stream().mapToDouble(Gate.Round::gini).average().orElse(0);
            if (verdict.isPromoted() && !Boosted.isJudgedOnly(challenger) && gini > best) {
                published = challenger;
                best = gini;
            }
        }
        return new Ruling(published, verdicts);
    }

    /** Rounds of the champion at origins that the challenger has too. */
    private static List<Gate.Round> shared(List<Outcome> outcomes, String champion, String challenger, int days) {
        Set<LocalDate> origins = new TreeSet<>();
        outcomes.stream()
                .filter(outcome -> outcome.asked.equals(challenger) && outcome.days == days)
                .forEach(outcome -> origins.add(outcome.origin));
        return rounds(
                outcomes.stream()
                        .filter(outcome -> origins.contains(outcome.origin))
                        .toList(),
                champion,
                days);
    }

    private static List<Gate.Round> rounds(List<Outcome> outcomes, String asked, int days) {
        return outcomes.stream()
                .filter(outcome -> outcome.asked.equals(asked) && outcome.days == days)
                .sorted(java.util.Comparator.comparing(Outcome::origin))
                .map(Outcome::round)
                .toList();
    }

    /** What was known, at this origin, of how totals of this model and span are off: of origins whose days had passed by then. */
    PeriodEffect effect(List<Outcome> outcomes, Measure measure) {
        List<PeriodEffect.Past> past = new ArrayList<>();
        for (Outcome one : outcomes) {
            Total then = measure.total(one.result);
            boolean known = one.days == days
                    && one.asked.equals(asked)
                    && !one.origin.plusDays(days).isAfter(origin);
            WeightedAccuracy came = measure.accuracy(one.result);
            if (known && then != null && came != null) {
                past.add(new PeriodEffect.Past(one.origin, then.expected(), then.spread(), came.actual()));
            }
        }
        return PeriodEffect.of(past, days);
    }

    private Gate.Round round() {
        WeightedAccuracy orders = result.orders();
        WeightedAccuracy spend = result.spend();
        Map<String, Double> errors = new TreeMap<>(Map.of("spend mae", spend.mae(), "spend rmse", spend.rmse()));
        Map<String, Double> scores =
                new TreeMap<>(Map.of("spend correlation", spend.correlation(), "spend top share", spend.topShare()));
        if (orders != null) {
            errors.putAll(Map.of("orders mae", orders.mae(), "orders rmse", orders.rmse()));
            scores.putAll(Map.of("orders gini", orders.gini(), "orders correlation", orders.correlation()));
        }
        Calibration calibration = result.orderCalibration();
        if (calibration != null) {
            errors.put("orders brier", calibration.brier());
            scores.put("orders log score", calibration.logScore());
        }
        return new Gate.Round(spend.gini(), spend.bias(), errors, scores);
    }
}
