package io.siyu.pipelines.identity.link;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * What agreement says. Fellegi and Sunter, A Theory for Record Linkage, JASA 64 (1969): a pair weighs log2 of the odds that two
 * records drawn by chance are one, and log2 (m / u) for each comparison.
 *
 * @param spec what is compared
 * @param prior probability that two records drawn by chance are one
 * @param m per comparison and level, how often records of one person agree so
 * @param u per comparison and level, how often records of strangers do
 */
record Model(LinkSpec spec, double prior, double[][] m, double[][] u, Frequencies frequencies) implements Serializable {
    private static final double LOG_2 = Math.log(2);

    /** log2 of the odds that a pair is one person. */
    double weight(long pattern, long rarity) {
        double weight = bits(prior);
        for (int place = 0; place < m.length; place++) {
            weight += part(place, pattern, rarity);
        }
        return weight;
    }

    /**
     * What one comparison adds, in bits. Agreement on a value that is rarer or more frequent than its column's values on average
     * weighs by that value's own frequency.
     */
    double part(int place, long pattern, long rarity) {
        int level = Pattern.level(pattern, place);
        if (level < 0) {
            return 0;
        }
        double bits = Math.log(m[place][level] / u[place][level]) / LOG_2;
        double rare = frequencies.bits(rarity, place);
        int same = u[place].length - 1;
        return rare < 0 ? bits : bits + rare + Math.log(u[place][same]) / LOG_2;
    }

    /** log2 of the odds of a probability. */
    static double bits(double probability) {
        return Math.log(probability / (1 - probability)) / LOG_2;
    }

    /** The probability of a weight. */
    static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }

    /** A line per comparison and level. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "Two records drawn by chance are one with probability %.3g.%n", prior));
        text.append(String.format(
                Locale.ROOT, "%-22s %-38s %9s %9s %7s%n", "comparison", "agreement", "same", "strangers", "bits"));
        for (int place = 0; place < m.length; place++) {
            List<String> labels = spec.compare().get(place).kind().measure().labels();
            for (int level = labels.size() - 1; level >= 0; level--) {
                double one = m[place][level];
                double two = u[place][level];
                text.append(String.format(
                        Locale.ROOT,
                        "%-22s %-38s %9.5f %9.6f %7.2f%n",
                        spec.compare().get(place).column(),
                        labels.get(level),
                        one,
                        two,
                        Math.log(one / two) / LOG_2));
            }
        }
        return text.toString();
    }
}
