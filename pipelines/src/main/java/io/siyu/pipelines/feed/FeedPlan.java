package io.siyu.pipelines.feed;

import io.siyu.pipelines.erase.PersonColumns;
import io.siyu.pipelines.erase.RowEraser;
import io.siyu.pipelines.erase.Tombstones;
import io.siyu.warehouse.Column;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task must know to parse files.
 *
 * @param columns business columns in contract order
 * @param required those of them the contract requires
 * @param erased who has been erased; null when nobody was
 */
record FeedPlan(
        Feed feed,
        List<String> columns,
        List<String> required,
        @Nullable Erased erased) implements Serializable {

    /** Who has been erased, and what columns say whose a row is. */
    record Erased(PersonColumns columns, Tombstones tombstones) implements Serializable {}

    static FeedPlan of(Table table, Feed feed) {
        List<String> columns = LandedColumns.business(table);
        List<String> required = table.columns().stream()
                .filter(Column::required)
                .map(Column::name)
                .filter(columns::contains)
                .toList();
        return new FeedPlan(feed, columns, required, null);
    }

    /** The same without whom the retailer has erased. */
    FeedPlan without(Table table, IdModel kinds, Tombstones tombstones) {
        PersonColumns persons = PersonColumns.of(table, columns, kinds);
        boolean hasAny = persons.any() && !tombstones.isEmpty();
        return new FeedPlan(feed, columns, required, hasAny ? new Erased(persons, tombstones) : null);
    }

    /** Takes erased people out of rows; null when there are none. */
    @Nullable
    RowEraser eraser() {
        return erased == null ? null : new RowEraser(erased.columns(), erased.tombstones());
    }
}
