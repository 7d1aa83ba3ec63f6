package io.siyu.pipelines.sample.drop;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that grow, with their array in reach. */
final class Bytes extends OutputStream {
    private byte[] array;
    private int length;

    Bytes(int capacity) {
        this.array = new byte[capacity];
    }

    @Override
    public void write(int b) {
        room(1);
        array[length++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        room(count);
        System.arraycopy(from, offset, array, length, count);
        length += count;
    }

    private void room(int count) {
        if (length + count > array.length) {
            array = Arrays.copyOf(array, Math.max(length + count, array.length + (array.length >> 1) + 64));
        }
    }

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    byte[] copy() {
        return Arrays.copyOf(array, length);
    }
}
