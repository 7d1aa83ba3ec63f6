package io.siyu.pipelines.attribution;

/** Shapley values from the worth of every set of channels; a set is the bits of a number. */
final class Coalitions {
    private final int channels;
    private final double[][] within;
    private final Shapley.Worth worth;

    Coalitions(ChannelSets sets, Shapley.Worth worth) {
        this.channels = sets.channels().size();
        this.worth = worth;
        this.within = new double[3][1 << channels];
        for (int i = 0; i < sets.sets().size(); i++) {
            int bits = 0;
            for (int channel : sets.sets().get(i)) {
                bits |= 1 << channel;
            }
            for (int what = 0; what < within.length; what++) {
                within[what][bits] += sets.counts().get(i)[what];
            }
        }
        for (double[] counts : within) {
            addSubsets(counts);
        }
    }

    /** From counts of each set to counts of the sets within it, a channel at a time. */
    private void addSubsets(double[] counts) {
        for (int channel = 0; channel < channels; channel++) {
            for (int set = 0; set < counts.length; set++) {
                if (((set >> channel) & 1) == 1) {
                    counts[set] += counts[set ^ (1 << channel)];
                }
            }
        }
    }

    /** Of each channel, the mean of what it adds over all orders of channels. */
    double[] values(int what) {
        double[] weights = weights();
        double[] values = new double[channels];
        for (int set = 0; set < 1 << channels; set++) {
            double without = worth(what, set);
            double weight = weights[Integer.bitCount(set)];
            for (int channel = 0; channel < channels; channel++) {
                if (((set >> channel) & 1) == 0) {
                    values[channel] += weight * (worth(what, set | (1 << channel)) - without);
                }
            }
        }
        return values;
    }

    private double worth(int what, int set) {
        return Shapley.worth(worth, within[what][set], within[ChannelSets.JOURNEYS][set]);
    }

    /** {@code s! (n − s − 1)! / n!}: how likely exactly a given set of {@code s} others has come before a channel. */
    private double[] weights() {
        double[] weights = new double[channels + 1];
        double choices = 1;
        for (int s = 0; s < channels; s++) {
            weights[s] = 1 / (channels * choices);
            choices = choices * (channels - 1 - s) / (s + 1);
        }
        return weights;
    }
}
