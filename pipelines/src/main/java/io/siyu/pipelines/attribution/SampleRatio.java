package io.siyu.pipelines.attribution;

import java.util.Arrays;
import org.apache.commons.math3.stat.inference.ChiSquareTest;

/** Whether arms are as large as they were meant to be; if not, people went missing and no lift can be believed. */
public final class SampleRatio {
    /** Below this chance a ratio is wrong; common practice, so small because it is looked at every night. */
    public static final double WRONG = 0.001;

    private SampleRatio() {}

    /**
     * How likely sizes are at least so far from what was meant (Pearson's chi-square).
     *
     * @param persons in each arm, two arms at least
     * @param meant parts of all, in any unit, each more than 0
     */
    public static double chance(long[] persons, double[] meant) {
        return Arrays.stream(persons).sum() == 0 ? 1 : new ChiSquareTest().chiSquareTest(meant, persons);
    }
}
