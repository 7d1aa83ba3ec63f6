package io.siyu.pipelines.value.model;

/**
 * The likelihood of BG/BB (Fader, Hardie and Shang 2010): at each of n occasions a customer who is still there buys by a probability
 * that is beta (α, β); before each he leaves by one that is beta (γ, δ). Recency and age are numbers of occasions.
 */
final class BgBbDensity implements Density {
    private final double[] p;
    private final Rising[] alone = new Rising[2];
    private final Rising both;
    private final Rising stays;
    private final Rising all;

    /** @param most the largest number of occasions */
    BgBbDensity(double[] parameters, int most) {
        this.p = parameters.clone();
        this.alone[0] = new Rising(p[0], most);
        this.alone[1] = new Rising(p[1], most);
        this.both = new Rising(p[0] + p[1], most);
        this.stays = new Rising(p[3], most);
        this.all = new Rising(p[2] + p[3], most + 1);
    }

    @Override
    public double at(History h, double[] slope) {
        int n = (int) h.age();
        double sum = there(h.x(), n);
        for (int last = (int) h.recency(); last < n; last++) {
            sum = Logs.add(sum, left(h.x(), last));
        }
        java.util.Arrays.fill(slope, 0);
        add(slope, Math.exp(there(h.x(), n) - sum), h.x(), n, false);
        for (int last = (int) h.recency(); last < n; last++) {
            add(slope, Math.exp(left(h.x(), last) - sum), h.x(), last, true);
        }
        return sum;
    }

    /** Still there after n occasions. */
    double there(int x, int n) {
        return bought(x, n) + stays.log(n) - all.log(n);
    }

    /** Left after so many occasions. */
    private double left(int x, int occasions) {
        return bought(x, occasions) + Math.log(p[2]) + stays.log(occasions) - all.log(occasions + 1);
    }

    private double bought(int x, int occasions) {
        return alone[0].log(x) + alone[1].log(occasions - x) - both.log(occasions);
    }

    private void add(double[] slope, double share, int x, int occasions, boolean left) {
        int gone = left ? 1 : 0;
        slope[0] += share * p[0] * (alone[0].slope(x) - both.slope(occasions));
        slope[1] += share * p[1] * (alone[1].slope(occasions - x) - both.slope(occasions));
        slope[2] += share * (gone - p[2] * all.slope(occasions + gone));
        slope[3] += share * p[3] * (stays.slope(occasions) - all.slope(occasions + gone));
    }
}
