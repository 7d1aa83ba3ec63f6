package io.siyu.pipelines.feed;

import io.siyu.warehouse.Clean;
import io.siyu.warehouse.Condition;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.Feed.Reject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a feed says of single rows: how cells are cleaned, which rows are skipped and which are bad. */
final class RowRules {
    private final Feed feed;
    private final List<String> required;
    private final Map<String, Integer> positions = new HashMap<>();

    /**
     * @param columns business columns in contract order
     * @param required those of them that must not be empty
     */
    RowRules(Feed feed, List<String> columns, List<String> required) {
        this.feed = feed;
        this.required = required;
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i), i);
        }
    }

    /** Cleans values in place; null tokens become null. */
    void clean(@Nullable String[] values) {
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            values[i] = value == null ? null : cleaned(value);
        }
    }

    /** Whether cleaned values are no data. */
    boolean skips(@Nullable String[] values) {
        Function<String, @Nullable String> row = row(values);
        for (Condition condition : feed.skip()) {
            if (condition.holds(row)) {
                return true;
            }
        }
        return false;
    }

    /** Why cleaned values are bad: the first reject that holds, else {@code <column>_is_empty} of a required column. */
    @Nullable
    String problem(@Nullable String[] values) {
        Function<String, @Nullable String> row = row(values);
        for (Reject reject : feed.reject()) {
            if (reject.when().holds(row)) {
                return reject.reason();
            }
        }
        for (String column : required) {
            if (row.apply(column) == null) {
                return column + "_is_empty";
            }
        }
        return null;
    }

    private @Nullable String cleaned(String cell) {
        String text = Blanks.strip(cell);
        if (feed.nullTokens().contains(text)) {
            return null;
        }
        for (Clean repair : feed.clean()) {
            text = repair.apply(text);
        }
        text = Blanks.strip(text);
        return feed.nullTokens().contains(text) ? null : text;
    }

    private Function<String, @Nullable String> row(@Nullable String[] values) {
        return column -> {
            Integer at = positions.get(column);
            return at == null ? null : values[at];
        };
    }
}
