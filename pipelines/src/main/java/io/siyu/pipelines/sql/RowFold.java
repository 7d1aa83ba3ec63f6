package io.siyu.pipelines.sql;

import io.siyu.pipelines.sql.FoldPlan.Kind;
import io.siyu.pipelines.sql.FoldPlan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Goes through the rows of one customer once, and then knows what a plan asks for. In any order of rows it finds the same. */
final class RowFold {
    private final FoldPlan plan;
    private final long[] numbers;
    private final boolean[] isThere;
    /** Per step the text whose key is the least or greatest so far, and that key. */
    private final @Nullable Keyed[] keyed;
    /** Per step the texts and how often each came. */
    private final List<Map<String, Integer>> often;
    /** Per cell its different values and the bits of their rows. */
    private final List<Map<Object, long[]>> different;

    private record Keyed(@Nullable String text, Object key) {}

    RowFold(FoldPlan plan) {
        int steps = plan.steps().size();
        this.plan = plan;
        this.numbers = new long[steps];
        this.isThere = new boolean[steps];
        this.keyed = new Keyed[steps];
        this.often = new ArrayList<>(steps);
        for (Step step : plan.steps()) {
            often.add(step.kind() == Kind.FAVOURITE ? new HashMap<>() : Map.of());
        }
        this.different = new ArrayList<>(plan.ofCell().length);
        for (int[] counts : plan.ofCell()) {
            different.add(counts.length == 0 ? Map.of() : new HashMap<>());
        }
    }

    void add(Row row) {
        for (int word = 0; word < plan.words(); word++) {
            for (long left = row.getLong(word); left != 0; left &= left - 1) {
                for (int step : plan.ofBit()[word * FoldPlan.BITS + Long.numberOfTrailingZeros(left)]) {
                    add(step, row);
                }
            }
        }
        for (int cell = 0; cell < different.size(); cell++) {
            if (plan.ofCell()[cell].length > 0 && !row.isNullAt(plan.words() + cell)) {
                mark(row, cell);
            }
        }
    }

    private void add(int at, Row row) {
        Step step = plan.steps().get(at);
        int cell = plan.words() + step.cell();
        switch (step.kind()) {
            case COUNT -> numbers[at]++;
            case MIN_BY, MAX_BY -> compare(at, step, row);
            case FAVOURITE -> {
                if (!row.isNullAt(cell)) {
                    often.get(at).merge(row.getString(cell), 1, Integer::sum);
                }
            }
            default -> {
                if (!row.isNullAt(cell)) {
                    number(at, step.kind(), row.getLong(cell));
                }
            }
        }
    }

    private void number(int at, Kind kind, long value) {
        numbers[at] = !isThere[at]
                ? value
                : switch (kind) {
                    case MIN -> Math.min(numbers[at], value);
                    case MAX -> Math.max(numbers[at], value);
                    default -> numbers[at] + value;
                };
        isThere[at] = true;
    }

    private void compare(int at, Step step, Row row) {
        Object key = row.get(plan.words() + step.key());
        if (key == null) {
            return;
        }
        String text = row.getString(plan.words() + step.cell());
        Keyed best = keyed[at];
        if (best == null || isBetter(step.kind(), key, text, best)) {
            keyed[at] = new Keyed(text, key);
        }
    }

    /** Of two rows with the same key the greater text stands. */
    private static boolean isBetter(Kind kind, Object key, @Nullable String text, Keyed best) {
        int beside = key instanceof Long number
                ? number.compareTo((Long) best.key)
                : ((String) key).compareTo((String) best.key);
        boolean isGreaterText = text != null && (best.text == null || text.compareTo(best.text) > 0);
        return beside == 0 ? isGreaterText : kind == Kind.MAX_BY == beside > 0;
    }

    private void mark(Row row, int cell) {
        long[] bits = different.get(cell).computeIfAbsent(row.get(plan.words() + cell), any -> new long[plan.words()]);
        for (int word = 0; word < bits.length; word++) {
            bits[word] |= row.getLong(word);
        }
    }

    /** The struct of numbers and texts. */
    Row found() {
        List<@Nullable Long> numbersFound = new ArrayList<>();
        List<@Nullable String> textsFound = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            Step step = plan.steps().get(i);
            switch (step.kind()) {
                case COUNT -> numbersFound.add(numbers[i]);
                case NUMBERS, TEXTS -> numbersFound.add(different(step));
                case FAVOURITE -> textsFound.add(Functions.mostFrequent(often.get(i)));
                case MIN_BY, MAX_BY -> textsFound.add(keyed[i] == null ? null : keyed[i].text);
                default -> numbersFound.add(isThere[i] ? numbers[i] : null);
            }
        }
        return RowFactory.create(numbersFound, textsFound);
    }

    private long different(Step step) {
        long count = 0;
        for (long[] bits : different.get(step.cell()).values()) {
            count += (bits[step.word()] & step.mask()) == 0 ? 0 : 1;
        }
        return count;
    }
}
