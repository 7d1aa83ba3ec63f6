package io.siyu.pipelines.value.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a challenger takes the champion's place: by its mean over origins, at which both were held to the same customers. It must be
 * better in what counts first (the ranking by spend, and how far the total of spend is off), and hardly worse in anything.
 */
public final class Gate {
    /** With fewer origins nothing is decided. */
    public static final int LEAST_ORIGINS = 4;

    /** A measure that is worse by more than this share keeps a challenger out. */
    public static final double MOST_WORSE = 0.02;

    private Gate() {}

    /**
     * What a model did at one origin.
     *
     * @param gini of spend, more is better
     * @param bias of the total of spend; the nearer to 0 the better
     * @param errors by name, less is better
     * @param scores by name, more is better
     */
    public record Round(double gini, double bias, Map<String, Double> errors, Map<String, Double> scores) {}

    /** The answer, and what it rests on. */
    public record Verdict(boolean isPromoted, String reason) {

        /** The reason as it is told of a model that could not be published in any case. */
        public String judged() {
            return (isPromoted ? "passes, judged only" : "fails, judged only") + reason.substring(reason.indexOf(':'));
        }
    }

    /**
     * Compares; both lists have the same origins in the same order. A challenger is held to the measures that it has: a model of spend
     * alone to those of spend.
     */
    public static Verdict of(List<Round> champion, List<Round> challenger) {
        if (champion.size() < LEAST_ORIGINS || champion.size() != challenger.size()) {
            return kept("%d origins of %d", Math.min(champion.size(), challenger.size()), LEAST_ORIGINS);
        }
        double gini = mean(challenger, Round::gini);
        double giniNow = mean(champion, Round::gini);
        if (!(gini > giniNow)) {
            return kept("gini %.4f against %.4f", gini, giniNow);
        }
        double off = mean(challenger, round -> Math.abs(round.bias));
        double offNow = mean(champion, round -> Math.abs(round.bias));
        if (!(off < offNow)) {
            return kept("|bias| %.4f against %.4f", off, offNow);
        }
        for (String name : champion.get(0).errors.keySet().stream()
                .filter(challenger.get(0).errors::containsKey)
                .sorted()
                .toList()) {
            double now = mean(champion, round -> round.errors.getOrDefault(name, Double.NaN));
            double then = mean(challenger, round -> round.errors.getOrDefault(name, Double.NaN));
            if (!(then <= now + MOST_WORSE * Math.abs(now))) {
                return kept(name + " %.4f against %.4f", then, now);
            }
        }
        for (String name : champion.get(0).scores.keySet().stream()
                .filter(challenger.get(0).scores::containsKey)
                .sorted()
                .toList()) {
            double now = mean(champion, round -> round.scores.getOrDefault(name, Double.NaN));
            double then = mean(challenger, round -> round.scores.getOrDefault(name, Double.NaN));
            if (!(then >= now - MOST_WORSE * Math.abs(now))) {
                return kept(name + " %.4f against %.4f", then, now);
            }
        }
        return new Verdict(
                true,
                String.format(
                        Locale.ROOT,
                        "promoted: gini %.4f against %.4f, |bias| %.4f against %.4f",
                        gini,
                        giniNow,
                        off,
                        offNow));
    }

    private static Verdict kept(String reason, Object... values) {
        return new Verdict(false, "not promoted: " + String.format(Locale.ROOT, reason, values));
    }

    private static double mean(List<Round> rounds, java.util.function.ToDoubleFunction<Round> number) {
        return rounds.stream().mapToDouble(number).average().orElse(Double.NaN);
    }
}
