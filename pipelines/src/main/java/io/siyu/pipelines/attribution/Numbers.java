package io.siyu.pipelines.attribution;

import java.util.Arrays;

/** A list of whole numbers that grows. */
final class Numbers {
    private long[] numbers = new long[64];
    private int size;

    void push(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    void add(int at, long more) {
        numbers[at] += more;
    }

    long get(int at) {
        return numbers[at];
    }

    int size() {
        return size;
    }
}
