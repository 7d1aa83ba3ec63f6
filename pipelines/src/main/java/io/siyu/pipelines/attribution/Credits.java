package io.siyu.pipelines.attribution;

import java.util.List;

/**
 * What a model gives each channel.
 *
 * @param channels sorted, as {@link Paths#channels}
 * @param conversions of each channel; they add up to all conversions
 * @param value of each channel, in the unit of the paths; it adds up to all value, up to rounding of doubles. Credits that
 *     are money go through {@link LargestRemainder} and add up exactly
 */
public record Credits(List<String> channels, double[] conversions, double[] value) {
    /** Conversions of one channel. */
    public double conversions(String channel) {
        return conversions[channels.indexOf(channel)];
    }

    /** Value of one channel. */
    public double value(String channel) {
        return value[channels.indexOf(channel)];
    }

    /** Totals handed out by shares, which need not add up to one; nobody gets anything when all shares are nought. */
    static Credits byShares(Paths paths, double[] ofConversions, double[] ofValue) {
        return new Credits(
                paths.channels(),
                handedOut((double) paths.conversions(), ofConversions),
                handedOut(paths.value().doubleValue(), ofValue));
    }

    private static double[] handedOut(double total, double[] shares) {
        double all = 0;
        for (double share : shares) {
            all += share;
        }
        double[] parts = new double[shares.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = all == 0 ? 0 : total * (shares[i] / all);
        }
        return parts;
    }
}
