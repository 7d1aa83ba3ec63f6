package io.siyu.pipelines.sample.chance;

/** A shuffle of 0 .. n-1 that is computed, not kept: a Feistel network of four rounds that walks until it is below n. */
final class Permutation {
    private static final int ROUNDS = 4;

    private final int n;
    private final int half;
    private final int mask;
    private final long key;

    Permutation(int n, long key) {
        this.n = n;
        this.half = Math.max(1, (33 - Integer.numberOfLeadingZeros(Math.max(1, n - 1))) / 2);
        this.mask = (1 << half) - 1;
        this.key = key;
    }

    int apply(int i) {
        int x = i;
        do {
            int left = x >>> half;
            int right = x & mask;
            for (int r = 0; r < ROUNDS; r++) {
                int next = left ^ round(right, r);
                left = right;
                right = next;
            }
            x = (left << half) | right;
        } while (x >= n);
        return x;
    }

    int invert(int i) {
        int x = i;
        do {
            int left = x >>> half;
            int right = x & mask;
            for (int r = ROUNDS - 1; r >= 0; r--) {
                int before = right ^ round(left, r);
                right = left;
                left = before;
            }
            x = (left << half) | right;
        } while (x >= n);
        return x;
    }

    private int round(int value, int r) {
        return (int) (Draw.mix(key + value * 31L + r * 0x632BE59BD9B4E019L) & mask);
    }
}
