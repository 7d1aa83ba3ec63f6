package io.siyu.pipelines.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code fold_rows} is asked for, read from its text.
 *
 * @param words BIGINTs of bits that a row begins with
 * @param numbers how many follow
 * @param texts how many follow those
 * @param steps in the plan's order
 * @param ofBit for each bit the steps that count, add up or compare its rows
 * @param ofCell for each number and then each text the steps that ask how many different ones there are
 */
record FoldPlan(int words, int numbers, int texts, List<Step> steps, int[][] ofBit, int[][] ofCell) {
    enum Kind {
        COUNT,
        SUM,
        MIN,
        MAX,
        NUMBERS,
        TEXTS,
        FAVOURITE,
        MIN_BY,
        MAX_BY;

        boolean isOfDifferent() {
            return this == NUMBERS || this == TEXTS;
        }

        /** Whether its value is a text cell. */
        boolean isOfText() {
            return ordinal() >= TEXTS.ordinal();
        }
    }

    /**
     * One thing asked for.
     *
     * @param bit which rows count
     * @param cell place of the value in a row, behind the bits; 0 for a count of rows
     * @param key place of the key in a row, behind the bits; 0 where there is none
     */
    record Step(Kind kind, int bit, int cell, int key) {
        int word() {
            return bit / Long.SIZE;
        }

        long mask() {
            return 1L << (bit % Long.SIZE);
        }
    }

    /** Reads a text as {@code RowFold} of the warehouse writes it. */
    static FoldPlan read(String text) {
        String[] parts = text.split(" ");
        int words = Integer.parseInt(parts[0]);
        int numbers = Integer.parseInt(parts[1]);
        int texts = Integer.parseInt(parts[2]);
        List<Step> steps = new ArrayList<>();
        for (int i = 3; i < parts.length; i++) {
            String[] step = parts[i].split(":");
            Kind kind = Kind.valueOf(step[0].toUpperCase(Locale.ROOT));
            int cell = step.length > 2 ? Integer.parseInt(step[2]) + (kind.isOfText() ? numbers : 0) : 0;
            int key = step.length > 3
                    ? Integer.parseInt(step[3].substring(1)) + (step[3].startsWith("t") ? numbers : 0)
                    : 0;
            steps.add(new Step(kind, Integer.parseInt(step[1]), cell, key));
        }
        List<List<Integer>> ofBit = lists(words * Long.SIZE);
        List<List<Integer>> ofCell = lists(numbers + texts);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            (step.kind.isOfDifferent() ? ofCell.get(step.cell) : ofBit.get(step.bit)).add(i);
        }
        return new FoldPlan(words, numbers, texts, List.copyOf(steps), arrays(ofBit), arrays(ofCell));
    }

    private static List<List<Integer>> lists(int size) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
