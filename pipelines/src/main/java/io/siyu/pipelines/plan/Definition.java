package io.siyu.pipelines.plan;

import io.siyu.warehouse.Table;
import java.util.Optional;
import java.util.Set;

/**
 * A table and how its rows come about.
 *
 * @param sql text of {@code rows.sql}; absent for landed tables and for Java transforms
 * @param reads tables it reads, sorted
 * @param fingerprint of everything its rows follow from beside its inputs' rows; a change rebuilds the table
 */
public record Definition(Table table, Optional<String> sql, Set<String> reads, String fingerprint) {
    public String name() {
        return table.name();
    }
}
