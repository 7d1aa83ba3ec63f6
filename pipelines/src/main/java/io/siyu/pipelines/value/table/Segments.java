package io.siyu.pipelines.value.table;

import static org.apache.spark.sql.functions.expr;

import io.siyu.pipelines.value.model.History;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customers counted for totals: all of them, by the domain of their first purchase, and by the month of it. */
final class Segments {
    private final TreeMap<Segment, List<Cell>> cells = new TreeMap<>();

    private Segments() {}

    /**
     * Some of the customers.
     *
     * @param kind company, first_domain or first_month
     */
    record Segment(String kind, String name) implements Comparable<Segment> {
        @Override
        public int compareTo(Segment other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : name.compareTo(other.name);
        }
    }

    /**
     * Customers of one history and cohort.
     *
     * @param days purchase days that their spend was counted on
     * @param spent fen, all together; of each what is below 0 counts as 0
     * @param square the sum of its squares
     */
    record Cell(Cohort cohort, History history, double customers, int days, double spent, double square) {}

    /** Counts; money is summed exactly, so that no order of rows shows. */
    static Segments of(Dataset<Row> histories) {
        Segments all = new Segments();
        histories
                .selectExpr(
                        "repeats",
                        "recency",
                        "age",
                        "first_domain",
                        Cohort.month("origin_date") + " as first_month",
                        "cast(greatest(seen_fen, 0) as decimal(19, 0)) as spent")
                .groupBy("repeats", "recency", "age", "first_domain", "first_month")
                .agg(expr("count(*)"), expr("cast(sum(spent) as double)"), expr("cast(sum(spent * spent) as double)"))
                .orderBy("repeats", "recency", "age", "first_domain", "first_month")
                .collectAsList()
                .forEach(all::add);
        return all;
    }

    void each(BiConsumer<Segment, List<Cell>> action) {
        cells.forEach(action);
    }

    private void add(Row row) {
        Cell cell = new Cell(
                new Cohort(row.getString(3), row.getString(4)),
                Grain.history(row),
                row.getLong(5),
                row.getInt(0) + 1,
                row.getDouble(6),
                row.getDouble(7));
        List<Segment> own = List.of(
                new Segment("company", "all"),
                new Segment("first_domain", row.getString(3)),
                new Segment("first_month", row.getString(4)));
        own.forEach(segment ->
                cells.computeIfAbsent(segment, any -> new ArrayList<>()).add(cell));
    }
}
