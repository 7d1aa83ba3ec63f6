package io.siyu.pipelines.feed;

import io.siyu.warehouse.Column;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Table;
import java.io.Serializable;
import java.util.List;

/**
 * What a task must know to parse files.
 *
 * @param columns business columns in contract order
 * @param required those of them the contract requires
 */
record FeedPlan(Feed feed, List<String> columns, List<String> required) implements Serializable {

    static FeedPlan of(Table table, Feed feed) {
        List<String> columns = LandedColumns.business(table);
        List<String> required = table.columns().stream()
                .filter(Column::required)
                .map(Column::name)
                .filter(columns::contains)
                .toList();
        return new FeedPlan(feed, columns, required);
    }
}
