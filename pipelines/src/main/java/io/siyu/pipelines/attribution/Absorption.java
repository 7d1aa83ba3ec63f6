package io.siyu.pipelines.attribution;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * Where journeys of a {@link Chain} end when some channels are closed: who would meet one of these is lost. Solves the
 * expected visits {@code v = e + Qᵀ v} of every state, from the start, and nothing is simulated.
 *
 * <p>Small chains are solved by LU decomposition. In larger ones journeys are moved on, state after state, until what is
 * still under way cannot change the result (Gauss–Seidel; only sums of positive numbers, so no digit cancels).
 */
final class Absorption {
    /**
     * Of journeys that start.
     *
     * @param converted the part that converts
     * @param value what a journey is worth on average
     * @param sweeps rounds through all states; 0 when solved by decomposition
     * @param underway the part whose end is not known: the most by which {@code converted} may be too low
     */
    record Ends(double converted, double value, int sweeps, double underway) {}

    /** States up to which a chain is solved by decomposition. */
    static final int DIRECT = 128;

    private static final double UNDERWAY = 1e-17;

    private final Chain chain;
    private final int[] begin;
    private final int[] to;
    private final double[] rate;
    private final double[] stay;
    private final double[] converts;
    private final double[] worth;

    Absorption(Chain chain) {
        this.chain = chain;
        int n = chain.states();
        double[] out = new double[n];
        this.begin = new int[n + 1];
        for (int s = 0; s < chain.steps(); s++) {
            out[chain.from(s)] += chain.count(s);
            begin[chain.from(s) + 1]++;
        }
        Arrays.parallelPrefix(begin, Integer::sum);
        this.converts = new double[n];
        this.worth = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] += chain.conversions(i) + chain.nulls(i);
            converts[i] = out[i] == 0 ? 0 : chain.conversions(i) / out[i];
            worth[i] = out[i] == 0 ? 0 : chain.value(i) / out[i];
        }
        this.to = new int[chain.steps()];
        this.rate = new double[chain.steps()];
        this.stay = new double[n];
        int[] next = begin.clone();
        for (int s = 0; s < chain.steps(); s++) {
            int at = next[chain.from(s)]++;
            to[at] = chain.to(s);
            rate[at] = chain.count(s) / out[chain.from(s)];
            stay[chain.from(s)] += chain.from(s) == chain.to(s) ? rate[at] : 0;
        }
    }

    /** The ends when channels with these numbers are closed. */
    Ends without(BitSet closed) {
        return chain.states() <= DIRECT ? decomposed(closed) : swept(closed);
    }

    /** As {@link #without}, by LU decomposition. */
    Ends decomposed(BitSet closed) {
        int n = chain.states();
        Array2DRowRealMatrix a = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            a.addToEntry(i, i, 1);
            for (int s = begin[i]; s < begin[i + 1]; s++) {
                if (open(to[s], closed)) {
                    a.addToEntry(to[s], i, -rate[s]);
                }
            }
        }
        RealVector start = new ArrayRealVector(n);
        start.setEntry(Chain.START, 1);
        double[] visits = new LUDecomposition(a, 0).getSolver().solve(start).toArray();
        return ends(visits, 0, 0);
    }

    /** As {@link #without}, by moving journeys on. */
    Ends swept(BitSet closed) {
        double[] visits = new double[chain.states()];
        double[] waiting = new double[chain.states()];
        waiting[Chain.START] = 1;
        double underway = 1;
        int sweeps = 0;
        while (underway > UNDERWAY) {
            for (int i = 0; i < waiting.length; i++) {
                if (waiting[i] > 0) {
                    double moved = waiting[i] / (1 - stay[i]);
                    waiting[i] = 0;
                    visits[i] += moved;
                    moveOn(i, moved, waiting, closed);
                }
            }
            underway = Arrays.stream(waiting).sum();
            sweeps++;
        }
        return ends(visits, sweeps, underway);
    }

    private void moveOn(int i, double moved, double[] waiting, BitSet closed) {
        for (int s = begin[i]; s < begin[i + 1]; s++) {
            if (to[s] != i && open(to[s], closed)) {
                waiting[to[s]] += moved * rate[s];
            }
        }
    }

    private boolean open(int state, BitSet closed) {
        int channel = chain.channel(state);
        return channel < 0 || !closed.get(channel);
    }

    private Ends ends(double[] visits, int sweeps, double underway) {
        double converted = 0;
        double value = 0;
        for (int i = 0; i < visits.length; i++) {
            converted += visits[i] * converts[i];
            value += visits[i] * worth[i];
        }
        return new Ends(converted, value, sweeps, underway);
    }
}
