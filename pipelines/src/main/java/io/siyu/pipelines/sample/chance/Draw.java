package io.siyu.pipelines.sample.chance;

/**
 * A stream of numbers that depends on its seed and place alone: SplitMix64, written out so that no JDK changes it, and
 * {@link StrictMath}, so that no processor does.
 */
public final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    private Draw(long state) {
        this.state = state;
    }

    /** The stream of one place: a purpose and, say, a person's number. */
    public static Draw at(long seed, long purpose, long number) {
        return new Draw(mix(seed + GOLDEN * mix(purpose + GOLDEN * mix(number + GOLDEN))));
    }

    /** Stafford's variant 13 of the 64-bit finaliser. */
    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A whole number from 0 to {@code bound - 1}. */
    public int below(int bound) {
        return (int) ((((next() >>> 32) & 0xFFFFFFFFL) * bound) >>> 32);
    }

    /** A whole number from {@code from} to {@code to}, both possible. */
    public int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /** From 0 (possible) to 1 (not). */
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    public double normal() {
        double u = 1 - unit();
        return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    public double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** Gamma with mean {@code shape}, by Marsaglia and Tsang (2000). */
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - unit(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            double cube = v * v * v;
            if (v > 0 && StrictMath.log(1 - unit()) < 0.5 * x * x + d - d * cube + d * StrictMath.log(cube)) {
                return d * cube;
            }
        }
    }

    /** 1, 2, ... with this mean. */
    public int geometric(double mean) {
        int n = 1;
        while (n < 60 && chance(1 - 1 / mean)) {
            n++;
        }
        return n;
    }

    /** An index, each as likely as its weight. */
    public int weighted(int... weights) {
        int sum = 0;
        for (int w : weights) {
            sum += w;
        }
        int at = below(sum);
        int i = 0;
        while (at >= weights[i]) {
            at -= weights[i++];
        }
        return i;
    }
}
