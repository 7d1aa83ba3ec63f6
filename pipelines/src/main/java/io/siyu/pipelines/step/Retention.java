package io.siyu.pipelines.step;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.siyu.warehouse.Table;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The dates that a table keeps: {@code keep_days} of its contract, up to the business date; all where it says none. */
record Retention(Table table, LocalDate business) {

    /** The rows of dates that are kept. */
    Dataset<Row> of(Dataset<Row> rows) {
        return table.keepDays() == 0
                ? rows
                : rows.where(col(table.partition().orElseThrow()).geq(lit(Date.valueOf(first()))));
    }

    /** Of these partition values, those that are kept no longer. */
    SortedSet<String> ended(Collection<String> partitions) {
        SortedSet<String> all = new TreeSet<>(partitions);
        return table.keepDays() == 0 ? new TreeSet<>() : new TreeSet<>(all.headSet(first().toString()));
    }

    private LocalDate first() {
        return business.minusDays(table.keepDays() - 1L);
    }
}
