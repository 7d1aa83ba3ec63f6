package io.siyu.pipelines.value.clock;

/** Rates of purchase by days since the first purchase, in spans that grow with it. */
final class Ages {
    private static final double FADE = Math.exp(-1 / 28.0);

    private Ages() {}

    /**
     * Repeat purchase days that are expected on each day but for its weight: customers of each age times the rate of that age.
     *
     * @param weights of the days, which time at an age is counted in
     */
    static double[] expected(CohortDays.Seen seen, double[] weights) {
        int days = weights.length;
        double[] had = new double[span(days) + 1];
        double[] time = new double[had.length];
        for (int age = 1; age < days; age++) {
            had[span(age)] += seen.byAge()[age];
        }
        for (int first = 0; first < days; first++) {
            for (int day = first + 1; seen.starts()[first] > 0 && day < days; day++) {
                time[span(day - first)] += seen.starts()[first] * weights[day];
            }
        }
        double[] expected = new double[days];
        for (int first = 0; first < days; first++) {
            for (int day = first + 1; seen.starts()[first] > 0 && day < days; day++) {
                int span = span(day - first);
                expected[day] += time[span] > 0 ? seen.starts()[first] * had[span] / time[span] : 0;
            }
        }
        return expected;
    }

    /** Sums over the days around each, a day weighing less by a 28th for every day it is away. */
    static double[] nearby(double[] numbers) {
        double[] sums = numbers.clone();
        for (int day = 1; day < sums.length; day++) {
            sums[day] += FADE * sums[day - 1];
        }
        double after = 0;
        for (int day = sums.length - 1; day >= 0; day--) {
            sums[day] += after;
            after = FADE * (after + numbers[day]);
        }
        return sums;
    }

    /** Weeks in the first eight, then four weeks, then quarters. */
    private static int span(int age) {
        return age < 56 ? age / 7 : age < 364 ? 8 + (age - 56) / 28 : 19 + (age - 364) / 91;
    }
}
