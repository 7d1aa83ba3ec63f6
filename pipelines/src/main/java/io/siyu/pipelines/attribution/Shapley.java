package io.siyu.pipelines.attribution;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * Shapley values: what a channel adds to those already there, on average over all orders in which channels may come.
 *
 * <p>Channels play one of two games. {@link Worth#TOTAL}: a set of channels is worth the conversions of journeys that met
 * no others. {@link Worth#RATE}: it is worth the conversion rate of these journeys. All coalitions are valued up to
 * {@link #EXACT} channels; beyond, orders are drawn with a seed, and a standard error tells how far off that may be. The
 * values of the first game are also what {@link TouchRule#linear} gives on {@link PathTransform#unique} paths (Zhao,
 * Mahboobi and Bagheri, <i>Shapley value methods for attribution modeling</i>, 2018), so that it is never drawn.
 */
public final class Shapley implements Model {
    /** What a set of channels is worth. */
    public enum Worth {
        /** Conversions (value) of journeys that met no other channel. */
        TOTAL,
        /** Conversions (value) per journey of these. */
        RATE
    }

    /**
     * Of each channel, in the order of {@link Paths#channels}.
     *
     * @param conversions what it adds; together what all channels are worth
     * @param value the same, of value
     * @param conversionErrors standard errors; nought when exact
     * @param valueErrors the same, of value
     */
    public record Values(double[] conversions, double[] value, double[] conversionErrors, double[] valueErrors) {}

    /** Channels up to which every coalition is valued. */
    public static final int EXACT = 15;

    private final Worth worth;
    private final int draws;
    private final long seed;

    /**
     * @param draws orders to draw where there are more than {@link #EXACT} channels, at least 2
     * @param seed of these
     */
    public Shapley(Worth worth, int draws, long seed) {
        if (draws < 2) {
            throw new IllegalArgumentException("a standard error needs two orders at least, not " + draws);
        }
        this.worth = worth;
        this.draws = draws;
        this.seed = seed;
    }

    /** Totals shared by the values; a channel that lowers the rate of others gets nothing. */
    @Override
    public Credits of(Paths paths) {
        if (worth == Worth.TOTAL) {
            Credits unique = TouchRule.linear().of(paths.told(PathTransform.unique()));
            return new Credits(paths.channels(), unique.conversions(), unique.value());
        }
        Values values = values(paths);
        return Credits.byShares(paths, floored(values.conversions()), floored(values.value()));
    }

    /** Among the channels of a path: of totals in equal parts, of rates by their values. */
    @Override
    public TouchRule within(Paths paths) {
        return TouchRule.byWorth(
                worth == Worth.TOTAL
                        ? Map.of()
                        : ChannelIndex.worth(paths.channels(), values(paths).conversions()));
    }

    /** The values as they are, below nought too. */
    public Values values(Paths paths) {
        ChannelSets sets = ChannelSets.of(paths);
        int n = sets.channels().size();
        return n <= EXACT ? exact(sets) : drawn(sets, new Random(seed));
    }

    private Values exact(ChannelSets sets) {
        Coalitions coalitions = new Coalitions(sets, worth);
        int n = sets.channels().size();
        return new Values(
                coalitions.values(ChannelSets.CONVERSIONS),
                coalitions.values(ChannelSets.VALUE),
                new double[n],
                new double[n]);
    }

    private Values drawn(ChannelSets sets, Random random) {
        Orders orders = new Orders(sets, worth);
        for (int i = 0; i < draws; i++) {
            orders.draw(random);
        }
        return orders.values();
    }

    private static double[] floored(double[] values) {
        return Arrays.stream(values).map(value -> Math.max(0, value)).toArray();
    }

    /** What journeys that met no other channel are worth to their coalition. */
    static double worth(Worth worth, double counted, double journeys) {
        return worth == Worth.TOTAL ? counted : journeys == 0 ? 0 : counted / journeys;
    }
}
