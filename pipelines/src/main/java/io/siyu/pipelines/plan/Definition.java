package io.siyu.pipelines.plan;

import io.siyu.warehouse.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table and how its rows come about.
 *
 * @param sql text of {@code rows.sql}; absent for landed tables and for Java transforms
 * @param reads stored tables it reads, itself or through an inline one, sorted
 * @param inlines inline tables it reads, each after those it reads itself
 * @param fingerprint of everything its rows follow from beside its inputs' rows; a change rebuilds the table
 */
public record Definition(
        Table table, Optional<String> sql, Set<String> reads, List<Definition> inlines, String fingerprint) {
    public String name() {
        return table.name();
    }

    /**
     * Whether its rows of earlier nights cannot be made again: it reads itself, and not only to leave what no news touches, as one with
     * quiet columns does.
     */
    public boolean holdsWhatNightsSaw() {
        return reads.contains(name()) && table.quiet().isEmpty();
    }

    /** Whether another business date may give other rows. */
    public boolean usesBusinessDate() {
        return sql.map(text -> text.contains(":business_date")).orElse(true)
                || inlines.stream().anyMatch(Definition::usesBusinessDate);
    }
}
