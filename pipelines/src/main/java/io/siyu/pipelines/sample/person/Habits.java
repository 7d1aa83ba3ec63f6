package io.siyu.pipelines.sample.person;

import io.siyu.pipelines.sample.chance.Draw;

/**
 * What somebody tends to do.
 *
 * @param ratePerYear purchases in a year while active, heavy-tailed
 * @param process how purchases are spread over time
 * @param basket how expensive the things are that this person likes, as a factor around 1
 * @param channel the main channel, as its place in the list of channels
 */
public record Habits(Process process, double ratePerYear, double basket, int channel, int homeStore) {
    /** How a person's purchases are spread over time; none of them is the Poisson process with a fixed rate and drop-out. */
    public enum Process {
        /** At about equal intervals. */
        REGULAR,
        /** In bursts: a few within days, then nothing for long. */
        CLUMPY,
        /** Around the sales festivals and hardly else. */
        SEASONAL,
        /** Ever more rarely, and one day no more. */
        DYING,
        /** At another rate from some day on. */
        CHANGING,
        /** Once. */
        ONCE
    }

    private static final Process[] PROCESSES = Process.values();

    static Habits of(long seed, int id, int stores, int[] channelWeights) {
        Draw draw = Draw.at(seed, 20, id);
        Process process = PROCESSES[draw.weighted(22, 20, 16, 16, 12, 14)];
        double rate = Math.min(60, 0.35 + draw.gamma(0.9) * draw.logNormal(3.5, 0.6));
        return new Habits(process, rate, draw.logNormal(0.95, 0.45), draw.weighted(channelWeights), draw.below(stores));
    }

    /** Whether this person is worth more than most. */
    public boolean isHighValue() {
        return ratePerYear * basket > 5;
    }
}
