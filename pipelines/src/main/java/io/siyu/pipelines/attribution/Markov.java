package io.siyu.pipelines.attribution;

import java.util.BitSet;
import java.util.Collection;

/**
 * Credit by removal effect: the part of conversions (of value) that would be lost if a channel did not exist and everyone
 * who would meet it went away. Effects are divided by their sum, as Anderl, Becker, von Wangenheim and Schumann
 * (<i>Mapping the customer journey</i>, 2016) do it; they are exact, not simulated.
 */
public final class Markov implements Model {
    /**
     * How much would be lost, for each channel in the order of {@link Paths#channels}.
     *
     * @param conversions parts of all conversions, 0 to 1
     * @param value parts of all value
     * @param converted the chance that a journey converts, no channel removed
     * @param states of the chain, the start counted
     * @param sweeps the most it took to solve it; 0 by decomposition
     */
    public record Effects(double[] conversions, double[] value, double converted, int states, int sweeps) {}

    private final int order;

    /** @param order how many touches back the next step looks, at least 1 */
    public Markov(int order) {
        this.order = order;
    }

    @Override
    public Credits of(Paths paths) {
        Effects effects = effects(paths);
        return Credits.byShares(paths, effects.conversions(), effects.value());
    }

    /** Among the channels of a path by their removal effects on conversions. */
    @Override
    public TouchRule within(Paths paths) {
        return TouchRule.byWorth(
                ChannelIndex.worth(paths.channels(), effects(paths).conversions()));
    }

    /** The removal effect of every channel. */
    public Effects effects(Paths paths) {
        Chain chain = Chain.of(paths, order);
        Absorption absorption = new Absorption(chain);
        Absorption.Ends all = absorption.without(new BitSet());
        double[] conversions = new double[paths.channels().size()];
        double[] value = new double[conversions.length];
        int sweeps = all.sweeps();
        for (int c = 0; c < conversions.length; c++) {
            BitSet closed = new BitSet();
            closed.set(c);
            Absorption.Ends left = absorption.without(closed);
            conversions[c] = lost(all.converted(), left.converted());
            value[c] = lost(all.value(), left.value());
            sweeps = Math.max(sweeps, left.sweeps());
        }
        return new Effects(conversions, value, all.converted(), chain.states(), sweeps);
    }

    /** The part of conversions that would be lost without a whole group of channels, a domain say; 0 to 1. */
    public double effect(Paths paths, Collection<String> group) {
        ChannelIndex index = new ChannelIndex(paths.channels());
        Absorption absorption = new Absorption(Chain.of(paths, order));
        BitSet closed = new BitSet();
        group.forEach(channel -> closed.set(index.of(channel)));
        return lost(
                absorption.without(new BitSet()).converted(),
                absorption.without(closed).converted());
    }

    private static double lost(double all, double left) {
        return all == 0 ? 0 : 1 - left / all;
    }
}
