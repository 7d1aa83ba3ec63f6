package io.siyu.pipelines.identity.graph;

import java.util.Arrays;

/**
 * Disjoint sets of the numbers 0, 1, 2, … : union by size, paths halved (Tarjan and van Leeuwen 1984), so that a run of any
 * unions costs next to linear time.
 */
final class Unions {
    private int[] parent = new int[16];
    private int[] size = new int[16];
    private int count;

    /** One more number, alone in its set. */
    int add() {
        if (count == parent.length) {
            parent = Arrays.copyOf(parent, count * 2);
            size = Arrays.copyOf(size, count * 2);
        }
        parent[count] = count;
        size[count] = 1;
        return count++;
    }

    int count() {
        return count;
    }

    /** The number that stands for the set of {@code i}. */
    int find(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Makes one set of two, and says which number stands for it. */
    int union(int i, int j) {
        int a = find(i);
        int b = find(j);
        if (a == b) {
            return a;
        }
        int big = size[a] >= size[b] ? a : b;
        int small = a + b - big;
        parent[small] = big;
        size[big] += size[small];
        return big;
    }
}
