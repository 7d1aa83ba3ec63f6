package io.siyu.pipelines.attribution;

import java.util.Random;

/**
 * Shapley values from orders of channels drawn at random. Of one order every set of journeys is counted at the place of
 * its channel that comes last, so that the worth of all beginnings takes one pass over the sets.
 */
final class Orders {
    private final ChannelSets sets;
    private final Shapley.Worth worth;
    private final int[] place;
    private final double[][] sums;
    private final double[][] squares;
    private int draws;

    Orders(ChannelSets sets, Shapley.Worth worth) {
        int n = sets.channels().size();
        this.sets = sets;
        this.worth = worth;
        this.place = new int[n];
        this.sums = new double[2][n];
        this.squares = new double[2][n];
        for (int i = 0; i < n; i++) {
            place[i] = i;
        }
    }

    /** One more order, Fisher and Yates'. */
    void draw(Random random) {
        for (int i = place.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = place[i];
            place[i] = place[j];
            place[j] = kept;
        }
        double[][] arrives = new double[place.length][3];
        for (int i = 0; i < sets.sets().size(); i++) {
            int last = 0;
            for (int channel : sets.sets().get(i)) {
                last = Math.max(last, place[channel]);
            }
            for (int what = 0; what < 3; what++) {
                arrives[last][what] += sets.counts().get(i)[what];
            }
        }
        double[][] added = added(arrives);
        for (int channel = 0; channel < place.length; channel++) {
            for (int what = 0; what < 2; what++) {
                double more = added[what][place[channel]];
                sums[what][channel] += more;
                squares[what][channel] += more * more;
            }
        }
        draws++;
    }

    /** What the channel at each place adds to those before it. */
    private double[][] added(double[][] arrives) {
        double[][] added = new double[2][place.length];
        double[] here = new double[3];
        double[] before = new double[2];
        for (int at = 0; at < place.length; at++) {
            for (int what = 0; what < 3; what++) {
                here[what] += arrives[at][what];
            }
            for (int what = 0; what < 2; what++) {
                double now = Shapley.worth(worth, here[what], here[ChannelSets.JOURNEYS]);
                added[what][at] = now - before[what];
                before[what] = now;
            }
        }
        return added;
    }

    /** Means over the orders drawn, and their standard errors. */
    Shapley.Values values() {
        double[][] means = new double[2][place.length];
        double[][] errors = new double[2][place.length];
        for (int what = 0; what < 2; what++) {
            for (int channel = 0; channel < place.length; channel++) {
                double mean = sums[what][channel] / draws;
                double variance = Math.max(0, squares[what][channel] / draws - mean * mean) * draws / (draws - 1);
                means[what][channel] = mean;
                errors[what][channel] = Math.sqrt(variance / draws);
            }
        }
        return new Shapley.Values(means[0], means[1], errors[0], errors[1]);
    }
}
