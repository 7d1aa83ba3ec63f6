package io.siyu.pipelines.sql;

import io.siyu.pipelines.sql.FoldPlan.Kind;
import io.siyu.pipelines.sql.FoldPlan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of one customer once, and then knows what a plan asks for. In any order of rows it finds the same. Texts
 * compare as Spark's do, by their bytes; they are not copied, so the rows must stand until all is found.
 */
final class FoldedRows {
    private final FoldPlan plan;
    private final long[] numbers;
    private final boolean[] isThere;
    /** Per step the text whose key is the least or greatest so far, and that key. */
    private final @Nullable Keyed[] keyed;
    /** Per step the texts and how often each came. */
    private final List<Map<UTF8String, Integer>> often;
    /** Per cell its different values and the bits of their rows. */
    private final List<Map<Object, long[]>> different;

    private record Keyed(@Nullable UTF8String text, Object key) {}

    FoldedRows(FoldPlan plan) {
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

    void add(InternalRow row) {
        for (int word = 0; word < plan.words(); word++) {
            for (long left = row.getLong(word); left != 0; left &= left - 1) {
                for (int step : plan.ofBit()[word * Long.SIZE + Long.numberOfTrailingZeros(left)]) {
                    add(step, row);
                }
            }
        }
        for (int cell = 0; cell < different.size(); cell++) {
            if (plan.ofCell()[cell].length > 0 && has(row, cell)) {
                mark(row, cell);
            }
        }
    }

    private void add(int at, InternalRow row) {
        Step step = plan.steps().get(at);
        switch (step.kind()) {
            case COUNT -> numbers[at]++;
            case MIN_BY, MAX_BY -> compare(at, step, row);
            case FAVOURITE -> {
                if (has(row, step.cell())) {
                    often.get(at).merge(text(row, step.cell()), 1, Integer::sum);
                }
            }
            default -> {
                if (has(row, step.cell())) {
                    number(at, step.kind(), row.getLong(plan.words() + step.cell()));
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

    private void compare(int at, Step step, InternalRow row) {
        if (!has(row, step.key())) {
            return;
        }
        Object key = value(row, step.key());
        UTF8String text = has(row, step.cell()) ? text(row, step.cell()) : null;
        Keyed best = keyed[at];
        if (best == null || isBetter(step.kind(), key, text, best)) {
            keyed[at] = new Keyed(text, key);
        }
    }

    /** Of two rows with the same key the greater text stands. */
    private static boolean isBetter(Kind kind, Object key, @Nullable UTF8String text, Keyed best) {
        int beside = key instanceof Long number
                ? number.compareTo((Long) best.key)
                : ((UTF8String) key).compareTo((UTF8String) best.key);
        boolean isGreaterText = text != null && (best.text == null || text.compareTo(best.text) > 0);
        return beside == 0 ? isGreaterText : kind == Kind.MAX_BY == beside > 0;
    }

    private void mark(InternalRow row, int cell) {
        long[] bits = different.get(cell).computeIfAbsent(value(row, cell), any -> new long[plan.words()]);
        for (int word = 0; word < bits.length; word++) {
            bits[word] |= row.getLong(word);
        }
    }

    private boolean has(InternalRow row, int cell) {
        return !row.isNullAt(plan.words() + cell);
    }

    private UTF8String text(InternalRow row, int cell) {
        return row.getUTF8String(plan.words() + cell);
    }

    private Object value(InternalRow row, int cell) {
        return cell < plan.numbers() ? row.getLong(plan.words() + cell) : text(row, cell);
    }

    /** The struct of numbers and texts. */
    InternalRow found() {
        List<@Nullable Object> numbersFound = new ArrayList<>();
        List<@Nullable Object> textsFound = new ArrayList<>();
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
        return new GenericInternalRow(
                new Object[] {new GenericArrayData(numbersFound.toArray()), new GenericArrayData(textsFound.toArray())
                });
    }

    private long different(Step step) {
        long count = 0;
        for (long[] bits : different.get(step.cell()).values()) {
            count += (bits[step.word()] & step.mask()) == 0 ? 0 : 1;
        }
        return count;
    }
}
