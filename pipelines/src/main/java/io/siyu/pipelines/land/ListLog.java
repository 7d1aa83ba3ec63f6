package io.siyu.pipelines.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Snapshot;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What lists have said so far; the last row of a key up to a date is what stands on it. */
final class ListLog {
    /** What the log says last of a key, a doubt of the date's own list included. */
    static final String SAID = "_said";

    private static final String[] VALUES = {
        LandedColumns.DROP_DATE,
        LandedColumns.TAKE,
        LandedColumns.CHANGE,
        LandedColumns.ROW_HASH,
        LandedColumns.ABSENT_FROM
    };

    private final Column[] key;
    private Dataset<Row> rows;

    ListLog(Snapshot snapshot, Dataset<Row> rows) {
        this.key = columns(snapshot.key().stream());
        this.rows = narrow(rows);
    }

    /** Adds what a list says. */
    void add(Dataset<Row> said) {
        rows = rows.unionByName(narrow(said));
    }

    /**
     * What stands on a date, one row per key: the key, {@code _change, _row_hash, _absent_from} and {@link #SAID}. When the
     * list of the date is compared again, what it had doubted ({@code missing}) is open again.
     */
    Dataset<Row> on(LocalDate date) {
        Column day = lit(Date.valueOf(date));
        Column isOwnDoubt = col(LandedColumns.DROP_DATE)
                .equalTo(day)
                .and(col(LandedColumns.CHANGE).equalTo(LandedColumns.MISSING));
        Column said = struct(columns(Arrays.stream(VALUES)));
        return rows.where(col(LandedColumns.DROP_DATE).leq(day))
                .groupBy(key)
                .agg(
                        max(said).as("_last"),
                        max(when(isOwnDoubt, lit(null)).otherwise(said)).as("_stands"))
                .select(Stream.concat(
                                Arrays.stream(key),
                                Stream.of(
                                        col("_stands." + LandedColumns.CHANGE),
                                        col("_stands." + LandedColumns.ROW_HASH),
                                        col("_stands." + LandedColumns.ABSENT_FROM),
                                        col("_last." + LandedColumns.CHANGE).as(SAID)))
                        .toArray(Column[]::new));
    }

    /** How many keys are listed on a date. */
    long listed(LocalDate date) {
        return on(date).where(col(LandedColumns.CHANGE).equalTo(LandedColumns.PRESENT))
                .count();
    }

    /** Per date, how often its list was compared, if it said anything. */
    Map<LocalDate, Long> takes() {
        return perDate(rows.groupBy(LandedColumns.DROP_DATE)
                .agg(max(LandedColumns.TAKE).cast("bigint")));
    }

    /** Rows of a date and a number. */
    static Map<LocalDate, Long> perDate(Dataset<Row> rows) {
        Map<LocalDate, Long> numbers = new TreeMap<>();
        rows.collectAsList().forEach(row -> numbers.put(row.getDate(0).toLocalDate(), row.getLong(1)));
        return numbers;
    }

    private Dataset<Row> narrow(Dataset<Row> wide) {
        return wide.select(Stream.concat(Arrays.stream(key), Arrays.stream(columns(Arrays.stream(VALUES))))
                .toArray(Column[]::new));
    }

    private static Column[] columns(Stream<String> names) {
        return names.map(name -> col("`" + name + "`")).toArray(Column[]::new);
    }
}
