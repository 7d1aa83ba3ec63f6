package io.siyu.pipelines.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many touches back a chain should look: the order with the least BIC (Katz, <i>On some criteria for estimating the
 * order of a Markov chain</i>, 1981), which weighs how well a chain tells the next step against how many rates it needs.
 *
 * @param order touches back
 * @param states of the chain, the start counted
 * @param rates free ones: of each state, its distinct next steps and ends but one
 * @param likelihood logarithm of the chance of all steps, ends included
 * @param bic {@code rates · ln(steps) − 2 · likelihood}
 */
public record ChainOrder(int order, int states, int rates, double likelihood, double bic) {
    private static final double ROUNDING = 1e-12;

    /** Orders 1 to {@code most}. */
    public static List<ChainOrder> upTo(Paths paths, int most) {
        List<ChainOrder> orders = new ArrayList<>();
        for (int order = 1; order <= most; order++) {
            orders.add(of(Chain.of(paths, order), order));
        }
        return orders;
    }

    /** The one with the least BIC; the lower of two that differ by no more than sums of doubles do. */
    public static ChainOrder best(List<ChainOrder> orders) {
        return orders.stream()
                .min(Comparator.comparingInt(ChainOrder::order))
                .map(lowest -> orders.stream()
                        .sorted(Comparator.comparingInt(ChainOrder::order))
                        .reduce(lowest, ChainOrder::better))
                .orElseThrow(() -> new IllegalArgumentException("no order to choose from"));
    }

    private static ChainOrder better(ChainOrder lower, ChainOrder higher) {
        return higher.bic < lower.bic - ROUNDING * Math.max(1, Math.abs(lower.bic)) ? higher : lower;
    }

    private static ChainOrder of(Chain chain, int order) {
        long[] out = new long[chain.states()];
        int[] ways = new int[chain.states()];
        double likelihood = 0;
        for (int s = 0; s < chain.steps(); s++) {
            likelihood += count(chain.count(s), chain.from(s), out, ways);
        }
        for (int i = 0; i < chain.states(); i++) {
            likelihood += count(chain.conversions(i), i, out, ways) + count(chain.nulls(i), i, out, ways);
        }
        long steps = 0;
        int rates = 0;
        for (int i = 0; i < out.length; i++) {
            steps += out[i];
            rates += Math.max(0, ways[i] - 1);
            likelihood -= xLogX(out[i]);
        }
        return new ChainOrder(
                order,
                chain.states(),
                rates,
                likelihood,
                rates * Math.log((double) Math.max(1, steps)) - 2 * likelihood);
    }

    private static double count(long times, int from, long[] out, int[] ways) {
        out[from] += times;
        ways[from] += times > 0 ? 1 : 0;
        return xLogX(times);
    }

    private static double xLogX(long x) {
        return x == 0 ? 0 : x * Math.log((double) x);
    }
}
