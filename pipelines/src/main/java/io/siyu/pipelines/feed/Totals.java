package io.siyu.pipelines.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the landed rows of a file add up to, and whether its total row says the same. */
final class Totals {
    private final List<String> names;
    private final int[] positions;
    private final BigDecimal[] sums;
    private final List<String> differences = new ArrayList<>();
    private boolean missing;

    /**
     * @param names columns to add up
     * @param columns business columns in contract order
     * @param expected whether a file without a total is cut off
     */
    Totals(List<String> names, List<String> columns, boolean expected) {
        this.names = names;
        this.missing = expected;
        this.positions = names.stream().mapToInt(columns::indexOf).toArray();
        this.sums = names.stream().map(name -> BigDecimal.ZERO).toArray(BigDecimal[]::new);
    }

    /** Adds the cleaned values of a row; what is no number counts as nothing. */
    void add(@Nullable String[] values) {
        for (int i = 0; i < positions.length; i++) {
            BigDecimal number = number(values[positions[i]]);
            sums[i] = number == null ? sums[i] : sums[i].add(number);
        }
    }

    /** Compares with the cleaned values of a total row; a cell without a number says nothing. */
    void told(@Nullable String[] values) {
        missing = false;
        for (int i = 0; i < positions.length; i++) {
            BigDecimal told = number(values[positions[i]]);
            if (told != null && told.compareTo(sums[i]) != 0) {
                differences.add(
                        names.get(i) + " is " + told.toPlainString() + " and its rows " + sums[i].toPlainString());
            }
        }
    }

    /** {@code total_differs: cost is 8.00 and its rows 7.50}, {@code total_missing}, or null when nothing differs. */
    @Nullable
    String difference() {
        if (missing) {
            return "total_missing";
        }
        return differences.isEmpty() ? null : "total_differs: " + String.join(", ", differences);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
