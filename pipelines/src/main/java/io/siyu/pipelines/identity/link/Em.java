package io.siyu.pipelines.identity.link;

import java.util.Arrays;
import java.util.List;

/**
 * Fits a {@link Model} by expectation and maximisation over counts of agreement patterns; the cost does not grow with the pairs.
 *
 * <p>How often strangers agree (u) comes from pairs drawn by chance, each weighed by the probability that it is one of strangers:
 * in a small file chance draws some true pairs. How often one person's records agree (m) comes from the pairs of blocking rules,
 * each weighed by the probability that it is one person; for a comparison only those pairs count that some rule finds without
 * looking at its column, else its agreement would prove itself.
 */
final class Em {
    private static final int ROUNDS = 200;
    private static final double STILL = 1e-7;

    /** Pairs that are held to have been seen beside those seen, spread evenly over the levels, so that no share is 0. */
    private static final double BESIDE = 0.5;

    /** Pairs of one person, of strangers, and drawn by chance that what a spec says beforehand counts for. */
    private static final double SAID_SAME = 100;

    private static final double SAID_STRANGERS = 1e6;
    private static final double SAID_PAIRS = 1e6;

    private final LinkSpec spec;
    private final List<Tally> found;
    private final List<Tally> random;
    private final double allPairs;
    private final long[] blind;

    /**
     * @param found pairs of the blocking rules
     * @param random pairs drawn by chance
     * @param allPairs pairs that the records could make
     */
    Em(LinkSpec spec, List<Tally> found, List<Tally> random, double allPairs) {
        this.spec = spec;
        this.found = Tally.sorted(found);
        this.random = Tally.sorted(random);
        this.allPairs = allPairs;
        this.blind = spec.columns().stream().mapToLong(this::blind).toArray();
    }

    Model fit(Frequencies frequencies) {
        int n = spec.compare().size();
        Frequencies none = Frequencies.none(n);
        double[][] m = new double[n][];
        double[][] u = new double[n][];
        for (int place = 0; place < n; place++) {
            LinkSpec.Comparison at = spec.compare().get(place);
            m[place] = Shares.start(at.same(), levels(place));
            u[place] = strangers(all(random), place);
        }
        double said = spec.said().prior();
        double prior = said > 0 ? said : Math.min(0.5, 1 / Math.sqrt(2 * allPairs));
        Model model = new Model(spec, prior, m, u, none);
        double change = 1;
        for (int round = 0; round < ROUNDS && change > STILL; round++) {
            Model next = next(model);
            change = apart(model, next);
            model = next;
        }
        return new Model(spec, model.prior(), model.m(), model.u(), frequencies);
    }

    private Model next(Model model) {
        int n = model.m().length;
        double[][] m = new double[n][];
        double[][] u = new double[n][];
        double[] one = same(model, found);
        double[] chance = same(model, random);
        for (int i = 0; i < chance.length; i++) {
            chance[i] = random.get(i).pairs() - chance[i];
        }
        for (int place = 0; place < n; place++) {
            u[place] = strangers(chance, place);
            List<Double> said = spec.compare().get(place).same();
            double seen = seen(one, place) + (said.isEmpty() ? 0 : SAID_SAME);
            m[place] = told(shares(found, one, place, blind[place], said, SAID_SAME), u[place], seen);
        }
        return new Model(spec, prior(Arrays.stream(one).sum()), m, u, model.frequencies());
    }

    private double prior(double same) {
        double said = spec.said().prior();
        return said > 0
                ? Math.min(0.5, (same + said * SAID_PAIRS) / (allPairs + SAID_PAIRS))
                : Math.min(0.5, Math.max(1, same) / allPairs);
    }

    private double[] strangers(double[] pairs, int place) {
        return shares(random, pairs, place, -1, spec.compare().get(place).strangers(), SAID_STRANGERS);
    }

    private static double[] all(List<Tally> tallies) {
        return tallies.stream().mapToDouble(Tally::pairs).toArray();
    }

    /** How many pairs of each tally are one person's, as far as the model knows. */
    private static double[] same(Model model, List<Tally> tallies) {
        return tallies.stream()
                .mapToDouble(tally -> tally.pairs() * Model.probability(model.weight(tally.pattern(), 0)))
                .toArray();
    }

    /**
     * Shares of the levels at a comparison.
     *
     * @param pairs how many of each tally count
     * @param rules only pairs that one of these finds
     * @param said shares known beforehand, or none
     * @param weight pairs that they count for
     */
    private double[] shares(
            List<Tally> tallies, double[] pairs, int place, long rules, List<Double> said, double weight) {
        double[] shares = new double[levels(place)];
        double all = 0;
        for (int i = 0; i < pairs.length; i++) {
            Tally tally = tallies.get(i);
            int level = Pattern.level(tally.pattern(), place);
            if (level >= 0 && (rules == -1 || (tally.rules() & rules) != 0)) {
                shares[level] += pairs[i];
                all += pairs[i];
            }
        }
        double beside = said.isEmpty() ? BESIDE : weight;
        double[] known = Shares.beside(said, shares.length);
        for (int level = 0; level < shares.length; level++) {
            shares[level] = (shares[level] + beside * known[level]) / (all + beside);
        }
        return shares;
    }

    /**
     * The shares of one person's pairs, drawn towards those of strangers where a level is so rare among both that not one pair of it is
     * to be expected: what nobody has seen says nothing.
     *
     * @param pairs one person's that were seen
     */
    private static double[] told(double[] m, double[] u, double pairs) {
        double[] told = new double[m.length];
        for (int level = 0; level < m.length; level++) {
            double sure = Math.min(1, pairs * Math.max(m[level], u[level]));
            told[level] = Math.pow(m[level], sure) * Math.pow(u[level], 1 - sure);
        }
        return told;
    }

    private double seen(double[] pairs, int place) {
        double seen = 0;
        for (int i = 0; i < pairs.length; i++) {
            Tally tally = found.get(i);
            boolean counts = Pattern.level(tally.pattern(), place) >= 0 && (tally.rules() & blind[place]) != 0;
            seen += counts ? pairs[i] : 0;
        }
        return seen;
    }

    /** Rules that do not look at a column; all rules when each of them does. */
    private long blind(String column) {
        long rules = 0;
        java.util.regex.Pattern word = java.util.regex.Pattern.compile(
                "(?i)(?<![\\p{L}\\p{N}_])" + java.util.regex.Pattern.quote(column) + "(?![\\p{L}\\p{N}_])");
        for (int rule = 0; rule < spec.block().size(); rule++) {
            if (!word.matcher(spec.block().get(rule).text()).find()) {
                rules |= 1L << rule;
            }
        }
        return rules == 0 ? Long.MAX_VALUE : rules;
    }

    private int levels(int place) {
        return spec.compare().get(place).kind().measure().labels().size();
    }

    private static double apart(Model a, Model b) {
        double most = Math.abs(Math.log(a.prior() / b.prior()));
        for (int place = 0; place < a.m().length; place++) {
            for (int level = 0; level < a.m()[place].length; level++) {
                most = Math.max(most, Math.abs(a.m()[place][level] - b.m()[place][level]));
                most = Math.max(most, Math.abs(a.u()[place][level] - b.u()[place][level]));
            }
        }
        return most;
    }
}
