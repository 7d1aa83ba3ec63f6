package io.siyu.pipelines.sample.chance;

import org.jspecify.annotations.Nullable;

/**
 * A drawn part of 0 .. n-1 with an exact size, answered by computation: who is in it, at which rank, and who has a rank.
 * Nothing is kept per member, so a part of a million costs as much as a part of ten.
 */
public final class Subset {
    private final long seed;
    private final @Nullable Subset parent;
    private final Permutation shuffle;
    private final int from;
    private final int size;

    private Subset(long seed, @Nullable Subset parent, Permutation shuffle, int from, int size) {
        this.seed = seed;
        this.parent = parent;
        this.shuffle = shuffle;
        this.from = from;
        this.size = size;
    }

    /** All of 0 .. n-1, in shuffled ranks. */
    public static Subset all(int n, long seed) {
        return new Subset(seed, null, new Permutation(n, Draw.mix(seed)), 0, n);
    }

    /** A part of this with {@code rate * size} members, at least {@code floor} and at most all; {@code name} tells parts apart. */
    public Subset take(String name, double rate, int floor) {
        int wanted = Math.min(size, Math.max(floor, (int) StrictMath.round(rate * size)));
        long key = Draw.mix(seed ^ Draw.mix(name.hashCode()));
        return new Subset(key, this, new Permutation(Math.max(1, size), key), 0, wanted);
    }

    /** Those whom this part was taken from and who are not in it. */
    public Subset rest() {
        int all = parent == null ? size : parent.size;
        return new Subset(Draw.mix(seed ^ 0x2E57), parent, shuffle, size, all - size);
    }

    public int size() {
        return size;
    }

    public boolean has(int id) {
        return rankOf(id) >= 0;
    }

    /** The rank within this part; -1 for who is not in it. */
    public int rankOf(int id) {
        int outer = parent == null ? id : parent.rankOf(id);
        if (outer < 0) {
            return -1;
        }
        int rank = shuffle.apply(outer) - from;
        return rank >= 0 && rank < size ? rank : -1;
    }

    /** Who has this rank. */
    public int idAt(int rank) {
        int outer = shuffle.invert(rank + from);
        return parent == null ? outer : parent.idAt(outer);
    }
}
