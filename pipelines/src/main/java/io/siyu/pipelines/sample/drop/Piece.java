package io.siyu.pipelines.sample.drop;

import java.util.Arrays;

/** What one shard adds to one file: rows, in the end sorted by their key and, among equals, as they came. */
final class Piece {
    private static final int INDEX_BITS = 22;

    private final Bytes bytes = new Bytes(512);
    private long[] keys = new long[8];
    private int[] ends = new int[8];
    private int rows;
    private boolean sorted = true;

    /** Answers the row's number within the piece, in order of arrival. {@code key} is from 0 to 2^41. */
    int add(long key, byte[] row, int length) {
        if (rows == keys.length) {
            keys = Arrays.copyOf(keys, rows * 2);
            ends = Arrays.copyOf(ends, rows * 2);
        }
        bytes.write(row, 0, length);
        keys[rows] = (key << INDEX_BITS) | rows;
        ends[rows] = bytes.length();
        sorted &= rows == 0 || keys[rows] > keys[rows - 1];
        return rows++;
    }

    int rows() {
        return rows;
    }

    /** The rows in their final order; {@code places}, when given, learns where each row went. */
    Bytes arranged(int[] places) {
        if (sorted) {
            Arrays.setAll(places, i -> i);
            return bytes;
        }
        long[] order = Arrays.copyOf(keys, rows);
        Arrays.sort(order);
        Bytes out = new Bytes(bytes.length());
        for (int place = 0; place < rows; place++) {
            int row = (int) (order[place] & ((1 << INDEX_BITS) - 1));
            places[row] = place;
            int from = row == 0 ? 0 : ends[row - 1];
            out.write(bytes.array(), from, ends[row] - from);
        }
        return out;
    }
}
