package io.siyu.warehouse;

import java.io.Serializable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sentence about one column of a row: {@code order_no is in scientific notation}.
 *
 * @param text the sentence as written
 * @param column the column it speaks about
 * @param test what it says of that column's value
 */
public record Condition(String text, String column, CellTest test) implements Serializable {

    /** Whether it is true of a row, given as column name to cleaned value, null for no value. */
    public boolean holds(Function<String, @Nullable String> row) {
        return test.holds(row.apply(column));
    }
}
